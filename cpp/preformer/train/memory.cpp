#include "preformer/train/memory.h"

#include <algorithm>
#include <string>

#include "preformer/base/error.h"

namespace preformer {

namespace {

std::uint64_t of(Index x) { return static_cast<std::uint64_t>(x); }

/// The bytes of `weights` trained numbers, with gradients and moments, and of a step's `batch`.
std::uint64_t descent_bytes(std::uint64_t weights, std::uint64_t batch, const TrainConfig& config) {
  const std::uint64_t moments = config.descent.optimiser == OptimiserKind::kAdam      ? 2
                                : config.descent.optimiser == OptimiserKind::kAdagrad ? 1
                                                                                      : 0;
  const std::uint64_t best = config.descent.patience > 0 ? 1 : 0;
  const std::uint64_t value_and_gradient = 2 * of(config.threads);  // each thread may have its own
  return sizeof(float) * ((value_and_gradient + moments + best) * weights + batch);
}

}  // namespace

std::uint64_t word2vec_bytes(std::uint64_t vocabulary, const TrainConfig& config) {
  return 2 * sizeof(float) * vocabulary * of(config.vector_size);
}

std::uint64_t training_bytes(const NnlmShape& shape, std::uint64_t places,
                             const TrainConfig& config) {
  const std::uint64_t classes = of(shape.vocabulary) + 2, dims = of(shape.vector_size),
                      context = of(shape.context) * dims, hidden = of(shape.hidden);
  const std::uint64_t weights =
      classes * (dims + hidden + 1 + (shape.direct ? context : 0)) + hidden * (context + 1);
  const bool sampled = shape.samples > 0 && of(shape.samples) < classes;
  const std::uint64_t answers = sampled ? of(shape.samples) + 1 : classes;
  const std::uint64_t example = answers + 2 * hidden + 2 * context;
  const std::uint64_t rows = sampled ? 2 * answers * hidden : 0;  // of the samples, and gradients
  const std::uint64_t text = 2 * places;  // the words, and their order in the epoch
  return descent_bytes(weights, of(config.descent.batch) * example + rows + text, config);
}

std::uint64_t training_bytes(const ElmoShape& shape, std::uint64_t longest,
                             const TrainConfig& config) {
  const std::uint64_t classes = of(shape.vocabulary) + 2, dims = of(shape.projection_dim),
                      cells = of(shape.dim), layers = of(shape.n_layers);
  const std::uint64_t places = (longest + 1) * of(config.descent.batch);
  const bool projected = shape.dim != shape.projection_dim;

  std::uint64_t tokens = classes * dims;  // weights for token vectors
  std::uint64_t tokens_kept = 0;          // their matrices for a batch
  if (const auto& characters = shape.char_cnn) {
    std::uint64_t filters = 0, spans = 0;
    for (const auto& [width, count] : characters->filters) {
      filters += of(count);
      spans += of(width) * of(count);
    }
    const std::uint64_t size = of(characters->embedding_dim), highways = of(characters->n_highway);
    tokens = of(characters->n_characters) * size + spans * size + highways * 2 * filters * filters +
             filters * dims;
    const std::uint64_t word = 2 * of(characters->max_characters_per_token) * size +
                               (4 + 6 * highways) * filters + 2 * dims;
    tokens_kept = std::min(2 * places, classes) * word;
  }
  const std::uint64_t lstm = (2 * dims + 1) * 4 * cells + (projected ? cells * dims : 0);
  const std::uint64_t weights = tokens + 2 * layers * lstm + classes * (dims + 1);

  const std::uint64_t layer = (4 + 1 + 1 + (projected ? 1 : 0)) * cells + 5 * dims;
  const std::uint64_t packed = 4 * cells * dims + (projected ? cells * dims : 0);
  const std::uint64_t answers = shape.n_negative_samples_batch > 0
                                    ? std::min(of(shape.n_negative_samples_batch) + 1, classes)
                                    : classes;
  const std::uint64_t logits = answers < classes
                                   ? places * answers + answers * dims
                                   : std::min(places, of(kLogitsTogether) / classes + 1) * classes;
  const std::uint64_t batch = tokens_kept +
                              2 * (2 * places * dims + layers * (places * layer + packed)) +
                              4 * places * dims + logits;
  return descent_bytes(weights, batch, config);
}

void require_memory(std::uint64_t bytes) {
  if (bytes <= kMaxTrainingBytes) return;
  const std::string most = std::to_string(kMaxTrainingBytes / 1'000'000) + " MB";
  const std::string wanted = std::to_string(bytes / 1'000'000) + " MB";
  throw Error(ErrorCode::kTooLarge,
              "Training would take about " + wanted + " of memory, and " + most +
                  " is the most. Take smaller layers or batches, or raise the minimum count.",
              {"vectorSize", wanted, "at most " + most});
}

}  // namespace preformer
