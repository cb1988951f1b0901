#include "preformer/io/decimal.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace preformer {
namespace {

constexpr double kPowersOfTen[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};  // all exact
constexpr int kMaxPower = 22;

/// x · 10^power, wrong by a few units in the last place at most.
double scaled(double x, int power) {
  for (; power > kMaxPower; power -= kMaxPower) x *= kPowersOfTen[kMaxPower];
  for (; power < -kMaxPower; power += kMaxPower) x /= kPowersOfTen[kMaxPower];
  return power >= 0 ? x * kPowersOfTen[power] : x / kPowersOfTen[-power];
}

/// ± digits · 10^exponent; the digits that `digits` has no room for follow in `tail`.
struct Decimal {
  std::uint64_t digits = 0;
  int exponent = 0;
  bool negative = false;
  std::string_view tail = {};  // may hold the decimal point too
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Decimal> parse_decimal(std::string_view text) {
  Decimal decimal;
  std::size_t i = 0, seen = 0;
  const auto sign = [&] {
    if (i >= text.size() || (text[i] != '-' && text[i] != '+')) return false;
    return text[i++] == '-';
  };
  decimal.negative = sign();
  bool fraction = false;
  std::size_t tail = std::string_view::npos;
  for (; i < text.size(); ++i) {
    if (text[i] == '.' && !fraction) {
      fraction = true;
    } else if (is_digit(text[i])) {
      ++seen;
      if (decimal.digits < 100'000'000'000'000'000u) {  // 18 digits at most
        decimal.digits = decimal.digits * 10 + static_cast<std::uint64_t>(text[i] - '0');
        decimal.exponent -= fraction;
      } else {
        tail = std::min(tail, i);
        decimal.exponent += !fraction;
      }
    } else {
      break;
    }
  }
  if (seen == 0) return std::nullopt;
  if (tail < i) decimal.tail = text.substr(tail, i - tail);
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    const bool negative = sign();
    if (i == text.size()) return std::nullopt;
    int exponent = 0;
    for (; i < text.size() && is_digit(text[i]); ++i) {
      if (exponent < 100'000'000) exponent = exponent * 10 + (text[i] - '0');
    }
    decimal.exponent += negative ? -exponent : exponent;
  }
  return i == text.size() ? std::optional(decimal) : std::nullopt;
}

/// A natural number below 2^768, little-endian words.
class Natural {
 public:
  explicit Natural(std::uint64_t value)
      : words_{static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(value >> 32u)} {}

  void multiply_add(std::uint32_t factor, std::uint32_t term) {
    std::uint64_t carry = term;
    for (auto& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32u;
    }
  }
  void times_power(std::uint32_t base, int power) {
    for (; power > 0; --power) multiply_add(base, 0);
  }
  int compare(const Natural& other) const {
    for (std::size_t i = words_.size(); i-- > 0;) {
      if (words_[i] != other.words_[i]) return words_[i] < other.words_[i] ? -1 : 1;
    }
    return 0;
  }

