#include "preformer/text/noise_distribution.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "preformer/base/cold.h"
#include "preformer/base/decimal.h"
#include "preformer/base/error.h"
#include "preformer/base/fast_math.h"

namespace preformer {

namespace {

constexpr std::uint64_t kFull = std::uint64_t{1} << 32u;  // height of a whole column

/// Weights (count / unit)^exponent.
PREFORMER_COLD std::vector<double> weights_of(std::span<const std::uint64_t> counts, double unit,
                                              double exponent, double& sum) {
  std::vector<double> weights(counts.size(), 0.0);
  sum = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) weights[i] = math::pow(static_cast<double>(counts[i]) / unit, exponent);
    sum += weights[i];
  }
  return weights;
}

/// Heights in 2⁻³² of a column, with Σ heights = V·2³² exactly: the most probable word takes what
/// rounding left over. A word that occurs keeps at least one unit.
PREFORMER_COLD std::vector<std::uint64_t> heights_of(std::span<const double> weights, double sum) {
  const std::size_t V = weights.size();
  const double scale = static_cast<double>(V) * static_cast<double>(kFull) / sum;
  std::vector<std::uint64_t> heights(V);
  std::uint64_t total = 0;
  std::size_t largest = 0;
  for (std::size_t i = 0; i < V; ++i) {
    if (weights[i] > 0.0) {
      heights[i] = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(weights[i] * scale + 0.5));
    }
    total += heights[i];
    if (heights[i] > heights[largest]) largest = i;
  }
  heights[largest] += V * kFull - total;  // modulo 2⁶⁴, hence also when negative
  return heights;
}

}  // namespace

PREFORMER_COLD NoiseDistribution::NoiseDistribution(std::span<const std::uint64_t> counts,
                                                    double exponent,
                                                    std::span<const std::uint64_t> keys) {
  double sum = 0.0;
  std::vector<double> weights;
  // In units of the largest count, large counts do not overflow; keyed draws need the same unit in
  // every text.
  double unit = 1.0;
  if (keys.empty() && !counts.empty()) {
    unit = static_cast<double>(*std::max_element(counts.begin(), counts.end()));
  }
  if (std::isfinite(exponent)) weights = weights_of(counts, unit, exponent, sum);
  if (!(sum > 0.0) || !std::isfinite(sum)) {
    throw Error(ErrorCode::kBadParameter,
                "The noise distribution needs counts above 0 and a moderate exponent such as 0.75.",
                {.name = "ns_exponent",
                 .value = decimal(exponent),
                 .permitted = "a number between -1 and 1"});
  }
  if (!keys.empty()) {
    keyed_ = KeyedNoise(weights, sum, keys);
    return;
  }

  // Vose's two lists: a column lower than full is topped up by one that is not. The mean height is
  // full, so as long as one is lower another is at least full, and at the end all are full.
  std::vector<std::uint64_t> heights = heights_of(weights, sum);
  std::vector<std::int32_t> lower, others;
  columns_.resize(counts.size());
  for (std::size_t i = 0; i < heights.size(); ++i) {
    const auto id = static_cast<std::int32_t>(i);
    (heights[i] < kFull ? lower : others).push_back(id);
    columns_[i] = {0, id};  // what a full column looks like
  }
  while (!lower.empty()) {
    const std::int32_t low = lower.back(), donor = others.back();
    lower.pop_back();
    auto& donated = heights[static_cast<std::size_t>(donor)];
    const std::uint64_t height = heights[static_cast<std::size_t>(low)];
    columns_[static_cast<std::size_t>(low)] = {static_cast<std::uint32_t>(height), donor};
    donated -= kFull - height;
    if (donated < kFull) {
      others.pop_back();
      lower.push_back(donor);
    }
  }
}

PREFORMER_COLD std::vector<double> NoiseDistribution::probabilities() const {
  if (!keyed_.empty()) return keyed_.probabilities();
  std::vector<std::uint64_t> heights(columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    heights[i] += columns_[i].height;
    heights[static_cast<std::size_t>(columns_[i].alias)] += kFull - columns_[i].height;
  }
  std::vector<double> probabilities(columns_.size());
  const double whole = static_cast<double>(columns_.size()) * static_cast<double>(kFull);
  for (std::size_t i = 0; i < heights.size(); ++i) {
    probabilities[i] = static_cast<double>(heights[i]) / whole;
  }
  return probabilities;
}

}  // namespace preformer
