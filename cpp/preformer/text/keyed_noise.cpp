#include "preformer/text/keyed_noise.h"

#include <algorithm>
#include <utility>

#include "preformer/base/cold.h"
#include "preformer/base/hash.h"

namespace preformer {

namespace {

// 2¹⁶ slots for up to 2,048 words, 2²⁰ for up to 32,768, and so on: few steps, because at each one
// all draws change.
constexpr std::uint32_t kFewestBits = 16, kBitsPerStep = 4;
constexpr std::size_t kSlotsPerWord = 32;
constexpr double kLargestShare = 0.75;  // of the slots that are owned; at least half of that

constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15u;  // 2⁶⁴ / golden ratio

/// The smallest power of two that is not below `value`.
double power_of_two_from(double value) {
  double power = 1;
  while (power < value) power *= 2;
  while (power / 2 >= value) power /= 2;
  return power;
}

/// Which of two words a slot prefers: the one with the larger number.
std::uint64_t preference(std::uint64_t slot, std::uint64_t key) {
  return mix64(key ^ ((slot + 1) * kOdd));
}

}  // namespace

PREFORMER_COLD KeyedNoise::KeyedNoise(std::span<const double> weights, double sum,
                                      std::span<const std::uint64_t> keys)
    : words_(weights.size()), bits_(kFewestBits) {
  while ((std::size_t{1} << bits_) < kSlotsPerWord * words_) bits_ += kBitsPerStep;
  slots_.assign(std::size_t{1} << bits_, -1);
  const double scale = kLargestShare * static_cast<double>(slots_.size()) / power_of_two_from(sum);

  std::vector<std::uint64_t> next(words_, 0);  // the place that a word tries next
  for (std::size_t w = 0; w < words_; ++w) {
    if (weights[w] <= 0) continue;
    const auto rounded = static_cast<std::uint64_t>(weights[w] * scale + 0.5);
    for (std::uint64_t left = std::max<std::uint64_t>(1, rounded); left > 0; --left) {
      auto seeker = static_cast<std::int32_t>(w);  // until everybody has a slot again
      while (seeker >= 0) {
        const auto own = static_cast<std::size_t>(seeker);
        const auto slot =
            static_cast<std::size_t>(mix64(keys[own] + kOdd * ++next[own]) >> (64u - bits_));
        std::int32_t& owner = slots_[slot];
        if (owner == seeker) continue;
        const bool taken = owner >= 0;
        if (taken &&
            preference(slot, keys[own]) < preference(slot, keys[static_cast<std::size_t>(owner)])) {
          continue;
        }
        std::swap(owner, seeker);
      }
    }
  }
}

PREFORMER_COLD std::int32_t KeyedNoise::sample(Rng& rng) const {
  std::int32_t word = -1;
  while (word < 0) word = slots_[rng.next() >> (32u - bits_)];
  return word;
}

PREFORMER_COLD std::vector<double> KeyedNoise::probabilities() const {
  std::vector<double> shares(words_, 0.0);
  double owned = 0;
  for (const std::int32_t word : slots_) {
    if (word < 0) continue;
    shares[static_cast<std::size_t>(word)] += 1;
    owned += 1;
  }
  for (double& share : shares) share /= owned;
  return shares;
}

}  // namespace preformer
