// The words of natural text: one word in two spellings, points and marks inside words, emoji, signs
// that are left out.
#include <string>

#include "catch.h"
#include "preformer/text/composed_pieces.h"
#include "preformer/text/nfc.h"
#include "preformer/text/sentence_ends.h"
#include "text/text_helpers.h"

namespace preformer {
namespace {

constexpr auto kSpace = TokenizerKind::kSpace;
constexpr auto kWords = TokenizerKind::kWords;
constexpr auto kCharacters = TokenizerKind::kCharacters;
constexpr auto kStops = SentenceRule::kStops;

using Words = std::vector<std::string>;

/// The tokens of a text that is one sentence.
Words words_of(std::string_view text, TokenizerKind kind = kWords) {
  const Sentences sentences = sentences_of(text, kind);
  return sentences.empty() ? Words{} : sentences[0];
}

TEST_CASE("Words: two spellings of a word are one", "[text][words]") {
  const char* composed = "café Ångström tiếng Việt 한국어 がぎ ᾶ ǰ";
  for (const auto kind : {kWords, kCharacters}) {
    CHECK(words_of(to_nfd(composed), kind) == words_of(composed, kind));
  }
  CHECK(words_of("CAFE\u0301 café \u212B Å \u2126") == Words{"café", "café", "å", "å", "ω"});
  CHECK(words_of("J\u030C ǰ İ I\u0307") == Words{"ǰ", "ǰ", "i", "i"});
  CHECK(words_of("\u1112\u1161\u11AB\u1100\u116E\u11A8", kCharacters) == Words{"한", "국"});
  CHECK(words_of("cafe\u00AD\u0301") == Words{"café"});  // a soft hyphen between letter and accent
  CHECK(words_of("cafe\u0301", kSpace) == Words{"cafe\u0301"});  // as gensim has it
}

TEST_CASE("Words: a sigma at the end is a final one", "[text][words]") {
  CHECK(words_of("σας ΣΑΣ Σας ΟΔΟΣ. ΣΊΣΥΦΟΣ Σ ΣΑΣ2") ==
        Words{"σας", "σας", "σας", "οδος", "σίσυφος", "σ", "σας2"});
  CHECK(words_of("ΣΑΣ cafe\u0301") == Words{"σας", "café"});  // in a piece that is composed
  CHECK(lower_case("ΣΑΣ") == "σας");
  CHECK(lower_case("Σ ΑΣΣ") == "σ ασς");
}

TEST_CASE("Words: stops inside words", "[text][words]") {
  CHECK(words_of("Node.js v2.0 is 3.14, U.S.A. and 1,000,000") ==
        Words{"node.js", "v2.0", "is", "3.14", "u.s.a", "and", "1,000,000"});
  CHECK(words_of("https://example.org/a.b?c=1 me@example.com report.final.pdf .net") ==
        Words{"https", "example.org", "a.b", "c", "1", "me", "example.com", "report.final.pdf",
              "net"});
  CHECK(words_of("2a.b3 a.1 1.a key:value 1;2") ==
        Words{"2a.b3", "a", "1", "1", "a", "key", "value", "1", "2"});
  CHECK(words_of("١٫٥ 1'000") == Words{"١٫٥", "1'000"});
}

TEST_CASE("Words: a stop ends a sentence where no word goes on", "[text][words]") {
  const auto count = [](std::string_view text, TokenizerKind kind = kWords) {
    return sentences_of(text, kind, kStops).size();
  };
  for (const auto kind : {kSpace, kWords, kCharacters}) {
    CAPTURE(static_cast<int>(kind));
    for (const char* whole :
         {"read https://example.org/a.b?c=1&d=2 now", "write to me@example.com please",
          "see report.final.pdf or 报告.docx here", "Node.js v2.0 has 3.14 and Yahoo!x",
          "a U.S.A flag, e.g this", "wait...what", "the U.S.'s flag"}) {
      CAPTURE(whole);
      CHECK(count(whole, kind) == 1);
    }
    for (const char* two :
         {"He left. She stayed", "“He left.” She stayed", "(He left.) She stayed", "left.\nShe",
          "Really?! Yes", "He said \"go.\" Then", "left... She", "left… She", "left.\tShe"}) {
      CAPTURE(two);
      CHECK(count(two, kind) == 2);
    }
  }
  CHECK(count("国王爱王后。王后笑！好？好｡好") == 5);
  CHECK(count("我爱你.你呢?好……好") == 4);  // between two Chinese letters
  CHECK(count("राजा।रानी مرحبا؟نعم") == 3);
  CHECK(count("wow!😀 next") == 2);
}

TEST_CASE("Words: marks inside words, UAX 29", "[text][words]") {
  CHECK(words_of("צה״ל ד\"ר ג׳ירפה ג'ירפה רח' רח׳") ==
        Words{"צה״ל", "ד\"ר", "ג׳ירפה", "ג'ירפה", "רח'", "רח׳"});
  CHECK(words_of("\"שלום\" אמר") == Words{"שלום", "אמר"});  // quotes around a Hebrew word
  CHECK(words_of("col·legi COL·LEGI l＇eau don´t don`t don′t rock‘n’roll") ==
        Words{"col·legi", "col·legi", "l'eau", "don't", "don't", "don't", "rock'n'roll"});
  CHECK(words_of("‘quoted’ `code` 马克·吐温 a · b ·c·") ==
        Words{"quoted", "code", "马克", "吐温", "a", "b", "c"});
  CHECK(words_of("don\u00AD'\u00ADt") == Words{"don't"});
}

TEST_CASE("Words: emoji are tokens", "[text][words]") {
  for (const auto kind : {kWords, kCharacters}) {
    CHECK(words_of("I ❤️ NY👩‍🚀!", kind) == Words{"i", "❤️", "ny", "👩‍🚀"});
    CHECK(words_of("😀😀👍🏽👍", kind) == Words{"😀", "😀", "👍🏽", "👍"});
    CHECK(words_of("🇫🇷🇩🇪🇪", kind) == Words{"🇫🇷", "🇩🇪", "🇪"});
    CHECK(words_of("🏴󠁧󠁢󠁥󠁮󠁧󠁿👨‍👩‍👧🙂‍↔️", kind) ==
          Words{"🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧", "🙂‍↔️"});
    CHECK(words_of("1️⃣2⃣#️⃣ 12", kind) == Words{"1️⃣", "2⃣", "#️⃣", "12"});
    CHECK(words_of("♥ ★☆ ☎ ✓ ™ ™️ → ➡️", kind) == Words{"♥", "★", "☆", "☎", "✓", "™️", "➡️"});
  }
  CHECK(words_of("好😀吗", kCharacters) == Words{"好", "😀", "吗"});
  CHECK(words_of("😀\u200D a") == Words{"😀", "a"});  // a joiner that joins nothing
}

TEST_CASE("Words: names of programming languages", "[text][words]") {
  CHECK(words_of("C++, C# (F#) C++17 c++语言") ==
        Words{"c++", "c#", "f#", "c++", "17", "c++", "语言"});
  CHECK(words_of("a+b a++b a+++ c#sharp ab# 1++ #tag") ==
        Words{"a", "b", "a", "b", "a", "c", "sharp", "ab", "1", "tag"});
}

TEST_CASE("Words: what is left out is counted", "[text][words]") {
  const TokenizedText text = tokenize("5 € + 3 € = © → ° | “x” - (y)… 'z' 50 % a_b", {kWords});
  CHECK(text.dropped == 8);
  CHECK(text.dropped_signs == Words{"€", "+", "=", "©", "→", "°"});
  CHECK(dropped_note(text.dropped, text.dropped_signs) == "8 signs left out: € + = © → °");
  CHECK(dropped_note(1, {"€"}) == "1 sign left out: €");
  CHECK(dropped_note(0, {}) == "");
  CHECK(tokenize("€ 5", {kSpace}).dropped == 0);
  CHECK(tokenize("don´t ❤️ C++", {kWords}).dropped == 0);
  CHECK(tokenize("\u0301a", {kWords}).dropped == 1);  // an accent on nothing
  CHECK(tokenize("\xFF", {kWords}).dropped == 0);     // counted as replaced
  CHECK(tokenize("བོད་སྐད། ไทย។ «a» ¿b? „c“", {kWords}).dropped == 0);
}

TEST_CASE("Words: signs and pictographs of known characters", "[text][unicode]") {
  for (const char32_t c : std::u32string_view(U"$+<=>^`|~¢©°´×€№→∑■♥😀￥\uE000")) {
    CAPTURE(static_cast<std::uint32_t>(c));
    CHECK(is_sign(c));
  }
  for (const char32_t c : std::u32string_view(U".,!?'\"-_@#%&*()/·、。「」་။׳؟\u200Da1国 \uFFFD")) {
    CAPTURE(static_cast<std::uint32_t>(c));
    CHECK_FALSE(is_sign(c));
  }
  for (const char32_t c : std::u32string_view(U"⌚⏩☀♥☎✅❌❤➕⭐⬛🀄🃏🇫🏽🤔🪐🫠"))
    CHECK(is_pictograph(c));
  for (const char32_t c : std::u32string_view(U"©™→▶❨❶€a国")) CHECK_FALSE(is_pictograph(c));
}

/// Letters, numbers, marks and signs, but not the selector that may be left out without loss.
std::size_t count_of_what_matters(std::string_view text) {
  std::size_t count = 0;
  for (const char32_t c : decode(text).code_points) {
    count += c != 0xFE0F && (is_letter(c) || is_number(c) || is_sign(c));
  }
  return count;
}

constexpr std::string_view kMixed =
    "Don’t stop: l’été, cafe\u0301 & naïve. Node.js v2.0 costs $3.14 (U.S.A.)! "
    "ΣΊΣΥΦΟΣ İstanbul J\u030C. 国王爱王后。“你好！”马克·吐温 报告.docx か\u3099き カラー 한국어 "
    "\u1112\u1161\u11AB צה״ל ד\"ר רח' हिन्दी। می\u200Cخواهم؟ ไทย tiếng Vie\u0323\u0302t\r\n"
    "I ❤️ 👩‍🚀👍🏽 🇫🇷🇩🇪 1️⃣ C++ c# → ≠ a\u00ADb \u2060c\uFEFF "
    "½ Ⅷ Ⓜ️ \u212B \u2329x\u232A.\tend… z";

/// The text with some code points left out, doubled, swapped or taken from elsewhere.
std::u32string mutated(std::u32string text, Rng& rng) {
  const auto place = [&] { return rng.below(static_cast<std::uint32_t>(text.size())); };
  for (std::uint32_t n = 1 + rng.below(12); n > 0 && !text.empty(); --n) {
    const std::size_t at = place();
    switch (rng.below(5)) {
      case 0: text.erase(at, 1 + rng.below(8)); break;
      case 1: text.insert(at, 1, text[place()]); break;
      case 2: std::swap(text[at], text[place()]); break;
      case 3: text[at] = rng.below(0x3100); break;
      default: text.insert(at, text.substr(place(), rng.below(6))); break;
    }
  }
  // These become apostrophes, which the accounts below do not follow.
  std::erase_if(text,
                [](char32_t c) { return c == U'`' || c == U'´' || c == 0x1FEF || c == 0x1FFD; });
  return text;
}

TEST_CASE("Words: 10,000 mutations: equivalent texts give equal tokens, nothing is lost",
          "[text][words][fuzz]") {
  Rng rng{13};
  const std::u32string whole = decode(kMixed).code_points;
  for (int round = 0; round < 10'000; ++round) {
    const std::string text = encode(mutated(whole, rng));
    const auto kind = round % 2 == 0 ? kWords : kCharacters;
    const auto rule = round % 4 < 2 ? SentenceRule::kLines : kStops;
    const TokenizedText tokenized = tokenize(text, {kind, rule});
    CAPTURE(round, text);
    REQUIRE(sentences_of(tokenize(to_nfd(text), {kind, rule})) == sentences_of(tokenized));
    REQUIRE(sentences_of(tokenize(to_nfc(text), {kind, rule})) == sentences_of(tokenized));

    std::string composed, tokens;
    ComposedPieces pieces(without_byte_order_mark(text));
    for (std::string_view piece; pieces.next(piece);) composed += piece;
    for (std::size_t i = 0; i < tokenized.tokens(); ++i) tokens += tokenized[i];
    REQUIRE(tokenized.overlong == 0);
    REQUIRE(count_of_what_matters(composed) == count_of_what_matters(tokens) + tokenized.dropped);
  }
}

}  // namespace
}  // namespace preformer
