// The CBOW or Skip-gram model that a config describes for a vocabulary.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "preformer/base/cold.h"
#include "preformer/models/cbow.h"
#include "preformer/models/skip_gram.h"
#include "preformer/train/config.h"
#include "preformer/train/keyed_draws.h"

namespace preformer {

template <class S>
PREFORMER_COLD std::unique_ptr<OutputLayer<S>> make_output(const TrainConfig& config,
                                                           std::span<const std::uint64_t> counts,
                                                           std::span<const std::uint64_t> keys) {
  const auto vocabulary = static_cast<Index>(counts.size());
  switch (config.objective) {
    case Objective::kFullSoftmax:
      return std::make_unique<FullSoftmax<S>>(vocabulary, config.vector_size);
    case Objective::kHierarchicalSoftmax:
      return std::make_unique<HierarchicalSoftmax<S>>(counts, config.vector_size);
    case Objective::kNegativeSampling: break;
  }
  return std::make_unique<NegativeSampling<S>>(counts, config.vector_size, config.negative,
                                               config.ns_exponent, keys);
}

/// `rng` draws the initial input vectors; keyed draws take them from seed and word.
template <class S>
PREFORMER_COLD std::unique_ptr<Word2Vec<S>> make_word2vec(const TrainConfig& config,
                                                          const Vocabulary& vocabulary, Rng& rng) {
  const auto words = static_cast<Index>(vocabulary.size());
  std::vector<std::uint64_t> keys;
  if (config.draws == Draws::kKeyed) keys = word_keys(vocabulary);
  auto output = make_output<S>(config, vocabulary.counts(), keys);
  std::unique_ptr<Word2Vec<S>> model;
  if (config.model == ModelKind::kCbow) {
    const auto mean_contexts = static_cast<S>(config.window + 1);  // two sides of (window + 1)/2
    model =
        std::make_unique<Cbow<S>>(words, config.vector_size, std::move(output), mean_contexts, rng);
  } else {
    model = std::make_unique<SkipGram<S>>(words, config.vector_size, std::move(output), rng);
  }
  for (std::size_t w = 0; w < keys.size(); ++w) {
    Rng own(config.seed, keys[w]);
    model->draw_input(static_cast<Index>(w), own);
  }
  return model;
}

}  // namespace preformer
