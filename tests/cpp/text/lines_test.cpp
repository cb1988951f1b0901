#include "preformer/text/lines.h"

#include "catch.h"

using namespace preformer;

TEST_CASE("lines: fields and words", "[text]") {
  CHECK(trimmed(" \t a b\xE3\x80\x80") == "a b");
  CHECK(trimmed("　 ").empty());
  CHECK(trimmed("").empty());
  std::string_view rest = "一\xE3\x80\x80二 three", word;
  CHECK((next_word(rest, word) && word == "一"));
  CHECK((next_word(rest, word) && word == "二"));
  CHECK((next_word(rest, word) && word == "three"));
  CHECK_FALSE(next_word(rest, word));
  rest = " \t a\tb\r";
  CHECK((next_blank_field(rest, word) && word == "a"));
  CHECK((next_blank_field(rest, word) && word == "b"));
  CHECK_FALSE(next_blank_field(rest, word));
}

TEST_CASE("lines: both ends of a line, and a last line without one", "[text]") {
  LineReader lines(
      "\xEF\xBB\xBF"
      "a\r\n\nb");
  std::string_view line;
  CHECK((lines.next(line) && line == "a"));
  CHECK(lines.rest() == "\nb");
  CHECK((lines.next(line) && line.empty()));
  CHECK((lines.next(line) && line == "b"));
  CHECK(lines.number() == 3);
  CHECK(lines.rest().empty());
  CHECK_FALSE(lines.next(line));
}
