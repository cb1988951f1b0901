#include "preformer/train/multiply_adds.h"

#include <algorithm>

#include "preformer/train/elmo_trainer.h"
#include "preformer/train/nnlm_trainer.h"

namespace preformer {

namespace {

// Y = X Wᵀ, dX = dY W, dW = dYᵀ X: each takes one multiply-add per weight and row of X.
constexpr Index kProducts = 3;

}  // namespace

std::uint64_t multiply_adds(const NnlmShape& shape) {
  const Index classes = shape.vocabulary + 2, context = shape.context * shape.vector_size;
  const Index answers = shape.samples > 0 ? std::min(shape.samples + 1, classes) : classes;
  const Index weights =
      context * shape.hidden + shape.hidden * answers + (shape.direct ? context * classes : 0);
  return static_cast<std::uint64_t>(kProducts * weights);
}

std::uint64_t multiply_adds(const ElmoShape& shape) {
  const Index classes = shape.vocabulary + 2, dims = shape.projection_dim, cells = shape.dim;
  const Index answers = shape.n_negative_samples_batch > 0
                            ? std::min(shape.n_negative_samples_batch + 1, classes)
                            : classes;
  const Index lstm = 2 * dims * 4 * cells + (cells != dims ? cells * dims : 0);
  const Index weights = 2 * (shape.n_layers * lstm + answers * dims);
  return static_cast<std::uint64_t>(kProducts * weights);
}

std::uint64_t multiply_adds(const TrainConfig& config, Index vocabulary) {
  if (config.model == ModelKind::kNnlm) return multiply_adds(nnlm_shape(config, vocabulary));
  if (config.model == ModelKind::kElmo) return multiply_adds(elmo_shape(config, vocabulary));
  return 0;
}

}  // namespace preformer