 private:
  std::array<std::uint32_t, 24> words_{};
};

constexpr int kMostDigits = 100;  // with 18 more: no middle between two floats has above 113

/// Sign of |decimal| − bound, exactly, for a positive `bound` with an exponent in float's range and
/// a decimal close to it.
int compare(const Decimal& decimal, double bound) {
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(bound);
  const auto exponent = static_cast<int>(bits >> 52u) - 1075;  // never subnormal as a double
  Natural left{decimal.digits}, right{(bits & 0xfffffffffffffu) | 0x10000000000000u};
  int power = decimal.exponent, kept = 0;
  bool more = false;
  for (const char c : decimal.tail) {
    if (c == '.') continue;
    if (kept++ < kMostDigits) {
      left.multiply_add(10, static_cast<std::uint32_t>(c - '0'));
      --power;
    } else {
      more |= c != '0';
    }
  }
  left.times_power(10, power);
  right.times_power(10, -power);
  left.times_power(2, -exponent);
  right.times_power(2, exponent);
  const int order = left.compare(right);
  return order == 0 && more ? 1 : order;
}

constexpr std::uint32_t kInfinityBits = 0x7f800000u;

float from_bits(std::uint32_t bits) { return std::bit_cast<float>(bits); }

/// The float with the next larger magnitude, as a double; 2^128 beyond the largest.
double magnitude_above(std::uint32_t bits) {
  return bits + 1 == kInfinityBits ? 0x1p128 : static_cast<double>(from_bits(bits + 1));
}

/// Rounds to nearest, ties to even. The double `approximate` decides, unless it is so near the
/// middle between two floats that exact arithmetic must.
std::optional<float> round_to_float(const Decimal& decimal) {
  if (decimal.digits == 0 || decimal.exponent < -90) return decimal.negative ? -0.0f : 0.0f;
  if (decimal.exponent > 60) return std::nullopt;
  const double approximate = scaled(static_cast<double>(decimal.digits), decimal.exponent);
  if (approximate >= 0x1p128) return std::nullopt;

  // The largest float ≤ approximate: its magnitude bits, made one smaller if rounding went up.
  std::uint32_t below = std::bit_cast<std::uint32_t>(static_cast<float>(approximate));
  if (below == kInfinityBits || static_cast<double>(from_bits(below)) > approximate) --below;
  const double low = static_cast<double>(from_bits(below)), high = magnitude_above(below);
  const double middle = low + (high - low) / 2;  // exact: one bit more than a float has
  int side = approximate < middle ? -1 : 1;
  if (std::abs(approximate - middle) <= 1e-13 * middle) side = compare(decimal, middle);
  const bool up = side > 0 || (side == 0 && (below & 1u) != 0);
  const std::uint32_t bits = below + (up ? 1u : 0u);
  if (bits >= kInfinityBits) return std::nullopt;
  return decimal.negative ? -from_bits(bits) : from_bits(bits);
}

/// Writes `digits`, `count` of them, with the decimal point after the first times 10^power: plain
/// between 1e-4 and 1e16, with an exponent elsewhere, as Python does.
void append_digits(std::string& text, const char* digits, int count, int power) {
  const auto size = static_cast<std::size_t>(count);
  if (power < -4 || power >= 16) {
    text += digits[0];
    if (count > 1) text.append(1, '.').append(digits + 1, size - 1);
    text += power < 0 ? "e-" : "e+";
    const int magnitude = power < 0 ? -power : power;
    text += static_cast<char>('0' + magnitude / 10);
    text += static_cast<char>('0' + magnitude % 10);
  } else if (power < 0) {
    text.append("0.").append(static_cast<std::size_t>(-power - 1), '0').append(digits, size);
  } else if (count <= power + 1) {
    text.append(digits, size).append(static_cast<std::size_t>(power + 1 - count), '0');
  } else {
    const auto whole = static_cast<std::size_t>(power + 1);
    text.append(digits, whole).append(1, '.').append(digits + whole, size - whole);
  }
}

}  // namespace

std::optional<float> parse_float(std::string_view text) {
  const auto decimal = parse_decimal(text);
  return decimal ? round_to_float(*decimal) : std::nullopt;
}

std::optional<double> parse_double(std::string_view text) {
  const auto decimal = parse_decimal(text);
  if (!decimal || decimal->exponent > 290) return std::nullopt;
  if (decimal->digits == 0 || decimal->exponent < -340) return decimal->negative ? -0.0 : 0.0;
  const double value = scaled(static_cast<double>(decimal->digits), decimal->exponent);
  return decimal->negative ? -value : value;
}

// A float is the nearest to its nearest decimal of nine digits, and often to one of fewer: the
// first that reads back as the same bits is taken. Below six digits no search is needed, for a
// float that is nearest to 0.25 shows as 0.250000, except where subnormals have fewer than six
// digits.
void append_float(std::string& text, float value) {
  if (std::signbit(value)) text += '-';
  const float magnitude = std::abs(value);
  if (magnitude == 0.0f) {
    text += '0';
    return;
  }
  const double x = static_cast<double>(magnitude);
  const auto bits = static_cast<int>(std::bit_cast<std::uint64_t>(x) >> 52u) - 1023;
  int power = (bits * 1233) >> 12;  // ⌊log10 x⌋ or one less, since log10 2 ≈ 1233/4096
  if (scaled(1.0, power + 1) <= x) ++power;

  std::uint64_t digits = 0;
  const bool subnormal = x < 0x1p-126;
  for (int count = subnormal ? 1 : 6; count <= 9 && digits == 0; ++count) {
    const int shift = count - 1 - power;
    const auto nearest = static_cast<std::uint64_t>(std::nearbyint(scaled(x, shift)));
    // At powers of two the gap below is half the gap above: there a neighbour may do.
    for (const std::uint64_t candidate : {nearest, nearest + 1, nearest - 1}) {
      const auto back = round_to_float({.digits = candidate, .exponent = -shift});
      if (back == magnitude) {
        digits = candidate;
        if (digits >= static_cast<std::uint64_t>(kPowersOfTen[count])) ++power;  // 9.99… → 10.0
        break;
      }
    }
  }

  char reversed[20], forward[20];
  int count = 0;
  while (digits > 0 && digits % 10 == 0) digits /= 10;
  for (; digits > 0; digits /= 10) reversed[count++] = static_cast<char>('0' + digits % 10);
  for (int i = 0; i < count; ++i) forward[i] = reversed[count - 1 - i];
  append_digits(text, forward, count, power);
}

}  // namespace preformer
