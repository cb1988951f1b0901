// One sentence in the classifiers of sentences: its numbers are the model's, its gradients the
// trainer's, and each of them agrees with central differences.
#include "preformer/inside/sentence_trace.h"

#include <functional>
#include <memory>

#include "catch.h"
#include "inside/find.h"
#include "nn/elmo_golden.h"
#include "numeric_gradient.h"
#include "preformer/models/elmo_classifier.h"
#include "preformer/models/vector_classifier.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

constexpr std::int32_t kTarget = 2;
constexpr Index kWords = 6;
const ClassifierHead kHead{.classes = 3, .dropout = 0};

/// On an ELMo (with characters or without), or on word vectors.
enum class Kind { kVectors, kElmo, kCharacters };

template <class S>
std::unique_ptr<LayeredClassifier<S>> make(Kind kind) {
  Rng rng{3};
  std::unique_ptr<LayeredClassifier<S>> made;
  if (kind == Kind::kVectors) {
    made =
        std::make_unique<VectorClassifier<S>>(VectorTable{.rows = kWords, .dims = 4}, kHead, rng);
  } else {
    ElmoShape shape{.vocabulary = kWords,
                    .projection_dim = 4,
                    .dim = 5,
                    .dropout = 0,
                    .char_cnn = std::nullopt};
    std::vector<std::int32_t> spellings;
    if (kind == Kind::kCharacters) {
      shape.char_cnn = CharCnnOptions{9, 5, 2, {{1, 2}, {2, 3}}, 1};
      for (Index i = 0; i < (kWords + 2) * 5; ++i) {
        spellings.push_back(static_cast<std::int32_t>(rng.below(9)));
      }
    }
    made = std::make_unique<ElmoClassifier<S>>(shape, spellings, kHead, rng);
  }
  for (auto& layer : made->layers()) elmo_golden::draw<S>(layer.parameters, rng, S(0.7));
  return made;
}

template <class S>
Matrix<S> sentence() {
  Matrix<S> ids(4, 1);
  ids << S(2), S(0), S(5), S(2);
  return ids;
}

template <class S>
std::vector<Parameter<S>*> parameters(LayeredClassifier<S>& model) {
  std::vector<Parameter<S>*> all;
  for (const auto& layer : model.layers()) {
    all.insert(all.end(), layer.parameters.begin(), layer.parameters.end());
  }
  return all;
}

template <class S>
Parameter<S>* find_parameter(LayeredClassifier<S>& model, const std::string& name) {
  for (Parameter<S>* p : parameters(model)) {
    if (p->name == name) return p;
  }
  throw std::runtime_error("no parameter is called " + name);
}

}  // namespace

TEST_CASE("SentenceTrace: gradients of weights equal central differences", "[inside][gradient]") {
  const Kind kind = GENERATE(Kind::kVectors, Kind::kElmo, Kind::kCharacters);
  const auto measured = make<double>(kind), traced = make<double>(kind);
  const Matrix<double> words = sentence<double>();
  const auto trace = trace_sentence(*traced, view(words), kTarget, 0.1);
  const auto loss = [&] {
    detail::SentenceForward<double> forward;
    forward.run(*measured, view(words), kTarget);
    return forward.loss;
  };
  CHECK(trace.loss == Approx(loss()).epsilon(1e-12));
  CHECK(trace.loss_after < trace.loss);
  for (Parameter<double>* p : parameters(*measured)) {
    CAPTURE(p->name);
    const Matrix<double> gradient = all_rows(backward_of(trace, p->name), p->value.rows());
    const Matrix<double> numeric = numeric_gradient(p->value, loss);
    CHECK((gradient - numeric).norm() < 1e-6 * numeric.norm() + 1e-9);
  }
}

