#include "preformer/text/labelled_lines.h"
#include "catch.h"
#include "preformer/base/error.h"

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
