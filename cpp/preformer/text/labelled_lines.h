// Labelled examples as text, one per line: label, tab, sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preformer {

inline constexpr std::size_t kMaxLabelledLines = 20'000;
inline constexpr std::size_t kMaxLabels = 50;

struct LabelledLines {
  std::vector<std::string> labels;     // by first appearance
  std::vector<std::string> sentences;  // text, not split yet
  std::vector<std::int32_t> targets;   // of each sentence: its label's place in `labels`
};

/// Skips blank lines and ignores white space around a label. Throws BadFormat for a line without a
/// tab, a label or a sentence, BadParameter for fewer than two labels, TooLarge for more than
/// kMaxLabelledLines or kMaxLabels. Errors contain the line and `field`, the name of the option.
LabelledLines read_labelled_lines(std::string_view utf8, const std::string& field = "examples");

}  // namespace preformer
