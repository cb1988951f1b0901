#include "preformer/text/tokenizer.h"

#include <string>

#include "catch.h"
#include "preformer/text/nfc.h"
#include "preformer/text/unicode.h"
#include "text/text_helpers.h"

namespace preformer {
namespace {

using namespace std::string_literals;

constexpr auto kSpace = TokenizerKind::kSpace;
constexpr auto kWords = TokenizerKind::kWords;
constexpr auto kCharacters = TokenizerKind::kCharacters;
constexpr auto kLines = SentenceRule::kLines;
constexpr auto kStops = SentenceRule::kStops;

TEST_CASE("Tokenizer: space splits at white space as LineSentence does", "[text][tokenizer]") {
  CHECK(sentences_of("the king\nthe queen\n", kSpace) ==
        Sentences{{"the", "king"}, {"the", "queen"}});
  CHECK(sentences_of("no line break", kSpace) == Sentences{{"no", "line", "break"}});
  CHECK(sentences_of("  a  b\t c\r\n\n \r\n d\v\fe", kSpace) ==
        Sentences{{"a", "b", "c"}, {"d", "e"}});
  CHECK(sentences_of("国王 爱 王后", kSpace) == Sentences{{"国王", "爱", "王后"}});
  CHECK(sentences_of("国王\u3000爱\u3000王后", kSpace) == Sentences{{"国王", "爱", "王后"}});
  CHECK(sentences_of("a\u00A0b\u2003c\u2028d", kSpace) == Sentences{{"a", "b", "c", "d"}});
  CHECK(sentences_of("King's, (Queen) 3.14 don't.", kSpace) ==
        Sentences{{"King's,", "(Queen)", "3.14", "don't."}});
  CHECK(sentences_of("zero\u200Bwidth", kSpace) == Sentences{{"zero\u200Bwidth"}});
}

TEST_CASE("Tokenizer: control characters separate, NUL among them", "[text][tokenizer]") {
  CHECK(sentences_of("a\0b\x01"
                     "c\x7F"
                     "d"s,
                     kSpace) == Sentences{{"a", "b", "c", "d"}});
  CHECK(sentences_of("a\0b"s, kWords) == Sentences{{"a", "b"}});
  CHECK(sentences_of("\0\0\0"s, kSpace).empty());
}

TEST_CASE("Tokenizer: words are lower-cased runs of letters and numbers", "[text][tokenizer]") {
  CHECK(sentences_of("The King, the QUEEN!", kWords) == Sentences{{"the", "king", "the", "queen"}});
  CHECK(sentences_of("well-known x2 42nd a_b", kWords) ==
        Sentences{{"well", "known", "x2", "42nd", "a", "b"}});
  CHECK(sentences_of("ÉCOLE Straße ΛΌΓΟΣ Москва", kWords) ==
        Sentences{{"école", "straße", "λόγος", "москва"}});
  CHECK(sentences_of("cafe\u0301 CAFE\u0301s", kWords) == Sentences{{"café", "cafés"}});
  CHECK(sentences_of("हिन्दी भाषा", kWords) ==
        Sentences{{"हिन्दी", "भाषा"}});  // vowel signs are marks
  CHECK(sentences_of("pi is 3.14", kWords) == Sentences{{"pi", "is", "3.14"}});
  CHECK(sentences_of("国王 爱 王后。", kWords) == Sentences{{"国王", "爱", "王后"}});
  CHECK(sentences_of("国王爱王后，卡拉OK！", kWords) == Sentences{{"国王爱王后", "卡拉ok"}});
  CHECK(sentences_of("…!?，。 --", kWords).empty());
}

TEST_CASE("Tokenizer: an apostrophe stays between letters", "[text][tokenizer]") {
  CHECK(sentences_of("Don't don’t L’été rock'n'roll", kWords) ==
        Sentences{{"don't", "don't", "l'été", "rock'n'roll"}});
  CHECK(sentences_of("'tis the dogs' 'quoted' o''clock", kWords) ==
        Sentences{{"tis", "the", "dogs", "quoted", "o", "clock"}});
  CHECK(sentences_of("1990's", kWords) == Sentences{{"1990", "s"}});
  CHECK(sentences_of("cafe\u0301's", kWords) == Sentences{{"café's"}});
  CHECK(sentences_of("‘国王’爱", kWords) == Sentences{{"国王", "爱"}});  // a closing quote
  CHECK(sentences_of("end'", kWords) == Sentences{{"end"}});
}

TEST_CASE("Tokenizer: invisible characters do not break words", "[text][tokenizer]") {
  CHECK(sentences_of("trans\u00ADformer", kWords) == Sentences{{"transformer"}});
  CHECK(sentences_of("می\u200Cخواهم", kWords) == Sentences{{"می\u200Cخواهم"}});
  CHECK(sentences_of("I ❤\uFE0F NY 👩\u200D💻", kWords) ==
        Sentences{{"i", "❤\uFE0F", "ny", "👩\u200D💻"}});
}

TEST_CASE("Tokenizer: characters splits CJK and keeps other words", "[text][tokenizer]") {
  CHECK(sentences_of("国王爱王后", kCharacters) == Sentences{{"国", "王", "爱", "王", "后"}});
  CHECK(sentences_of("2024年GPT模型，Don't停", kCharacters) ==
        Sentences{{"2024", "年", "gpt", "模", "型", "don't", "停"}});
  CHECK(sentences_of("カラー 한국 ㄅ 〇", kCharacters) ==
        Sentences{{"カ", "ラ", "ー", "한", "국", "ㄅ", "〇"}});
  CHECK(sentences_of("か\u3099き", kCharacters) == Sentences{{"が", "き"}});
  CHECK(sentences_of("𠀀𠀁", kCharacters) == Sentences{{"𠀀", "𠀁"}});
}

TEST_CASE("Tokenizer: stops end sentences", "[text][tokenizer]") {
  CHECK(sentences_of("One two. Three! Four? Five… Six", kWords, kStops) ==
        Sentences{{"one", "two"}, {"three"}, {"four"}, {"five"}, {"six"}});
  CHECK(sentences_of("国王爱王后。王后爱国王！是吗？是．好", kWords, kStops) ==
        Sentences{{"国王爱王后"}, {"王后爱国王"}, {"是吗"}, {"是"}, {"好"}});
  CHECK(sentences_of("国王。王后", kCharacters, kStops) == Sentences{{"国", "王"}, {"王", "后"}});
  CHECK(sentences_of("pi is 3.14 or 3.1416.", kWords, kStops) ==
        Sentences{{"pi", "is", "3.14", "or", "3.1416"}});
  CHECK(sentences_of("in 1861. War", kWords, kStops) == Sentences{{"in", "1861"}, {"war"}});
  CHECK(sentences_of("what?! no... yes", kWords, kStops) == Sentences{{"what"}, {"no"}, {"yes"}});
  CHECK(sentences_of("a\r\nb\rc\nd", kWords, kStops) == Sentences{{"a"}, {"b"}, {"c"}, {"d"}});
  CHECK(sentences_of("One. Two", kWords, kLines) == Sentences{{"one", "two"}});
}

TEST_CASE("Tokenizer: every kind of line end ends a sentence", "[text][tokenizer]") {
  for (const auto kind : {kSpace, kWords, kCharacters}) {
    for (const auto rule : {kLines, kStops}) {
      for (const char* end : {"\n", "\r", "\r\n", "\r\r\n", "\n\r"}) {
        const std::string e = end;
        CHECK(sentences_of("a b" + e + "c" + e + e + "d", kind, rule) ==
              Sentences{{"a", "b"}, {"c"}, {"d"}});
      }
    }
  }
}

TEST_CASE("Tokenizer: in segmented text a stop is a token that is dropped", "[text][tokenizer]") {
  CHECK(sentences_of("国王 爱 王后 。 王后 笑 ！？ 好", kSpace, kStops) ==
        Sentences{{"国王", "爱", "王后"}, {"王后", "笑"}, {"好"}});
  CHECK(sentences_of("He left. She ... stayed 3.14 m", kSpace, kStops) ==
        Sentences{{"He", "left."}, {"She"}, {"stayed", "3.14", "m"}});
  CHECK(sentences_of("国王 。", kSpace, kLines) == Sentences{{"国王", "。"}});
}

TEST_CASE("Tokenizer: a byte-order mark at the start vanishes", "[text][tokenizer]") {
  for (const auto kind : {kSpace, kWords, kCharacters}) {
    CHECK(sentences_of("\xEF\xBB\xBFking queen", kind) == Sentences{{"king", "queen"}});
    CHECK(sentences_of("\xEF\xBB\xBF", kind).empty());
    CHECK(sentences_of("", kind).empty());
  }
}

TEST_CASE("Tokenizer: broken UTF-8 is counted", "[text][tokenizer]") {
  const TokenizedText spaced = tokenize(
      "a\xFF"
      "b \xED\xA0\x80",
      {kSpace, kLines});
  CHECK(spaced.replaced == 4);
  CHECK(sentences_of(spaced) == Sentences{{"a\uFFFDb", "\uFFFD\uFFFD\uFFFD"}});
  const TokenizedText words = tokenize(
      "a\xFF"
      "b \xED\xA0\x80 c\xE5\x9B",
      {kWords, kLines});
  CHECK(words.replaced == 5);
  CHECK(sentences_of(words) == Sentences{{"a", "b", "c"}});
}

TEST_CASE("Tokenizer: tokens over 1,000 bytes are skipped and counted", "[text][tokenizer]") {
  const std::string limit(1000, 'a'), longer(1001, 'a');
  for (const auto kind : {kSpace, kWords, kCharacters}) {
    const TokenizedText text = tokenize("b " + limit + " " + longer + " c", {kind, kLines});
    CHECK(text.overlong == 1);
    CHECK(sentences_of(text) == Sentences{{"b", limit, "c"}});
  }
  std::string han;  // 334 characters are 1,002 bytes
  for (int i = 0; i < 334; ++i) han += "国";
  CHECK(tokenize(han, {kWords, kLines}).overlong == 1);
  CHECK(tokenize(han, {kCharacters, kLines}).tokens() == 334);
}

TEST_CASE("Tokenizer: a single token of 5 MB", "[text][tokenizer]") {
  const std::string text(5'000'000, 'x');
  for (const auto kind : {kSpace, kWords, kCharacters}) {
    const TokenizedText tokenized = tokenize(text, {kind, kStops});
    CHECK(tokenized.tokens() == 0);
    CHECK(tokenized.sentences() == 0);
    CHECK(tokenized.overlong == 1);
  }
}

TEST_CASE("Tokenizer: 10 MB without a line break", "[text][tokenizer]") {
  std::string text;
  text.reserve(10'000'000);
  while (text.size() < 10'000'000) text += "word ";
  const TokenizedText tokenized = tokenize(text, {kSpace, kLines});
  REQUIRE(tokenized.tokens() == 2'000'000);
  CHECK(tokenized.sentences() == 200);  // cut every 10,000 tokens
}

TEST_CASE("Tokenizer: sentences are cut at 10,000 tokens", "[text][tokenizer]") {
  std::string text;
  for (int i = 0; i < 25'000; ++i) text += "w ";
  const Sentences cut = sentences_of(text + "\nend", kWords);
  REQUIRE(cut.size() == 4);
  CHECK(cut[0].size() == 10'000);
  CHECK(cut[1].size() == 10'000);
  CHECK(cut[2].size() == 5'000);
  CHECK(cut[3] == std::vector<std::string>{"end"});
  CHECK(sentences_of(text.substr(0, 20'000) + "\nend", kSpace).size() == 2);
}

bool is_one_token(std::string_view token, TokenizerKind kind) {
  if (token.empty() || token.size() > kMaxTokenBytes || decode(token).replaced > 0) return false;
  bool says_something = kind == kSpace;
  for (const char32_t c : decode("x" + std::string(token)).code_points) {
    if (is_space(c) || is_control(c)) return false;
    if (kind != kSpace && !is_sign(c) && to_lower(c) != c) return false;
    says_something = says_something || is_letter(c) || is_number(c) || is_sign(c);
  }
  return says_something && (kind == kSpace || to_nfc(token) == token);
}

TEST_CASE("Tokenizer: any bytes give clean tokens, which tokenize to themselves",
          "[text][tokenizer][fuzz]") {
  Rng rng{11};
  for (int round = 0; round < 1500; ++round) {
    const std::string text =
        round % 3 == 0 ? random_bytes(rng.below(400), rng) : random_text(rng.below(200), rng);
    for (const auto kind : {kSpace, kWords, kCharacters}) {
      for (const auto rule : {kLines, kStops}) {
        const TokenizedText tokenized = tokenize(text, {kind, rule});
        REQUIRE(tokenized.replaced == decode(text).replaced);
        REQUIRE((tokenized.sentences() == 0) == (tokenized.tokens() == 0));
        std::string joined = "x";  // keeps a token that starts with U+FEFF off the start
        std::vector<std::string> tokens{"x"};
        for (const auto& sentence : sentences_of(tokenized)) {
          REQUIRE(!sentence.empty());
          for (const auto& token : sentence) {
            REQUIRE(is_one_token(token, kind));
            joined += " " + token;
            tokens.push_back(token);
          }
        }
        REQUIRE(sentences_of(joined, kind, kLines) == Sentences{tokens});
      }
    }
  }
}

TEST_CASE("Tokenizer: the visitor hears what the arena holds", "[text][tokenizer]") {
  struct Listener final : TokenVisitor {
    Sentences sentences{{}};
    void token(std::string_view utf8) override { sentences.back().emplace_back(utf8); }
    void end_sentence() override { sentences.emplace_back(); }
  } listener;
  for_each_token("a b\n\n\nc", {kSpace, kLines}, listener);
  CHECK(listener.sentences == Sentences{{"a", "b"}, {"c"}, {}});
}

}  // namespace
}  // namespace preformer
