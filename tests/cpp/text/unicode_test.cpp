#include "preformer/text/unicode.h"

#include <string_view>

#include "catch.h"
#include "text/text_helpers.h"

namespace preformer {
namespace {

TEST_CASE("Unicode: classes of known characters", "[text][unicode]") {
  struct Case {
    std::u32string_view characters;
    CharacterClass expected;
  };
  const Case cases[] = {
      {U"aZzÀéßŁЖωאعकไĀ𐐀ªµ", CharacterClass::kLetter},
      {U"\u0301\u0300\u20DD\u093F\uFE0F\u3099", CharacterClass::kMark},
      {U"09²½٣३Ⅷ①３", CharacterClass::kNumber},
      {U" \t\n\v\f\r\u0085\u00A0\u1680\u2000\u200A\u2028\u2029\u202F\u205F\u3000",
       CharacterClass::kSpace},
      {std::u32string_view(U"\0\x01\x1F\x7F\u0080\u009F", 6), CharacterClass::kControl},
      {U"国王爱后一龥㐀𠀀豈々かカーｶ한ᄀㄅ𛀁", CharacterClass::kCjkLetter},
      {U"〇〡〩", CharacterClass::kCjkNumber},
      {U".,!?。！？，、…'’-_@#$€+=<>「」《》·・\u200B\u200D\uFEFF\uFFFD\u00AD😀❤",
       CharacterClass::kOther},
  };
  for (const Case& c : cases) {
    for (const char32_t character : c.characters) {
      CAPTURE(static_cast<std::uint32_t>(character));
      CHECK(character_class(character) == c.expected);
    }
  }
  CHECK(character_class(0xE000) == CharacterClass::kOther);    // private use
  CHECK(character_class(0x0378) == CharacterClass::kOther);    // unassigned
  CHECK(character_class(0xD800) == CharacterClass::kOther);    // surrogate
  CHECK(character_class(0x10FFFF) == CharacterClass::kOther);  // the last
  CHECK(character_class(0x110000) == CharacterClass::kOther);  // none
  CHECK(character_class(0xFFFFFFFF) == CharacterClass::kOther);
}

TEST_CASE("Unicode: white space and control characters", "[text][unicode]") {
  CHECK((is_space(0x3000) && !is_space(U'_') && is_control(0) && !is_control(U'\n')));
}

TEST_CASE("Unicode: small letters", "[text][unicode]") {
  constexpr std::u32string_view kCapitals = U"AZaz09_ÀÖ×ØÞßĀāŁŸǅΣΩЖҀԱႠḀẞἈΩKＡ𐐀İI国";
  constexpr std::u32string_view kSmall = U"azaz09_àö×øþßāāłÿǆσωжҁաⴀḁßἀωkａ𐐨ii国";
  REQUIRE(kCapitals.size() == kSmall.size());
  for (std::size_t i = 0; i < kCapitals.size(); ++i) {
    CAPTURE(i);
    CHECK(static_cast<std::uint32_t>(to_lower(kCapitals[i])) ==
          static_cast<std::uint32_t>(kSmall[i]));
  }
}

TEST_CASE("Unicode: lowering keeps letters letters and is done once", "[text][unicode]") {
  int lowered = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const char32_t small = to_lower(c);
    if (small == c) continue;
    ++lowered;
    if (to_lower(small) != small || (is_letter(c) && !is_letter(small))) {
      FAIL("code point " << static_cast<std::uint32_t>(c));
    }
  }
  CHECK(lowered > 1300);  // Unicode 14 has 1,433
}

}  // namespace
}  // namespace preformer
