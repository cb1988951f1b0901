#include "preformer/text/utf8.h"

#include <algorithm>
#include <string>

#include "catch.h"
#include "text/text_helpers.h"

namespace preformer {
namespace {

using namespace std::string_literals;

constexpr char32_t R = kReplacementCharacter;

bool well_formed(const std::string& bytes) {  // by decoding without any check and encoding again
  static constexpr std::uint32_t kLeadBits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t c = static_cast<std::uint8_t>(bytes[0]) & kLeadBits[bytes.size()];
  for (std::size_t i = 1; i < bytes.size(); ++i) {
    c = (c << 6u) | (static_cast<std::uint8_t>(bytes[i]) & 0x3Fu);
  }
  return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF) && encode(std::u32string{c}) == bytes;
}

/// Could more bytes make `prefix` well-formed? The outermost continuation bytes decide.
bool starts_well_formed(const std::string& prefix) {
  for (std::size_t length = prefix.size(); length <= 4; ++length) {
    for (const char filler : {'\x80', '\xBF'}) {
      if (well_formed(prefix + std::string(length - prefix.size(), filler))) return true;
    }
  }
  return false;
}

/// The rule as the standard states it, without a table: take a well-formed sequence if there is
/// one, else replace the longest start of one, else a single byte.
DecodedText reference_decode(const std::string& bytes) {
  DecodedText text;
  for (std::size_t position = 0; position < bytes.size();) {
    std::size_t length = std::min<std::size_t>(4, bytes.size() - position);
    while (length > 1 && !starts_well_formed(bytes.substr(position, length))) --length;
    const std::string part = bytes.substr(position, length);
    bool found = false;
    for (std::size_t n = 1; n <= length && !found; ++n) {
      if (!well_formed(part.substr(0, n))) continue;
      text.code_points.push_back(decode(part.substr(0, n)).code_points.at(0));
      position += n;
      found = true;
    }
    if (found) continue;
    text.code_points.push_back(R);
    ++text.replaced;
    position += length;
  }
  return text;
}

TEST_CASE("UTF-8: ill-formed bytes are replaced by maximal subparts", "[text][utf8]") {
  struct Case {
    std::string bytes;
    std::u32string code_points;
  };
  const Case cases[] = {
      // The Unicode Standard 15.0, tables 3-8 to 3-11.
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", {R, R, R, R, R, R, R, R, U'A'}},  // overlong
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", {R, R, R, R, R, R, R, R, U'A'}},  // surrogates
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", {R, R, R, R, R, U'A', R, R, U'B'}},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", {R, R, R, R, U'A'}},  // truncated
      // Limits.
      {"\x7F", {0x7F}},
      {"\xC2\x80", {0x80}},
      {"\xDF\xBF", {0x7FF}},
      {"\xE0\xA0\x80", {0x800}},
      {"\xED\x9F\xBF\xEE\x80\x80", {0xD7FF, 0xE000}},
      {"\xEF\xBF\xBF", {0xFFFF}},
      {"\xF0\x90\x80\x80", {0x10000}},
      {"\xF4\x8F\xBF\xBF", {0x10FFFF}},
      {"\xF4\x90\x80\x80", {R, R, R, R}},
      {"\xF8\x88\x80\x80\x80", {R, R, R, R, R}},  // five bytes were UTF-8 before 2003
      {"\xE5\x9B", {R}},                          // the text ends inside 国
      {"\xF0\x9F\x91", {R}},
      {"\xE5\x9B\x0A", {R, U'\n'}},                      // a line feed is never swallowed
      {"\xED\xA0\xBD\xED\xB8\x80", {R, R, R, R, R, R}},  // CESU-8, a pair of lone surrogates
  };
  for (const Case& c : cases) {
    const DecodedText text = decode(c.bytes);
    CAPTURE(c.bytes);
    CHECK(text.code_points == c.code_points);
    CHECK(text.replaced ==
          static_cast<std::size_t>(std::count(c.code_points.begin(), c.code_points.end(), R)));
  }
}

TEST_CASE("UTF-8: NUL is a code point like any other", "[text][utf8]") {
  CHECK(decode("a\0b"s).code_points == U"a\0b"s);
  CHECK(decode("a\0b"s).replaced == 0);
}

TEST_CASE("UTF-8: U+FFFD in the text is not counted as replaced", "[text][utf8]") {
  CHECK(decode("\xEF\xBF\xBD").code_points == std::u32string{R});
  CHECK(decode("\xEF\xBF\xBD").replaced == 0);
}

TEST_CASE("UTF-8: a byte-order mark is dropped at the start only", "[text][utf8]") {
  CHECK(decode("\xEF\xBB\xBFking").code_points == U"king");
  CHECK(decode("a\xEF\xBB\xBF").code_points == std::u32string{U'a', 0xFEFF});
  CHECK(decode("\xEF\xBB\xBF\xEF\xBB\xBF").code_points == std::u32string{0xFEFF});
  CHECK(decode("").code_points.empty());
}

TEST_CASE("UTF-8: every code point survives encoding and decoding", "[text][utf8]") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    const DecodedCodePoint decoded = decode_at(bytes, 0);
    if (decoded.code_point != c || decoded.bytes != bytes.size() || !decoded.valid) {
      FAIL("code point " << static_cast<std::uint32_t>(c));
    }
  }
  CHECK(encode(std::u32string{0xD800, 0xDFFF, 0x110000}) == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("UTF-8: random bytes decode as the standard says", "[text][utf8][fuzz]") {
  Rng rng{7};
  static constexpr std::uint8_t kEdges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                            0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
                                            0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = random_bytes(1 + rng.below(24), rng);
    for (char& byte : bytes) {
      if (rng.below(4) > 0) byte = static_cast<char>(kEdges[rng.below(std::size(kEdges))]);
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) continue;
    const DecodedText text = decode(bytes), reference = reference_decode(bytes);
    REQUIRE(text.code_points == reference.code_points);
    REQUIRE(text.replaced == reference.replaced);
    // What was decoded is well-formed now.
    REQUIRE(decode("x" + encode(text.code_points)).code_points == U"x" + text.code_points);
    REQUIRE(decode(encode(text.code_points)).replaced == 0);
  }
}

TEST_CASE("UTF-8: messages quote words safely", "[text][utf8]") {
  CHECK(quoted("国王") == "\"国王\"");
  CHECK(quoted("a\nb\xFF") ==
        "\"a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\"");
  CHECK(quoted("10\u00a0000 \u3000x") == "\"10␣000 ␣x\"");
  CHECK(quoted(std::string(50, 'a')) == "\"" + std::string(40, 'a') + "…\"");
  CHECK(quoted(std::string(40, 'a')) == "\"" + std::string(40, 'a') + "\"");
}

}  // namespace
}  // namespace preformer
