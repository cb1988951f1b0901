// A 64-bit hash of weights: FNV-1a (Fowler, Noll, Vo) over 32-bit words instead of bytes, which is
// fast enough to compute after every run.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace preformer {

/// 16 lower-case hexadecimal digits.
inline std::string to_hex(std::uint64_t value) {
  std::string digits(16, '0');
  for (int i = 0; i < 16; ++i) digits[15 - i] = "0123456789abcdef"[(value >> (4 * i)) & 15u];
  return digits;
}

/// The finaliser of SplitMix64 (Steele, Lea & Flood 2014, "Fast Splittable Pseudorandom Number
/// Generators"): every bit of the result depends on every bit of `value`.
inline std::uint64_t mix64(std::uint64_t value) {
  value = (value ^ (value >> 30u)) * 0xbf58476d1ce4e5b9u;
  value = (value ^ (value >> 27u)) * 0x94d049bb133111ebu;
  return value ^ (value >> 31u);
}

inline constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325u, kFnvPrime = 0x100000001b3u;

/// FNV-1a over bytes, which goes on from `hash`. Every step is one-to-one: of two texts that differ
/// in one byte the hashes differ.
inline std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = kFnvBasis) {
  for (const char byte : bytes) hash = (hash ^ static_cast<std::uint8_t>(byte)) * kFnvPrime;
  return hash;
}

class Hash64 {
 public:
  void add(std::uint32_t word) { hash_ = (hash_ ^ word) * kFnvPrime; }

  void add(const float* values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) add(std::bit_cast<std::uint32_t>(values[i]));
  }

  std::uint64_t value() const { return hash_; }

  std::string hex() const { return to_hex(hash_); }

 private:
  std::uint64_t hash_ = kFnvBasis;
};

}  // namespace preformer
