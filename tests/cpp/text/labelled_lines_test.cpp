#include "preformer/text/labelled_lines.h"
#include "catch.h"
#include "preformer/base/error.h"
#include "preformer/base/rng.h"

using namespace preformer;

namespace {

using Strings = std::vector<std::string>;

Error refusal(const std::string& text) {
  try {
    read_labelled_lines(text, "pool");
  } catch (const Error& error) {
    return error;
  }
  FAIL("not refused: " << text.substr(0, 60));
  return Error(ErrorCode::kBadFormat, "");
}

}  // namespace

TEST_CASE("Labelled lines: labels in order of appearance, a sentence for each line", "[text]") {
  const auto lines = read_labelled_lines(
      "\xEF\xBB\xBFgood\ta lovely room\r\n\n  \nbad\tdull\tview\r\n 差评 \t又 旧\ngood\tfine");
  CHECK(lines.labels == Strings{"good", "bad", "差评"});
  CHECK(lines.sentences == Strings{"a lovely room", "dull\tview", "又 旧", "fine"});
  CHECK(lines.targets == std::vector<std::int32_t>{0, 1, 2, 0});
}

TEST_CASE("Labelled lines: ill-formed UTF-8 is replaced", "[text]") {
  const auto lines = read_labelled_lines("a\tx \xFF y\nb\tz");
  CHECK(lines.sentences[0] == "x \xEF\xBF\xBD y");
}

TEST_CASE("Labelled lines: a bad line is refused by its number", "[text]") {
  struct Case {
    const char* text;
    const char* line;
  };
  const auto [text, line] =
      GENERATE(Case{"a\tone\n\nb two\n", "line 3"}, Case{"a\tone\n\ttwo\n", "line 2"},
               Case{"a\t \nb\ttwo\n", "line 1"});
  const Error error = refusal(text);
  CHECK(error.code() == ErrorCode::kBadFormat);
  CHECK(error.name() == "pool");
  CHECK(error.value() == line);
}

TEST_CASE("Labelled lines: Excel's line ends, headings, numbers, fastText's labels", "[text]") {
  struct Case {
    const char* text;
    std::size_t headings;
  };
  const auto [text, headings] =
      GENERATE(Case{"good\tone\rbad\ttwo\rgood\tthree\r", 0},
               Case{"good\tone\r\nbad\ttwo\r\ngood\tthree", 0},
               Case{"label\ttext\ngood\tone\nbad\ttwo\ngood\tthree\n", 1},
               Case{"Klasse\tSatz\ngood\tone\nbad\ttwo\ngood\tthree\n", 1},
               Case{"标签\t句子\ngood\tone\nbad\ttwo\ngood\tthree\n", 1},
               Case{"1\tgood\tone\n2\tbad\ttwo\n3\tgood\tthree\n", 0},
               Case{"id\tlabel\ttext\n0\tgood\tone\n1\tbad\ttwo\n2\tgood\tthree\n", 1},
               Case{"\tx\ty\n0\tgood\tone\n1\tbad\ttwo\n2\tgood\tthree\n", 1},
               Case{"__label__good one\n__label__bad two\n__label__good three\n", 0},
               Case{"__label__good\tone\ntwo __label__bad\n__label__good  three\n", 0},
               Case{"good\t\"one\"\n\"bad\"\ttwo\ngood\tthree\n", 0});
  CAPTURE(text);
  const auto lines = read_labelled_lines(text);
  CHECK(lines.labels == Strings{"good", "bad"});
  CHECK(lines.sentences == Strings{"one", "two", "three"});
  CHECK(lines.targets == std::vector<std::int32_t>{0, 1, 0});
  CHECK(lines.numbers.front() == 1 + headings);
  CHECK(lines.lines.headings == headings);
  CHECK(lines.lines.read == 3);
}

TEST_CASE("Labelled lines: what only looks like a heading, a number or a quote is read", "[text]") {
  // "label" is a label where it occurs twice, and so are numbers that do not count the lines.
  CHECK(read_labelled_lines("label\ta\nother\tb\nlabel\tc\n").labels == Strings{"label", "other"});
  CHECK(read_labelled_lines("text\ta\nother\tb\n").labels == Strings{"text", "other"});
  CHECK(read_labelled_lines("1\ta\tb\n0\tc\td\n1\te\tf\n").labels == Strings{"1", "0"});
  CHECK(read_labelled_lines("1\ta\n2\tb\n").labels == Strings{"1", "2"});
  CHECK(read_labelled_lines("a\t\"he\" said \"no\"\nb\t\"he \"\"said\"\"\"\n").sentences ==
        Strings{"\"he\" said \"no\"", "he \"said\""});
}

TEST_CASE("Labelled lines: bad lines are counted, or refused", "[text]") {
  const std::string text = "a\tone\nno tab\n\nb\ttwo\n\tthree\n__label__a __label__b both\n";
  const auto read = read_labelled_lines(text, "pool", BadLines::kLeaveOut);
  CHECK(read.sentences == Strings{"one", "two"});
  CHECK(read.lines.left_out.count == 3);
  CHECK(read.lines.left_out.line == 2);
  CHECK(read.lines.left_out.reason == "noTab");
  CHECK(refusal(text).value() == "line 2");
  CHECK(read_labelled_lines("__label__a __label__b c\na\tx\nb\ty\n", "pool", BadLines::kLeaveOut)
            .lines.left_out.reason == "severalLabels");
  try {
    read_labelled_lines("no tab\nnone here\n", "pool", BadLines::kLeaveOut);
    FAIL("a file without a line that can be read");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kBadFormat);
    CHECK(error.value() == "line 1");
  }
}

