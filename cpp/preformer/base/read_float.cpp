#include "preformer/base/read_float.h"

#include <bit>
#include <cstdint>
#include <limits>
#include <string>

#include "preformer/base/decimal.h"

namespace preformer {

namespace {

constexpr int kMostDigits = 19;  // of a decimal below 2^64
constexpr int kLargestExactPower = 22;
constexpr double kPowers[kLargestExactPower + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

struct Decimal {
  std::uint64_t digits = 0;  // the first significant ones
  int exponent = 0;          // of ten
  bool negative = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// False if `text` is not a decimal.
bool read_decimal(std::string_view text, Decimal& decimal) {
  const char* at = text.data();
  const char* const end = at + text.size();
  if (at != end && (*at == '-' || *at == '+')) decimal.negative = *at++ == '-';
  int significant = 0;
  bool any = false, point = false;
  for (; at != end; ++at) {
    if (is_digit(*at)) {
      any = true;
      if (significant < kMostDigits) {
        decimal.digits = 10 * decimal.digits + static_cast<std::uint64_t>(*at - '0');
        significant += decimal.digits > 0;
        decimal.exponent -= point;
      } else {
        decimal.exponent += !point;
      }
    } else if (*at == '.' && !point) {
      point = true;
    } else {
      break;
    }
  }
  if (!any) return false;
  if (at == end) return true;
  if (*at != 'e' && *at != 'E') return false;
  bool down = false;
  ++at;
  if (at != end && (*at == '-' || *at == '+')) {
    down = *at == '-';
    ++at;
  }
  if (at == end) return false;
  int power = 0;
  for (; at != end; ++at) {
    if (!is_digit(*at)) return false;
    if (power < 100'000) power = 10 * power + (*at - '0');
  }
  decimal.exponent += down ? -power : power;
  return true;
}

bool names_no_finite_number(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  std::string lower(text.substr(0, 9));
  for (char& c : lower) c = static_cast<char>(c | 0x20);
  return text.size() == lower.size() && (lower == "nan" || lower == "inf" || lower == "infinity");
}

FloatText read_slowly(std::string_view text, float& value) {
  const auto parsed = parse_float(text);
  if (parsed) value = *parsed;
  return parsed ? FloatText::kFinite : FloatText::kNotFinite;
}

}  // namespace

FloatText read_float(std::string_view text, float& value) {
  Decimal decimal;
  if (!read_decimal(text, decimal)) {
    return names_no_finite_number(text) ? FloatText::kNotFinite : FloatText::kOther;
  }
  if (decimal.digits == 0) {
    value = decimal.negative ? -0.0f : 0.0f;
    return FloatText::kFinite;
  }
  const int power = decimal.exponent < 0 ? -decimal.exponent : decimal.exponent;
  if (power > kLargestExactPower) return read_slowly(text, value);
  // The conversion and one operation round twice at most: `wide` is within two units in its last
  // place, and so is what digits after the 19th would add. A double has 29 bits more than a float,
  // so the nearest float is certain unless those bits are close to the middle between two floats.
  const auto digits = static_cast<double>(decimal.digits);
  const double wide = decimal.exponent < 0 ? digits / kPowers[power] : digits * kPowers[power];
  constexpr std::uint32_t kBits = (1u << 29u) - 1, kMiddle = 1u << 28u, kMargin = 8;
  const auto low = static_cast<std::uint32_t>(std::bit_cast<std::uint64_t>(wide)) & kBits;
  const bool certain = low < kMiddle - kMargin || low > kMiddle + kMargin;
  if (!certain || wide < std::numeric_limits<float>::min()) return read_slowly(text, value);
  const auto nearest = static_cast<float>(wide);
  value = decimal.negative ? -nearest : nearest;
  return FloatText::kFinite;
}

}  // namespace preformer
