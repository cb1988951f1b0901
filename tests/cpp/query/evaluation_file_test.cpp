#include "preformer/query/evaluation_file.h"

#include <string>

#include "catch.h"
#include "fixtures.h"
#include "preformer/base/rng.h"
#include "preformer/query/table_line.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

/// "king queen 8.5|…": what was read of a file of pairs.
std::string pairs_of(const WordPairsFile& file) {
  std::string text;
  for (const JudgedPair& pair : file.pairs) {
    text += (text.empty() ? "" : "|") + pair.a.word() + " " + pair.b.word() + " " +
            std::to_string(static_cast<int>(pair.score * 100));
  }
  return text;
}

std::string fields_of(std::string_view line, char separator) {
  std::string text;
  std::vector<Field> fields;
  split_fields(line, separator, fields);
  for (const Field& field : fields) text += "[" + field.word() + "]";
  return text;
}

void check_sum(const LineCounts& lines) {
  REQUIRE(lines.blank + lines.headings + lines.read + lines.left_out.count == lines.lines);
  REQUIRE((lines.left_out.count > 0) == (lines.left_out.line > 0));
  REQUIRE((lines.left_out.count > 0) == !lines.left_out.reason.empty());
  REQUIRE(lines.left_out.line <= lines.lines);
}

}  // namespace

