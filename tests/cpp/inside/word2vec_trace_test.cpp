// One window of CBOW or Skip-gram: the step is the trainer's, bit by bit, and the gradients agree
// with central differences under each of the three objectives.
#include "preformer/inside/word2vec_trace.h"

#include <memory>

#include "catch.h"
#include "inside/find.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

constexpr Index kVocabulary = 9, kDims = 7;
const std::vector<std::uint64_t> kCounts{40, 30, 20, 12, 9, 5, 4, 2, 1};
const Window kWindow{{3, 1, 8, 3, 5}, 2};  // a word that comes twice included
constexpr double kMeanContexts = 4;

template <class S>
std::unique_ptr<OutputLayer<S>> make_output(int objective) {
  if (objective == 0) return std::make_unique<FullSoftmax<S>>(kVocabulary, kDims);
  if (objective == 1) return std::make_unique<HierarchicalSoftmax<S>>(kCounts, kDims);
  return std::make_unique<NegativeSampling<S>>(kCounts, kDims, /*negative=*/6, 0.75);
}

/// With output vectors that are not zero, so that every gradient is something.
template <class S>
std::unique_ptr<Word2Vec<S>> make_model(bool cbow, int objective) {
  Rng rng{5};
  auto output = make_output<S>(objective);
  output->weight().value = random_matrix<S>(output->weight().value.rows(), kDims, rng);
  if (cbow) {
    return std::make_unique<Cbow<S>>(kVocabulary, kDims, std::move(output), S(kMeanContexts), rng);
  }
  return std::make_unique<SkipGram<S>>(kVocabulary, kDims, std::move(output), rng);
}

}  // namespace

TEST_CASE("Word2VecTrace: the step is the trainer's, bit by bit", "[inside]") {
  const bool cbow = GENERATE(false, true);
  const int objective = GENERATE(0, 1, 2);
  const auto traced = make_model<float>(cbow, objective),
             trained = make_model<float>(cbow, objective);
  const Rng rng{11};

  const auto trace = trace_word2vec(*traced, kWindow, 0.05F, rng);
  Rng draws = rng;
  Word2VecScratch<float> scratch;
  const double loss = trained->step(kWindow.contexts, kWindow.centre, 0.05F, draws, scratch);

  CHECK(trace.loss == loss);
  CHECK(traced->input().value == trained->input().value);
  CHECK(traced->output().weight().value == trained->output().weight().value);
  CHECK(trace.loss_after < trace.loss);
}

TEST_CASE("Word2VecTrace: gradients equal central differences", "[inside][gradient]") {
  const bool cbow = GENERATE(false, true);
  const int objective = GENERATE(0, 1, 2);
  const auto model = make_model<double>(cbow, objective),
             copy = make_model<double>(cbow, objective);
  const Rng rng{11};
  const auto trace = trace_word2vec(*copy, kWindow, 0.05, rng);

  // The rows that the noise asked stay the same while a weight is moved.
  Rng draws = rng;
  OutputChoice<double> choice;
  model->output().choose(kWindow.centre, draws, choice);
  const double weight = cbow ? double(kWindow.contexts.size()) / kMeanContexts : 1;
  const auto loss = [&] {
    detail::WindowForward<double> forward;
    forward.run(*model, kWindow, cbow, choice);
    return weight * forward.loss;
  };
  for (Parameter<double>* p : {&model->input(), &model->output().weight()}) {
    const std::string name = p == &model->input() ? "input" : "output";
    CAPTURE(name);
    const Matrix<double> numeric = numeric_gradient(p->value, loss);
    CHECK(relative_error(all_rows(backward_of(trace, name), p->value.rows()), numeric) < 1e-7);
  }
}

TEST_CASE("Word2VecTrace: what it shows adds up", "[inside]") {
  const bool cbow = GENERATE(false, true);
  const int objective = GENERATE(0, 1, 2);
  const auto model = make_model<float>(cbow, objective);
  const auto trace = trace_word2vec(*model, kWindow, 0.05F, Rng{11});
  const Matrix<float>&p = forward_of(trace, "probabilities").value,
        &labels = forward_of(trace, "labels").value, &output = forward_of(trace, "output").value;
  const Matrix<float>& x = forward_of(trace, cbow ? "mean" : "input").value;
  CHECK(relative_error(x * output.transpose(), forward_of(trace, "logits").value) < 1e-5);
  if (objective == 0) CHECK(p.rowwise().sum().isOnes(1e-5F));
  if (objective == 2) CHECK(labels.sum() == 1);
  const float weight = cbow ? float(kWindow.contexts.size()) / float(kMeanContexts) : 1;
  Matrix<float> blame = p;
  blame.rowwise() -= labels.row(0);
  CHECK(relative_error(weight * blame, backward_of(trace, "logits").value) < 1e-5);
}