TEST_CASE("Labelled lines: a label with too few lines is named with its line", "[text]") {
  const auto lines = read_labelled_lines("a\t1\na\t2\n\nx\t3\n");
  CHECK_NOTHROW(require_lines_per_label(lines, 1, "task"));
  try {
    require_lines_per_label(lines, 2, "task");
    FAIL("one line is enough");
  } catch (const Error& error) {
    CHECK(error.value() == "x");
    CHECK(std::string(error.what()).find("has 1 line (line 4), fewer than 2") != std::string::npos);
  }
}

TEST_CASE("Labelled lines: 10,000 mutations lose no line in silence", "[text][fuzz]") {
  const std::string seeds[] = {"label\ttext\ngood\tone two\nbad\tthree\n\ngood\tfour\n",
                               "1\tgood\tone\r2\tbad\ttwo\r3\tgood\tthree\r",
                               "__label__a x y\r\n__label__b z\r\n__label__a __label__b w\r\n"};
  const std::string pieces[] = {"\t",   "\n", "\r", "\"",    "__label__",    " ",
                                "\xFF", "1",  "a",  "label", "\xEF\xBB\xBF", std::string(1, '\0')};
  Rng rng{22};
  int read_files = 0;
  for (int round = 0; round < 10'000; ++round) {
    std::string text = seeds[rng.below(3)];
    for (std::uint32_t n = 1 + rng.below(6); n > 0 && !text.empty(); --n) {
      const std::size_t at = rng.below(static_cast<std::uint32_t>(text.size()));
      switch (rng.below(3)) {
        case 0: text.erase(at, 1 + rng.below(4)); break;
        case 1: text.insert(at, pieces[rng.below(12)]); break;
        default: text[at] = static_cast<char>(rng.below(256));
      }
    }
    CAPTURE(round, text);
    try {
      const LabelledLines read = read_labelled_lines(text, "x", BadLines::kLeaveOut);
      const LineCounts& lines = read.lines;
      REQUIRE(lines.blank + lines.headings + lines.read + lines.left_out.count == lines.lines);
      REQUIRE(lines.read == read.sentences.size());
      REQUIRE(read.targets.size() == read.sentences.size());
      REQUIRE(read.numbers.size() == read.sentences.size());
      for (std::size_t n = 1; n < read.numbers.size(); ++n) {
        REQUIRE(read.numbers[n] > read.numbers[n - 1]);
      }
      ++read_files;
    } catch (const Error& error) {
      REQUIRE((error.code() == ErrorCode::kBadFormat || error.code() == ErrorCode::kBadParameter));
    }
  }
  CHECK(read_files > 5'000);
}

TEST_CASE("Labelled lines: two labels are needed", "[text]") {
  CHECK(refusal("").code() == ErrorCode::kBadParameter);
  CHECK(refusal("\n \r\n\t\n").value() == "no lines");
  const Error one = refusal("a\tone\na\ttwo");
  CHECK(one.code() == ErrorCode::kBadParameter);
  CHECK(one.value() == "a");
}

TEST_CASE("Labelled lines: too many lines or labels are refused", "[text]") {
  std::string text = "a\tone\nb\ttwo\n";
  for (std::size_t n = 2; n < kMaxLabelledLines; ++n) text += "a\tx\n";
  CHECK(read_labelled_lines(text).sentences.size() == kMaxLabelledLines);
  const Error lines = refusal(text + "\na\tone more\n");
  CHECK(lines.code() == ErrorCode::kTooLarge);
  CHECK(lines.value() == "line " + std::to_string(kMaxLabelledLines + 2));

  std::string labels;
  for (std::size_t n = 0; n < kMaxLabels; ++n) labels += std::to_string(n) + "\tx\n";
  CHECK(read_labelled_lines(labels).labels.size() == kMaxLabels);
  CHECK(refusal(labels + "more\tx\n").code() == ErrorCode::kTooLarge);
}

TEST_CASE("Labelled lines: a heading may say that the sentences come first", "[text]") {
  const auto lines = read_labelled_lines(
      "id\tText\tLabel\n1\ta lovely room\tgood\n2\t\"dull\tview\"\tbad\n3\tfine\tgood\n");
  CHECK(lines.labels == Strings{"good", "bad"});
  CHECK(lines.sentences == Strings{"a lovely room", "dull\tview", "fine"});
  CHECK(lines.lines.headings == 1);
  CHECK(read_labelled_lines("文本\t标签\n很 好\t好\n不 好\t坏\n").labels == Strings{"好", "坏"});
  // Without such a heading the label comes first, whatever the words are.
  CHECK(read_labelled_lines("text\tlabel text\nnote\tmore\n").labels == Strings{"text", "note"});
  CHECK(refusal("text\tlabel\nfine\tgood\nalone\n").permitted() == "label, tab, sentence");
}
