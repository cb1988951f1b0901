// A 64-bit hash of weights: FNV-1a (Fowler, Noll, Vo) over 32-bit words instead of bytes, which is
// fast enough to compute after every run.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

namespace preformer {

/// 16 lower-case hexadecimal digits.
inline std::string to_hex(std::uint64_t value) {
  std::string digits(16, '0');
  for (int i = 0; i < 16; ++i) digits[15 - i] = "0123456789abcdef"[(value >> (4 * i)) & 15u];
  return digits;
}

class Hash64 {
 public:
  void add(std::uint32_t word) { hash_ = (hash_ ^ word) * 0x100000001b3u; }

  void add(const float* values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) add(std::bit_cast<std::uint32_t>(values[i]));
  }

  std::uint64_t value() const { return hash_; }

  std::string hex() const { return to_hex(hash_); }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325u;
};

}  // namespace preformer
