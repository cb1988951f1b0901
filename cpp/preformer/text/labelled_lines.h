// Labelled examples as text, one per line: label, tab, sentence; or fastText's `__label__x
// sentence`. The command line, the API and the page read them with this reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/text/left_out.h"

namespace preformer {

inline constexpr std::size_t kMaxLabelledLines = 20'000;
inline constexpr std::size_t kMaxLabels = 50;

struct LabelledLines {
  std::vector<std::string> labels;     // by first appearance
  std::vector<std::string> sentences;  // text, not split yet
  std::vector<std::int32_t> targets;   // of each sentence: its label's place in `labels`
  std::vector<std::size_t> numbers;    // of each sentence: its line, from 1
  LineCounts lines;
};

enum class BadLines {
  kRefuse,    // the first one is an error
  kLeaveOut,  // they are counted in `lines`
};

/// Lines end with \n, \r\n or \r. Skips blank lines and ignores white space around a label, and
/// quotes around a field as spreadsheets write them. Leaves out a first line that names the columns
/// (its label is "label", "class", …, and occurs once, unlike others) and a first column of row
/// numbers. A heading "text", tab, "label" says that the sentences come first. A line with several
/// of fastText's labels is a bad line, as is one without tab, label or sentence. Throws BadFormat
/// for bad lines if `bad` says so or if no other line is left, BadParameter for fewer than two
/// labels, TooLarge for more than kMaxLabelledLines or kMaxLabels. Errors contain the line and
/// `field`, the name of the option.
LabelledLines read_labelled_lines(std::string_view utf8, const std::string& field = "examples",
                                  BadLines bad = BadLines::kRefuse);

/// The same without a demand for labels: a page shows what was read of any text. Throws TooLarge,
/// and BadFormat if `bad` says so.
LabelledLines parse_labelled_lines(std::string_view utf8, const std::string& field, BadLines bad);

/// Throws BadParameter, naming the label and its first line, if one has fewer than `least` lines.
void require_lines_per_label(const LabelledLines& lines, std::size_t least,
                             const std::string& field);

}  // namespace preformer
