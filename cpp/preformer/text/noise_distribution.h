// Where negative samples come from: P(w) ∝ count(w)^exponent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "preformer/base/rng.h"

namespace preformer {

inline constexpr double kNoiseExponent = 0.75;  // arXiv:1310.4546 §2.2

/// Alias table (Walker 1977; Vose 1991, "A Linear Algorithm for Generating Random Numbers with a
/// Given Distribution"): a draw costs one table look-up however large the vocabulary. Column i is
/// an equal share 1/V of the draws; its lower part belongs to word i, the rest to the alias.
/// Heights are integers of 2⁻³², so the table holds the distribution without rounding leftovers.
class NoiseDistribution {
 public:
  NoiseDistribution() = default;
  /// Words with count 0 are never drawn. Throws BadParameter if the weights have no finite,
  /// positive sum.
  explicit NoiseDistribution(std::span<const std::uint64_t> counts,
                             double exponent = kNoiseExponent);

  std::int32_t sample(Rng& rng) const {
    const std::uint32_t column = rng.below(static_cast<std::uint32_t>(columns_.size()));
    const Column c = columns_[column];  // a copy: both numbers are read, and no branch is guessed
    return rng.next() < c.height ? static_cast<std::int32_t>(column) : c.alias;
  }

  std::int32_t size() const { return static_cast<std::int32_t>(columns_.size()); }

  /// The probabilities sample() draws with, read back from the table. [V]
  std::vector<double> probabilities() const;

 private:
  struct Column {
    std::uint32_t height;  // in 2⁻³²; a full column has itself as alias
    std::int32_t alias;
  };
  std::vector<Column> columns_;
};

}  // namespace preformer
