#include "preformer/text/nfc.h"

#include <string>

#include "catch.h"
#include "preformer/text/composed_pieces.h"
#include "text/text_helpers.h"

namespace preformer {
namespace {

TEST_CASE("NFC: known pairs", "[text][nfc]") {
  struct Pair {
    const char *composed, *decomposed;
  };
  // UAX 15, table 3 and figure 3; one word each of Vietnamese, Korean and Japanese.
  const Pair pairs[] = {{"Å", "A\u030A"},
                        {"ô", "o\u0302"},
                        {"ṩ", "s\u0323\u0307"},
                        {"tiếng", "tie\u0302\u0301ng"},
                        {"한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8"},
                        {"がぱ", "か\u3099は\u309A"}};
  for (const Pair& pair : pairs) {
    CAPTURE(pair.composed);
    CHECK(to_nfc(pair.decomposed) == pair.composed);
    CHECK(to_nfc(pair.composed) == pair.composed);
    CHECK(to_nfd(pair.composed) == pair.decomposed);
    CHECK(may_change_under_nfc(pair.decomposed));
    CHECK_FALSE(may_change_under_nfc(pair.composed));
  }
  CHECK(to_nfc("\u212B \u2126 \u1E0B\u0323") == "Å Ω \u1E0D\u0307");
  CHECK(to_nfc("") == "");
}

std::string utf8(std::u32string_view text) { return encode(text); }

TEST_CASE("NFC: what the quick check passes does not change", "[text][nfc]") {
  std::u32string passed;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string one = utf8({&c, 1});
    const std::u32string parts = decode(to_nfd(one)).code_points;
    if (!may_change_under_nfc(one)) {
      if (to_nfc(one) != one) FAIL("code point " << static_cast<std::uint32_t>(c));
    }
    // What can be joined to something before it is caught, too.
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (!may_change_under_nfc(utf8({&parts[i], 1}))) {
        FAIL("part " << static_cast<std::uint32_t>(parts[i]));
      }
    }
  }
}

TEST_CASE("NFC: usual texts pass the quick check", "[text][nfc]") {
  for (const char* text : {"The king’s “queen” — 3.14 €", "Ça été naïve Straße Москва λόγος",
                           "国王爱王后。“你好！”", "カラーが한국어", "😀 ❤️"}) {
    CAPTURE(text);
    CHECK_FALSE(may_change_under_nfc(text));
  }
}

TEST_CASE("NFC: a word is looked up as written, composed, decomposed", "[text][nfc]") {
  std::vector<std::string> asked;
  const auto find = [&](std::string_view word) -> std::optional<int> {
    asked.emplace_back(word);
    return std::nullopt;
  };
  CHECK_FALSE(find_in_any_form("plain", find));
  CHECK_FALSE(find_in_any_form("cafe\u0301", find));
  CHECK(asked == std::vector<std::string>{"plain", "cafe\u0301", "café", "cafe\u0301"});
}

TEST_CASE("ComposedPieces: pieces end with lines, and only what must be is copied", "[text][nfc]") {
  const std::string line(1000, 'a'), plain = line + "\n";
  std::string text;
  for (int i = 0; i < 200; ++i) text += plain;
  text += "cafe\u0301\n";
  ComposedPieces pieces(text);
  std::string joined;
  std::size_t copies = 0, count = 0;
  for (std::string_view piece; pieces.next(piece); ++count) {
    joined += piece;
    CHECK(piece.back() == '\n');
    copies += piece.data() < text.data() || piece.data() >= text.data() + text.size();
  }
  CHECK(joined == text.substr(0, text.size() - 7) + "café\n");
  CHECK(count == 4);
  CHECK(copies == 1);
}

}  // namespace
}  // namespace preformer
