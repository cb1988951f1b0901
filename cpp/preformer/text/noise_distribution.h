// The distribution of negative samples: P(w) ∝ count(w)^exponent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/text/keyed_noise.h"

namespace preformer {

inline constexpr double kNoiseExponent = 0.75;  // arXiv:1310.4546 §2.2

/// Alias table (Walker 1977; Vose 1991, "A Linear Algorithm for Generating Random Numbers with a
/// Given Distribution"). A sample needs one table look-up for a vocabulary of any size. Each of the
/// V columns is chosen with probability 1/V; the lower part of column i belongs to word i, the rest
/// to its alias. Heights are integers in units of 2⁻³², so that they add up exactly.
class NoiseDistribution {
 public:
  NoiseDistribution() = default;
  /// Words with count 0 are never drawn. Throws BadParameter if the weights have no finite,
  /// positive sum.
  /// With the words' `keys` it draws by KeyedNoise instead of the alias table.
  explicit NoiseDistribution(std::span<const std::uint64_t> counts,
                             double exponent = kNoiseExponent,
                             std::span<const std::uint64_t> keys = {});

  std::int32_t sample(Rng& rng) const {
    if (columns_.empty()) return keyed_.sample(rng);
    const std::uint32_t column = rng.below(static_cast<std::uint32_t>(columns_.size()));
    const Column c = columns_[column];  // a copy: both numbers are read, and no branch is guessed
    return rng.next() < c.height ? static_cast<std::int32_t>(column) : c.alias;
  }

  /// The probabilities sample() draws with, read back from the table. [V]
  std::vector<double> probabilities() const;

 private:
  struct Column {
    std::uint32_t height;  // in 2⁻³²; a full column has itself as alias
    std::int32_t alias;
  };
  std::vector<Column> columns_;  // empty if draws are keyed
  KeyedNoise keyed_;
};

}  // namespace preformer
