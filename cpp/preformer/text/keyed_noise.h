// Negative samples that depend on little but the word: taking one sentence out of the text leaves
// nearly every other draw as it was. An alias table (noise_distribution.h) would be another one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "preformer/base/rng.h"

namespace preformer {

/// P(w) ∝ weight(w), rounded to slots. Each word owns slots in proportion to its weight, at
/// places that follow from its key; a draw takes a place at random, again if nobody owns it. Where
/// two words want one place, the place decides by both keys, and the loser takes its next one: the
/// stable matching of Gale & Shapley (1962), which does not depend on the order of the words.
///
/// The scale from weights to slots changes only when the sum of all weights passes a power of two.
class KeyedNoise {
 public:
  KeyedNoise() = default;
  /// `weights`: [V], with a finite, positive sum. `keys`: one number per word, the same in every
  /// text.
  KeyedNoise(std::span<const double> weights, double sum, std::span<const std::uint64_t> keys);

  bool empty() const { return slots_.empty(); }
  std::int32_t sample(Rng& rng) const;
  /// The share of slots of every word. [V]
  std::vector<double> probabilities() const;

 private:
  std::size_t words_ = 0;
  std::uint32_t bits_ = 0;           // 2^bits slots
  std::vector<std::int32_t> slots_;  // the owner of each; −1: nobody
};

}  // namespace preformer
