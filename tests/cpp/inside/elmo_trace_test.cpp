// One sentence of an ELMo: its gradients are the trainer's and agree with central differences, for
// words and for characters.
#include "preformer/inside/elmo_trace.h"

#include "catch.h"
#include "inside/find.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

using Ids = std::vector<std::int32_t>;

const Ids kSentence{2, 0, 4, 2};
constexpr Index kVocabulary = 6, kLetters = 5;

ElmoShape shape(bool characters) {
  ElmoShape s;
  s.vocabulary = kVocabulary;
  s.n_layers = 2;
  s.dim = 5;
  s.projection_dim = 3;
  s.dropout = 0;
  s.n_negative_samples_batch = 0;
  s.char_cnn.reset();
  if (characters) {
    s.char_cnn = CharCnnOptions{.n_characters = 9,
                                .max_characters_per_token = kLetters,
                                .embedding_dim = 2,
                                .filters = {{1, 2}, {2, 3}},
                                .n_highway = 1};
  }
  return s;
}

template <class S>
Elmo<S> model_of(bool characters) {
  Rng rng{3};
  Ids spellings;
  for (Index i = 0; characters && i < (kVocabulary + 2) * kLetters; ++i) {
    spellings.push_back(static_cast<std::int32_t>(rng.below(9)));
  }
  return Elmo<S>(shape(characters), spellings, rng);
}

SentenceBatch batch() { return {static_cast<Index>(kSentence.size()), 1, kSentence}; }

}  // namespace

TEST_CASE("ElmoTrace: gradients are the trainer's on a batch of one", "[inside]") {
  const bool characters = GENERATE(false, true);
  Elmo<float> model = model_of<float>(characters), copy = model_of<float>(characters);
  const auto trace = trace_elmo(copy, kSentence, 0.1F);
  Rng rng{1};
  const float scale = 1.0F / 10;
  const double nats = model.gradients(batch(), rng, scale);
  CHECK(trace.loss == Approx(nats / 10).epsilon(1e-6));
  for (const Parameter<float>* p : model.parameters()) {
    CAPTURE(p->name);
    CHECK(relative_error(all_rows(backward_of(trace, p->name), p->grad.rows()), p->grad) < 1e-5);
  }
  CHECK(trace.loss_after < trace.loss);
}

TEST_CASE("ElmoTrace: gradients equal central differences", "[inside][gradient]") {
  const bool characters = GENERATE(false, true);
  Elmo<double> model = model_of<double>(characters), copy = model_of<double>(characters);
  const auto trace = trace_elmo(copy, kSentence, 0.1);
  const auto loss = [&] {
    double sum = 0;
    for (const Direction direction : {kForward, kBackward}) {
      detail::DirectionForward<double> pass;
      pass.run(model, direction, kSentence);
      sum += pass.loss;
    }
    return sum / 10;
  };
  for (Parameter<double>* p : model.parameters()) {
    CAPTURE(p->name);
    const Matrix<double> numeric = numeric_gradient(p->value, loss);
    const Matrix<double> exact = all_rows(backward_of(trace, p->name), p->value.rows());
    // Differences of a loss of about 2 in steps of 1e-5 are exact to about 1e-10.
    CHECK((exact - numeric).norm() < 1e-6 * numeric.norm() + 1e-9);
  }
}

TEST_CASE("ElmoTrace: the layers are context_vectors', the gates make the cell", "[inside]") {
  Elmo<float> model = model_of<float>(false), copy = model_of<float>(false);
  const auto trace = trace_elmo(copy, kSentence, 0.1F);
  const std::vector<WordIds> sentences{kSentence};
  const auto layers = model.context_vectors(sentences)[0];
  for (std::size_t k = 0; k < layers.size(); ++k) {
    CHECK(forward_of(trace, "layer" + std::to_string(k)).value == layers[k]);
  }
  const std::string cell = "backward.lstm2.";
  const Matrix<float>&i = forward_of(trace, cell + "input-gate").value,
        &j = forward_of(trace, cell + "candidate").value,
        &f = forward_of(trace, cell + "forget-gate").value,
        &c = forward_of(trace, cell + "cell").value;
  for (Index t = 1; t < c.rows(); ++t) {
    const Matrix<float> kept =
        f.row(t).cwiseProduct(c.row(t - 1)) + i.row(t).cwiseProduct(j.row(t));
    CHECK(relative_error(kept, Matrix<float>(c.row(t))) < 1e-6);
  }
  CHECK(forward_of(trace, "forward.probabilities").value.rowwise().sum().isOnes(1e-5F));
}