TEST_CASE("A line of a table: separators, quotes, blanks", "[query]") {
  CHECK(fields_of("a;b; c d ;", ';') == "[a][b][c d][]");
  CHECK(fields_of(R"("a;b";"say ""x""" ;c)", ';') == R"([a;b][say "x"][c])");
  CHECK(fields_of(R"("open;b)", ';') == R"(["open][b])");
  CHECK(fields_of(R"("a"b;c)", ';') == R"(["a"b][c])");
  CHECK(fields_of(R"( "New York"  king 3)", ' ') == "[New York][king][3]");
  CHECK(fields_of(R"(" king 3)", ' ') == R"(["][king][3])");
  CHECK(fields_of("", ',') == "[]");
  CHECK(fields_of("  ", ' ') == "");
}

TEST_CASE("Word pairs: the formats of published files and of spreadsheets", "[query]") {
  struct Case {
    const char *text, *pairs;
    std::size_t headings, left_out;
  };
  const auto [text, pairs, headings, left_out] = GENERATE(
      Case{"a\tb\t7,5\nc\td\t8\n", "a b 750|c d 800", 0, 0},
      Case{"a;b;7,5\nc;d;8.25\n", "a b 750|c d 825", 0, 0},
      Case{"a b 7,5\nc d 8\n", "a b 750|c d 800", 0, 0},
      Case{"Word 1,Word 2,Human (mean)\na,b,7.5\nc,d,8\n", "a b 750|c d 800", 1, 0},
      Case{"Word 1 Word 2 Human (mean)\na b 7.5\nc d 8\ne f 9\n", "a b 750|c d 800|e f 900", 1, 0},
      // As SimLex-999: the score stands after the part of speech, other numbers follow.
      Case{"word1\tword2\tPOS\tSimLex\tconc(w1)\na\tb\tA\t1.5\t2\nc\td\tN\t9\t3\n",
           "a b 150|c d 900", 1, 0},
      Case{"a\tb\t7\t1\t2\t3\nc\td\t8\t1\t2\t3\n", "a b 700|c d 800", 0, 0},
      Case{"1\ta\tb\t7\n2\tc\td\t8\n3\te\tf\t9\n", "a b 700|c d 800|e f 900", 0, 0},
      Case{"\"a, b\",\"c\",\"7,5\"\nd,e,8\n", "a, b c 750|d e 800", 0, 0},
      Case{"# a comment\n\na,b,7\n", "a b 700", 0, 0},
      Case{"a,b,7\nc,d,n/a\ne,,8\nf,g\nh,i,x\n", "a b 700", 0, 4},
      Case{"a,b,-\nc,d,8\n", "c d 800", 0, 1},  // a missing score is no heading
      Case{"w,v,score\na,b,7\nc,d,8,5\n", "a b 700", 1, 1});
  CAPTURE(text);
  const WordPairsFile file = read_word_pairs(text);
  CHECK(pairs_of(file) == pairs);
  CHECK(file.lines.headings == headings);
  CHECK(file.lines.left_out.count == left_out);
  check_sum(file.lines);
}

TEST_CASE("Word pairs: the first line that was left out is named with its reason", "[query]") {
  const auto first = [](const char* text) { return read_word_pairs(text).lines.left_out; };
  CHECK(first("a b 7\n\nc d\n").line == 3);
  CHECK(first("a b 7\n\nc d\n").reason == "fewFields");
  CHECK(first("a,b,7\nc,d,8x\n").message == "\"8x\" is no number");
  CHECK(first("a;b;7\n;d;8\n").reason == "noWord");
  CHECK(first("v,w,score\na,b,7\nc,d,8,5\n").reason == "decimalComma");
}

TEST_CASE("Analogies: separators, sections, lines of other lengths", "[query]") {
  const AnalogiesFile file = read_analogies(
      "a b c d\r: first \rking, man, queen, woman\r\ne;f;g;h\n\ni\tj k\tl\tm\n: last\na b c\na b c "
      "d "
      "e\n\"n o\",p,q,r");
  REQUIRE(file.questions.size() == 5);
  CHECK(file.sections == std::vector<std::string_view>{"", "first", "last"});
  CHECK(file.questions[1].words[3].word() == "woman");
  CHECK(file.questions[1].section == 1);
  CHECK(file.questions[3].words[1].word() == "j k");
  CHECK(file.questions[4].words[0].word() == "n o");
  CHECK(file.lines.left_out.count == 2);
  CHECK(file.lines.left_out.line == 8);
  check_sum(file.lines);
}

TEST_CASE("The kind of an evaluation file is decided by all of its lines", "[query]") {
  const auto kind = [](const char* text) { return evaluation_kind(text); };
  CHECK(kind("Word 1,Word 2,Human (mean)\na,b,7\n") == EvaluationKind::kWordPairs);
  CHECK(kind("a\tb\tN\t7.5\nc\td\tN\t8\n") == EvaluationKind::kWordPairs);
  CHECK(kind("a b 7 noun\n") == EvaluationKind::kWordPairs);
  CHECK(kind("a heading of four\n\na b 7\nc d 8\n") == EvaluationKind::kWordPairs);
  CHECK(kind("a b c d\ne f g h\n") == EvaluationKind::kAnalogies);
  CHECK(kind("a, b, c, d\n") == EvaluationKind::kAnalogies);
  CHECK(kind("\n\n: capitals\nAthens Greece Oslo Norway\n") == EvaluationKind::kAnalogies);
  CHECK(kind(": numbers\none 1 two 2\n") == EvaluationKind::kAnalogies);
  CHECK(kind(":)\thappy\t8\n:(\tsad\t9\n") == EvaluationKind::kWordPairs);
  for (const char* text : {"", "a b\nc d\n", "a sentence of more than four words\n"}) {
    const Error error = error_of([&] { evaluation_kind(text); });
    CHECK(error.code() == ErrorCode::kBadFormat);
    CHECK_THAT(error.what(), ContainsSubstring("two words and a number"));
    CHECK_THAT(error.what(), ContainsSubstring("four words"));
  }
}

TEST_CASE("Evaluation files: 10,000 mutations lose no line in silence", "[query][fuzz]") {
  const std::string seeds[] = {
      "Word 1;Word 2;Human\nking;queen;7,5\n\"New York\";city;8\nman;woman;3.5\n",
      "a\tb\tN\t7.5\r\nc\td\tV\t8\r\n# comment\r\n1\t2\t3\t4\r\n",
      ": one\nking man queen woman\n\n:two\na,b,c,d\ne f g\n", "a b 1\rc d 2\re f 3\r"};
  const std::string pieces[] = {"\"",
                                ",",
                                ";",
                                "\t",
                                "\n",
                                "\r",
                                " ",
                                ":",
                                "\xE3\x80\x80",
                                "-",
                                "1,5",
                                "\xFF",
                                "#",
                                "\"\"",
                                "a",
                                "1e9",
                                std::string(1, '\0'),
                                "\xEF\xBB\xBF"};
  Rng rng{21};
  for (int round = 0; round < 10'000; ++round) {
    std::string text = seeds[rng.below(4)];
    for (std::uint32_t n = 1 + rng.below(6); n > 0 && !text.empty(); --n) {
      const std::size_t at = rng.below(static_cast<std::uint32_t>(text.size()));
      switch (rng.below(3)) {
        case 0: text.erase(at, 1 + rng.below(4)); break;
        case 1: text.insert(at, pieces[rng.below(18)]); break;
        default: text[at] = static_cast<char>(rng.below(256));
      }
    }
    CAPTURE(round, text);
    const WordPairsFile pairs = read_word_pairs(text);
    check_sum(pairs.lines);
    REQUIRE(pairs.pairs.size() == pairs.lines.read);
    const AnalogiesFile analogies = read_analogies(text);
    check_sum(analogies.lines);
    REQUIRE(analogies.questions.size() == analogies.lines.read);
    try {
      evaluation_kind(text);
    } catch (const Error& error) {
      REQUIRE(error.code() == ErrorCode::kBadFormat);
    }
  }
}
