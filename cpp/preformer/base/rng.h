// The only source of randomness: PCG32 (PCG-XSH-RR 64/32, O'Neill 2014, "PCG: A Family of Simple
// Fast Space-Efficient Statistically Good Algorithms for Random Number Generation", §6.3.1).
// Distributions are implemented here because those of the standard library differ between vendors.
#pragma once

#include <cstdint>

namespace preformer {

class Rng {
 public:
  struct State {
    std::uint64_t state;
    std::uint64_t increment;
    bool operator==(const State&) const = default;
  };

  explicit Rng(std::uint64_t seed, std::uint64_t stream = kDefaultStream)
      : s_{0, (stream << 1u) | 1u} {
    next();
    s_.state += seed;
    next();
  }

  /// 32 random bits.
  std::uint32_t next() {
    const std::uint64_t old = s_.state;
    s_.state = old * 6364136223846793005u + s_.increment;
    const auto xorshifted = static_cast<std::uint32_t>(((old >> 18u) ^ old) >> 27u);
    const auto rotation = static_cast<std::uint32_t>(old >> 59u);
    return (xorshifted >> rotation) | (xorshifted << ((32u - rotation) & 31u));
  }

  /// Uniform on 0 … n−1 without bias, n > 0 (Lemire 2019, "Fast Random Integer Generation in an
  /// Interval", algorithm 5).
  std::uint32_t below(std::uint32_t n) {
    std::uint64_t product = std::uint64_t{next()} * n;
    auto low = static_cast<std::uint32_t>(product);
    if (low < n) {
      const std::uint32_t threshold = (0u - n) % n;
      while (low < threshold) {
        product = std::uint64_t{next()} * n;
        low = static_cast<std::uint32_t>(product);
      }
    }
    return static_cast<std::uint32_t>(product >> 32u);
  }

  /// Uniform on [0, 1): a multiple of 2⁻²⁴, which is exact in float.
  float uniform() { return static_cast<float>(next() >> 8u) * 0x1p-24f; }

  /// Uniform on [0, 1): a multiple of 2⁻⁵³.
  double uniform_double() {
    const std::uint64_t high = next() >> 5u;
    const std::uint64_t low = next() >> 6u;
    return static_cast<double>((high << 26u) | low) * 0x1p-53;
  }

  State state() const { return s_; }
  void set_state(const State& state) { s_ = state; }

 private:
  static constexpr std::uint64_t kDefaultStream =
      0xda3e39cb94b95bdbu;  // that of the reference implementation
  State s_;
};

}  // namespace preformer
