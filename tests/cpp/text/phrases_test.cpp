#include "preformer/text/phrases.h"

#include <limits>
#include <string>

#include "catch.h"
#include "preformer/base/error.h"

namespace preformer {
namespace {

std::string joined(const std::string& text, const Phrases& phrases) {
  TokenizedText tokens;
  PhraseJoiner joiner(phrases, tokens);
  for_each_token(text, {}, joiner);
  std::string line;
  for (std::size_t s = 0; s < tokens.sentences(); ++s) {
    for (std::size_t i = tokens.sentence_begin(s); i < tokens.sentence_end(s); ++i) {
      line += (i == tokens.sentence_begin(s) ? "" : " ") + std::string(tokens[i]);
    }
    line += '\n';
  }
  return line;
}

Phrases counted(const std::string& text) {
  Phrases phrases;
  for_each_token(text, {}, phrases);
  return phrases;
}

}  // namespace

TEST_CASE("Phrases: the score is the paper's", "[text][phrases]") {
  // 2 words and 2 pairs (a b, b a): (3 − 1) / (3 · 3) · 4 and (2 − 1) / 9 · 4.
  Phrases phrases = counted("a b a b a b");
  const auto found = phrases.choose({.min_count = 1, .threshold = 0.1});
  REQUIRE(found.size() == 2);
  CHECK(found[0].text == "a_b");
  CHECK(found[0].count == 3);
  CHECK(found[0].score == 2.0 / 9.0 * 4.0);
  CHECK(found[1].text == "b_a");
  CHECK(found[1].score == 1.0 / 9.0 * 4.0);
}

TEST_CASE("Phrases: a score at the threshold is not above it", "[text][phrases]") {
  Phrases phrases = counted("a b a b a b");
  CHECK(phrases.choose({.min_count = 1, .threshold = 2.0 / 9.0 * 4.0}).empty());
  CHECK(joined("a b", phrases) == "a b\n");
}

TEST_CASE("Phrases: pairs end with their sentence", "[text][phrases]") {
  Phrases phrases = counted("a b\nc\na b\nc\n");
  const auto found = phrases.choose({.min_count = 1, .threshold = 0.01});
  REQUIRE(found.size() == 1);
  CHECK(joined("a b\nb c\n", phrases) == "a_b\nb c\n");
}

TEST_CASE("Phrases: are joined from left to right, each word once", "[text][phrases]") {
  Phrases phrases = counted("x x x x x x x x");
  CHECK(phrases.choose({.min_count = 1, .threshold = 0.01}).size() == 1);
  CHECK(joined("x x x", phrases) == "x_x x\n");
  CHECK(joined("x x x x y", phrases) == "x_x x_x y\n");
  CHECK(joined("y x", phrases) == "y x\n");
}

TEST_CASE("Phrases: a second pass joins joined words", "[text][phrases]") {
  std::string text;
  for (int i = 0; i < 9; ++i) text += "new york city\nthe sea\n";
  Phrases first = counted(text);
  first.choose({.min_count = 1, .threshold = 0.3});
  const std::string once = joined("new york city", first);
  Phrases second = counted(joined(text, first));
  second.choose({.min_count = 1, .threshold = 0.3});
  CHECK(once == "new_york city\n");
  CHECK(joined(once, second) == "new_york_city\n");
}

TEST_CASE("Phrases: wrong options are refused", "[text][phrases]") {
  Phrases phrases = counted("a b");
  CHECK_THROWS_AS(phrases.choose({.min_count = 0}), Error);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_AS(phrases.choose({.min_count = 1, .threshold = nan}), Error);
}

}  // namespace preformer