TEST_CASE("SentenceTrace: gradients of quantities equal central differences",
          "[inside][gradient]") {
  const Kind kind = GENERATE(Kind::kVectors, Kind::kElmo);
  const auto model = make<double>(kind), traced = make<double>(kind);
  const Matrix<double> words = sentence<double>();
  const auto trace = trace_sentence(*traced, view(words), kTarget, 0.1);
  const std::size_t top = model->layers().size();

  // From a level of the model up, and from the mixed vector through the head.
  const auto loss_of = [&](std::size_t level, const Matrix<double>& at) {
    std::vector<Matrix<double>> y;
    const View<const double> given = view(at);
    model->forward({&given, 1}, level, top, y);
    Matrix<double> p = y.front();
    return softmax_row(p.data(), p.size()) - y.front()(0, kTarget);
  };
  const auto check = [&](const std::string& name, std::size_t level) {
    Matrix<double> at = forward_of(trace, name).value;
    const Matrix<double> numeric = numeric_gradient(at, [&] { return loss_of(level, at); });
    CAPTURE(name);
    CHECK(numeric.norm() > 0);
    CHECK(relative_error(backward_of(trace, name).value, numeric) < 1e-7);
  };
  check("logits", top);
  if (kind == Kind::kVectors) {
    check("mean", 1);
    const Matrix<double> each = backward_of(trace, "mean").value / 4.0;
    CHECK(backward_of(trace, "vectors").value == each.replicate(4, 1));
  } else {
    check("means", top - 1);
    CHECK(forward_of(trace, "tokens").value.rows() == 4 + 2);
  }
}

TEST_CASE("SentenceTrace: gradients are the trainer's on a batch of one", "[inside]") {
  const Kind kind = GENERATE(Kind::kVectors, Kind::kElmo);
  const auto trained = make<float>(kind), traced = make<float>(kind);
  const Matrix<float> words = sentence<float>();
  const View<const float> given = view(words);
  const auto trace = trace_sentence(*traced, given, kTarget, 0.1F);
  Rng unused{1};
  const auto loss = trained->gradients({&given, 1}, 0, 0, {&kTarget, 1}, unused, 1.0F);
  CHECK(trace.loss == Approx(loss.nats).epsilon(1e-6));
  for (const Parameter<float>* p : parameters(*trained)) {
    CAPTURE(p->name);
    CHECK(all_rows(backward_of(trace, p->name), p->grad.rows()) == p->grad);
  }
}

TEST_CASE("SentenceTrace: it adds up, and a frozen layer keeps its weights", "[inside]") {
  const Kind kind = GENERATE(Kind::kVectors, Kind::kElmo);
  const auto model = make<double>(kind);
  const Matrix<double> words = sentence<double>();
  auto layers = model->layers();
  for (Parameter<double>* p : layers.front().parameters) p->frozen = true;
  const Matrix<double> W = find_parameter(*model, "head.weight")->value;
  const Matrix<double> b = find_parameter(*model, "head.bias")->value;
  const auto trace = trace_sentence(*model, view(words), kTarget, 0.1);
  const bool vectors = kind == Kind::kVectors;
  const Matrix<double> read = forward_of(trace, vectors ? "mean" : "mix").value;
  CHECK(relative_error(Matrix<double>(read * W.transpose() + b),
                       forward_of(trace, "logits").value) < 1e-12);
  CHECK(forward_of(trace, "probabilities").value.sum() == Approx(1).epsilon(1e-12));
  if (vectors) {
    const Matrix<double> mean = forward_of(trace, "vectors").value.colwise().mean();
    CHECK(relative_error(mean, read) < 1e-12);
  } else {
    const Matrix<double> mixed =
        forward_of(trace, "mix.shares").value * forward_of(trace, "means").value;
    CHECK(relative_error(mixed, read) < 1e-12);
  }
  for (const Change<double>& change : trace.changes) {
    const bool stays = change.parameter == layers.front().parameters.front()->name;
    CAPTURE(change.parameter);
    CHECK((change.before == change.after) == stays);
  }
  CHECK(layers.front().parameters.front()->frozen);
}
