#include "preformer/base/decimal.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace preformer {

namespace {

/// Whether all of `text` is [+-] digits [. digits] [e [+-] digits], with a digit before the e.
bool is_decimal(std::string_view text) {
  std::size_t at = 0;
  const auto skip_sign = [&] { at += at < text.size() && (text[at] == '-' || text[at] == '+'); };
  const auto skip_digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at - from;
  };
  skip_sign();
  std::size_t digits = skip_digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    digits += skip_digits();
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    skip_sign();
    if (skip_digits() == 0) return false;
  }
  return at == text.size();
}

/// `convert` is strtof or strtod: std::from_chars for floats is missing from many C++ libraries.
template <class S>
std::optional<S> parse(std::string_view text, S (*convert)(const char*, char**)) {
  if (!is_decimal(text)) return std::nullopt;
  const S value = convert(std::string(text).c_str(), nullptr);
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

void append_float(std::string& text, float value) {
  char digits[32];
  const auto end =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general).ptr;
  text.append(digits, end);
}

std::string decimal(double value) {
  if (std::isnan(value)) return "nan";
  constexpr double kLargest = std::numeric_limits<float>::max();
  if (value > kLargest) return "above 3.4e+38";
  if (value < -kLargest) return "below -3.4e+38";
  std::string text;
  append_float(text, static_cast<float>(value));
  return text;
}

std::string exact_decimal(double value) {
  char text[40];
  for (const int digits : {15, 16, 17}) {  // 17 always read back
    std::snprintf(text, sizeof text, "%.*g", digits, value);
    if (parse_double(text) == value) break;
  }
  return text;
}

std::optional<float> parse_float(std::string_view text) { return parse(text, std::strtof); }
std::optional<double> parse_double(std::string_view text) { return parse(text, std::strtod); }

}  // namespace preformer
