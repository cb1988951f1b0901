#include "preformer/base/decimal.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif

namespace preformer {

namespace {

#ifdef __EMSCRIPTEN__

// JavaScript rounds as correctly as the C library, whose printf and strtod for doubles would be 8
// kB of each module.
// clang-format off
EM_JS_DEPS(preformer_numbers, "$UTF8ToString,$stringToUTF8");
EM_JS(double, preformer_number, (const char* text, std::size_t bytes), {
  return Number(UTF8ToString(text, bytes));
});
EM_JS(void, preformer_exponential, (double value, int digits, char* text, std::size_t room), {
  stringToUTF8(value.toExponential(digits - 1), text, room);
});
// clang-format on

std::string without_zeros(std::string digits) {
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return digits;
}

/// printf's "%.*g".
std::string general(double value, int digits) {
  char written[40];
  preformer_exponential(value, digits, written, sizeof written);  // -2.50e-7
  const std::string text = written;
  const std::size_t e = text.find('e');
  const int exponent = std::atoi(text.c_str() + e + 1);
  const std::string sign = text[0] == '-' || std::signbit(value) ? "-" : "";
  std::string all;  // the digits, without the point
  for (const char c : text.substr(0, e)) {
    if (c >= '0' && c <= '9') all += c;
  }
  all = without_zeros(all);
  if (exponent < -4 || exponent >= digits) {
    const int size = exponent < 0 ? -exponent : exponent;
    return sign + all.substr(0, 1) + (all.size() > 1 ? "." + all.substr(1) : "") +
           (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + std::to_string(size);
  }
  if (exponent < 0) {
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + all;
  }
  const std::size_t whole = static_cast<std::size_t>(exponent) + 1;
  if (all.size() <= whole) return sign + all + std::string(whole - all.size(), '0');
  return sign + all.substr(0, whole) + "." + all.substr(whole);
}

double number(std::string_view text) { return preformer_number(text.data(), text.size()); }

#else

std::string general(double value, int digits) {
  char text[40];
  std::snprintf(text, sizeof text, "%.*g", digits, value);
  return text;
}

/// strtod: std::from_chars for floats is missing from many C++ libraries.
double number(std::string_view text) { return std::strtod(std::string(text).c_str(), nullptr); }

#endif

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
  std::string text;
  for (const int digits : {15, 16, 17}) {  // 17 always read back
    text = general(value, digits);
    if (parse_double(text) == value) break;
  }
  return text;
}

std::optional<float> parse_float(std::string_view text) {
  if (!is_decimal(text)) return std::nullopt;
  const float value = std::strtof(std::string(text).c_str(), nullptr);
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> parse_double(std::string_view text) {
  if (!is_decimal(text)) return std::nullopt;
  const double value = number(text);
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace preformer
