// When a batch is worth dividing among threads, and how much it computes.
#include "preformer/train/batch_parts.h"

#include "catch.h"
#include "preformer/models/elmo.h"
#include "preformer/train/elmo_trainer.h"
#include "preformer/train/multiply_adds.h"
#include "preformer/train/nnlm_trainer.h"

using namespace preformer;

namespace {

NnlmShape nnlm(Index vocabulary, Index vector_size, Index hidden) {
  return {.vocabulary = vocabulary, .vector_size = vector_size, .context = 3, .hidden = hidden};
}

ElmoShape bilm(Index vocabulary, Index dims, Index cells) {
  return {.vocabulary = vocabulary,
          .projection_dim = dims,
          .dim = cells,
          .n_negative_samples_batch = 0,
          .char_cnn = std::nullopt};
}

/// Numbers in the matrices that rows are multiplied by: all but tables and biases.
std::uint64_t in_products(const std::vector<Parameter<float>*>& parameters) {
  std::uint64_t sum = 0;
  for (const Parameter<float>* p : parameters) {
    const bool product = p->name != "embedding.weight" && p->value.rows() > 1;
    if (product) sum += static_cast<std::uint64_t>(p->value.size());
  }
  return sum;
}

/// The parts of a batch of so many predictions (NNLM) or places (ELMo).
template <class Model, class Shape>
std::size_t parts(Model model, const Shape& shape, std::uint64_t batch) {
  return worthwhile_parts(batch * multiply_adds(shape),
                          BatchParts::dense_weights(model.parameters()));
}
std::size_t parts(const NnlmShape& shape, std::uint64_t batch) {
  Rng rng(1);
  return parts(Nnlm<float>(shape, rng), shape, batch);
}
std::size_t parts(const ElmoShape& shape, std::uint64_t batch) {
  Rng rng(1);
  return parts(Elmo<float>(shape, {}, rng), shape, batch);
}

}  // namespace

TEST_CASE("multiply-adds: three for every weight that rows meet", "[train]") {
  Rng rng(1);
  for (const bool direct : {false, true}) {
    NnlmShape shape = nnlm(40, 6, 5);
    shape.direct = direct;
    CHECK(multiply_adds(shape) == 3 * in_products(Nnlm<float>(shape, rng).parameters()));
  }
  for (const Index cells : {8, 20}) {  // without and with a projection
    ElmoShape shape = bilm(40, 8, cells);
    const std::uint64_t softmax = 42 * 8,
                        all = in_products(Elmo<float>(shape, {}, rng).parameters());
    CHECK(multiply_adds(shape) == 3 * (all + softmax));  // which both directions meet
    shape.n_negative_samples_batch = 5;
    CHECK(multiply_adds(shape) == 3 * (all - softmax + 2 * 6 * 8));
    shape.n_negative_samples_batch = 500;
    CHECK(multiply_adds(shape) == 3 * (all + softmax));
  }
}

TEST_CASE("multiply-adds: of a config and a number of words", "[train]") {
  TrainConfig config;
  config.vector_size = 6;
  config.model = ModelKind::kNnlm;
  CHECK(multiply_adds(config, 40) == multiply_adds(nnlm_shape(config, 40)));
  CHECK(multiply_adds(config, 4000) > multiply_adds(config, 40));
  const std::uint64_t full_nnlm = multiply_adds(config, 4000);
  config.descent.samples = 8;
  CHECK(full_nnlm - multiply_adds(config, 4000) == 3u * (4002 - 9) * 64);  // hidden units
  CHECK(multiply_adds(config, 5) < multiply_adds(config, 8));              // every word
  config.descent.samples = 0;
  config.model = ModelKind::kElmo;
  const std::uint64_t full = multiply_adds(config, 4000);
  CHECK(full == multiply_adds(elmo_shape(config, 4000)));
  config.descent.samples = 8;
  CHECK(multiply_adds(config, 4000) < full);
  config.model = ModelKind::kSkipGram;
  CHECK(multiply_adds(config, 40) == 0);
}

TEST_CASE("batch parts: none computes less than it costs", "[train][threads]") {
  CHECK(worthwhile_parts(0, 0) == 1);
  CHECK(worthwhile_parts(2 * kMeetingCost - 1, 0) == 1);
  CHECK(worthwhile_parts(2 * kMeetingCost, 0) == 2);
  CHECK(worthwhile_parts(2 * kMeetingCost, 1) == 1);
  CHECK(worthwhile_parts(8 * (kMeetingCost + kWeightCost * 1000), 1000) == 8);

  // Slower on two threads, where they were measured:
  CHECK(parts(nnlm(500, 32, 64), 32) == 1);
  CHECK(parts(nnlm(500, 64, 256), 32) == 1);
  CHECK(parts(nnlm(2000, 64, 128), 32) == 1);
  CHECK(parts(nnlm(5000, 64, 128), 16) == 1);
  CHECK(parts(bilm(500, 32, 64), 4 * 13) == 1);
  // Faster:
  CHECK(parts(nnlm(2000, 64, 128), 64) >= 2);
  CHECK(parts(nnlm(5000, 64, 128), 64) >= 2);
  CHECK(parts(bilm(500, 32, 64), 8 * 13) >= 2);
  CHECK(parts(bilm(500, 32, 64), 16 * 13) >= 2);
  CHECK(parts(bilm(2000, 64, 128), 32 * 21) >= 2);
}
