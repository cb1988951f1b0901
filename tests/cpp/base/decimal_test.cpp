#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

#include "catch.h"
#include "preformer/base/decimal.h"
#include "preformer/base/rng.h"

using namespace preformer;

namespace {

std::string show(float value) {
  std::string text;
  append_float(text, value);
  return text;
}

/// The significant digits of a number, without zeros at either end.
std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text.substr(0, text.find('e'))) {
    if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits += c;
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return digits;
}

void check_float(float value) {
  const std::string text = show(value);
  const auto back = parse_float(text);
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + 64, value, std::chars_format::scientific).ptr;
  const std::string_view shortest(buffer, static_cast<std::size_t>(end - buffer));
  if (back && std::bit_cast<std::uint32_t>(*back) == std::bit_cast<std::uint32_t>(value) &&
      digits_of(text) == digits_of(shortest)) {
    return;  // one assertion for each of 200,000 numbers would be slow
  }
  CAPTURE(text, shortest);
  FAIL_CHECK("not the shortest decimal of its float");
}

}  // namespace

TEST_CASE("append_float: forms", "[io]") {
  CHECK(show(0.0f) == "0");
  CHECK(show(-0.0f) == "-0");
  CHECK(show(1.0f) == "1");
  CHECK(show(-12.5f) == "-12.5");
  CHECK(show(0.1f) == "0.1");
  CHECK(show(0.0001f) == "0.0001");
  CHECK(show(0.00001f) == "1e-05");
  CHECK(show(-1.25e-7f) == "-1.25e-07");
  CHECK(show(123456.0f) == "123456");
  CHECK(show(1e15f) == "1e+15");
  CHECK(show(1e16f) == "1e+16");
  CHECK(show(16777216.0f) == "1.6777216e+07");
  CHECK(show(1.0f / 3) == "0.33333334");
  CHECK(show(9.999999f) == "9.999999");
  CHECK(show(std::numeric_limits<float>::max()) == "3.4028235e+38");
  CHECK(show(std::numeric_limits<float>::min()) == "1.1754944e-38");
  CHECK(show(std::numeric_limits<float>::denorm_min()) == "1e-45");
}

TEST_CASE("append_float: the shortest that reads back, as std::to_chars finds it", "[io]") {
  Rng rng{1};
  for (int i = 0; i < 200'000; ++i) {
    const float value = std::bit_cast<float>(rng.next());
    if (std::isfinite(value)) check_float(value);
    check_float(2 * rng.uniform() - 1);
  }
  for (std::uint32_t exponent = 0; exponent < 255; ++exponent) {  // around each power of two
    for (const std::uint32_t near :
         {exponent << 23u, (exponent << 23u) + 1, (exponent << 23u) - 1}) {
      const float value = std::bit_cast<float>(near & 0x7fffffffu);
      if (std::isfinite(value)) check_float(value);
    }
  }
  for (int power = -45; power <= 38; ++power) {
    for (int first = 1; first <= 9; ++first) {
      const auto value = parse_float(std::to_string(first) + "e" + std::to_string(power));
      if (value && *value != 0) check_float(*value);
    }
  }
}

TEST_CASE("parse_float: rounds as std::from_chars does", "[io]") {
  Rng rng{2};
  char text[128];
  for (int i = 0; i < 100'000; ++i) {
    const float low = std::bit_cast<float>(rng.next() & 0x7effffffu);
    const float high = std::bit_cast<float>(std::bit_cast<std::uint32_t>(low) + 1);
    // The middle between two floats, where rounding is hardest, cut after some digits.
    const double middle = (static_cast<double>(low) + static_cast<double>(high)) / 2;
    const auto end = std::to_chars(text, text + 128, middle, std::chars_format::scientific,
                                   static_cast<int>(7 + rng.below(100)))
                         .ptr;
    float expected = 0;
    if (std::from_chars(text, end, expected).ec != std::errc()) continue;
    const auto found = parse_float({text, static_cast<std::size_t>(end - text)});
    if (found && *found == expected) continue;
    CAPTURE(std::string(text, end), expected);
    FAIL_CHECK("rounded wrongly");
  }
}

TEST_CASE("parse_float: what is a number and what is not", "[io]") {
  CHECK(parse_float("0") == 0.0f);
  CHECK(std::signbit(*parse_float("-0.0")));
  CHECK(parse_float("+1.50") == 1.5f);
  CHECK(parse_float(".5") == 0.5f);
  CHECK(parse_float("5.") == 5.0f);
  CHECK(parse_float("1E+2") == 100.0f);
  CHECK(parse_float("0.000000000000000000000000000000000000000000000000000000000000001e60") ==
        0.001f);
  CHECK(parse_float("16777217") == 16777216.0f);  // a tie goes to even
  CHECK(parse_float("16777217.0000000000000000000001") == 16777218.0f);
  CHECK(parse_float("16777216.9999999999999999999999") == 16777216.0f);
  CHECK(parse_float("1e-400") == 0.0f);
  CHECK(parse_float("1e-99999999999999999999") == 0.0f);
  CHECK(parse_float("0e99999999999999999999") == 0.0f);
  CHECK(parse_float(std::string(500, '9') + "e-500") == 1.0f);
  CHECK(parse_float("3.4028235677973362e38") == std::numeric_limits<float>::max());
  for (const char* text :
       {"",     "-",    "+",   ".",  "e5", "1e",    "1e+", "nan",   "inf",          "-inf",
        "1e39", "0x10", "1,5", " 1", "1 ", "1.2.3", "--1", "1e5.5", "3.4028236e38", "１"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_float(text));
  }
  CHECK(parse_float("1e99999999999999999999") == std::nullopt);
  CHECK(*parse_double("7.35") == Approx(7.35).epsilon(1e-15));
  CHECK(*parse_double("-1e-3") == Approx(-1e-3).epsilon(1e-15));
  CHECK(*parse_double("1e-400") == 0.0);
  CHECK_FALSE(parse_double("1e400"));
  CHECK_FALSE(parse_double("nan"));
}

TEST_CASE("exact_decimal: the same double comes back", "[base]") {
  CHECK(exact_decimal(0) == "0");
  CHECK(exact_decimal(0.1) == "0.1");
  CHECK(exact_decimal(-12.5) == "-12.5");
  CHECK(exact_decimal(1e-6) == "1e-06");
  CHECK(exact_decimal(1.0 / 3) == "0.3333333333333333");
  CHECK(exact_decimal(0.1 + 0.2) == "0.30000000000000004");
  Rng rng{5};
  for (int i = 0; i < 2000; ++i) {
    const double value =
        std::ldexp(1.0 + double(rng.below(1u << 30)) / 3e9, int(rng.below(200)) - 100);
    CAPTURE(value);
    CHECK(parse_double(exact_decimal(value)) == value);
  }
}
