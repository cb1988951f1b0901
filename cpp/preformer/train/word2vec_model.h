// The CBOW or Skip-gram model that a config describes.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "preformer/base/cold.h"
#include "preformer/models/cbow.h"
#include "preformer/models/skip_gram.h"
#include "preformer/train/config.h"

namespace preformer {

template <class S>
PREFORMER_COLD std::unique_ptr<OutputLayer<S>> make_output(const TrainConfig& config,
                                                           std::span<const std::uint64_t> counts) {
  const auto vocabulary = static_cast<Index>(counts.size());
  switch (config.objective) {
    case Objective::kFullSoftmax:
      return std::make_unique<FullSoftmax<S>>(vocabulary, config.vector_size);
    case Objective::kHierarchicalSoftmax:
      return std::make_unique<HierarchicalSoftmax<S>>(counts, config.vector_size);
    case Objective::kNegativeSampling: break;
  }
  return std::make_unique<NegativeSampling<S>>(counts, config.vector_size, config.negative,
                                               config.ns_exponent);
}

/// `counts`: [V], of the vocabulary. `rng` draws the initial input vectors.
template <class S>
PREFORMER_COLD std::unique_ptr<Word2Vec<S>> make_word2vec(const TrainConfig& config,
                                                          std::span<const std::uint64_t> counts,
                                                          Rng& rng) {
  const auto vocabulary = static_cast<Index>(counts.size());
  auto output = make_output<S>(config, counts);
  if (config.model == ModelKind::kCbow) {
    const auto mean_contexts = static_cast<S>(config.window + 1);  // two sides of (window + 1)/2
    return std::make_unique<Cbow<S>>(vocabulary, config.vector_size, std::move(output),
                                     mean_contexts, rng);
  }
  return std::make_unique<SkipGram<S>>(vocabulary, config.vector_size, std::move(output), rng);
}

}  // namespace preformer
