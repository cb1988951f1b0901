#include "preformer/base/read_float.h"

#include <bit>
#include <cmath>
#include <string>

#include "catch.h"
#include "preformer/base/decimal.h"
#include "preformer/base/rng.h"

using namespace preformer;

TEST_CASE("read_float: as parse_float, for every kind of decimal", "[base]") {
  Rng rng{9};
  const auto check = [](const std::string& text) {
    CAPTURE(text);
    float value = 7;
    const auto wanted = parse_float(text);
    const FloatText kind = read_float(text, value);
    REQUIRE((kind == FloatText::kFinite) == wanted.has_value());
    if (wanted) CHECK(std::bit_cast<std::uint32_t>(value) == std::bit_cast<std::uint32_t>(*wanted));
  };
  for (int i = 0; i < 20'000; ++i) {
    const float value = std::bit_cast<float>(rng.next());
    if (!std::isfinite(value)) continue;
    const float next = std::nextafter(value, 1e30f);
    check(decimal(value));
    check(exact_decimal(value));
    check(exact_decimal((static_cast<double>(value) + next) / 2));  // between two floats
  }
  for (int i = 0; i < 20'000; ++i) {  // digits, a point and an exponent anywhere
    std::string text;
    for (std::uint32_t n = rng.below(24); n > 0; --n) text += "0123456789.-+e"[rng.below(14)];
    check(text);
  }
  for (const char* text : {"1",        "-0",
                           ".5",       "5.",
                           "1e5",      "1E-5",
                           "1e+22",    "1e23",
                           "1e-46",    "1e39",
                           "16777217", "0.50000002980232238769531250000000000001",
                           "",         "-",
                           ".",        "e5",
                           "1e",       "1e+",
                           "1x",       "0x1",
                           "1_0",      "00000000000000000000001.5"}) {
    check(text);
  }
  float value;
  for (const char* text : {"nan", "NaN", "-inf", "Infinity", "1e39", "-1e999"}) {
    CHECK(read_float(text, value) == FloatText::kNotFinite);
  }
  CHECK(read_float("info", value) == FloatText::kOther);
}
