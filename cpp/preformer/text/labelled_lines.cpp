#include "preformer/text/labelled_lines.h"

#include <algorithm>

#include "preformer/base/error.h"
#include "preformer/text/lines.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

/// Well-formed, without white space at either end.
std::string repaired(std::string_view bytes) {
  const std::u32string all = decode(bytes).code_points;
  const auto counts = [](char32_t c) { return !is_space(c) && !is_control(c); };
  const auto begin = std::find_if(all.begin(), all.end(), counts);
  const auto end = std::find_if(all.rbegin(), std::reverse_iterator(begin), counts).base();
  return encode(std::u32string_view(all).substr(static_cast<std::size_t>(begin - all.begin()),
                                                static_cast<std::size_t>(end - begin)));
}

/// Where lines are read, and how to refuse one.
struct Place {
  const std::string& field;
  std::size_t line;

  Error refused(const std::string& problem) const {
    const std::string where = "line " + std::to_string(line);
    return Error(ErrorCode::kBadFormat,
                 problem + " (" + where + "). Write a label, a tab and a sentence on every line.",
                 {field, where, "label, tab, sentence"});
  }
  Error too_many(const std::string& what, std::size_t most) const {
    const std::string permitted = "at most " + std::to_string(most) + " " + what;
    return Error(ErrorCode::kTooLarge,
                 "There may be " + permitted + ". Leave out those from line " +
                     std::to_string(line) + " on.",
                 {field, "line " + std::to_string(line), permitted});
  }
};

std::int32_t place_of(std::string label, const Place& place, std::vector<std::string>& labels) {
  const auto found = std::find(labels.begin(), labels.end(), label);
  if (found != labels.end()) return static_cast<std::int32_t>(found - labels.begin());
  if (labels.size() == kMaxLabels) throw place.too_many("different labels", kMaxLabels);
  labels.push_back(std::move(label));
  return static_cast<std::int32_t>(labels.size() - 1);
}

void read_line(std::string_view line, const Place& place, LabelledLines& lines) {
  if (repaired(line).empty()) return;
  if (lines.sentences.size() == kMaxLabelledLines) throw place.too_many("lines", kMaxLabelledLines);
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) throw place.refused("A line has no tab");
  std::string label = repaired(line.substr(0, tab)), sentence = repaired(line.substr(tab + 1));
  if (label.empty()) throw place.refused("A line has no label before its tab");
  if (sentence.empty()) throw place.refused("A line has no sentence after its tab");
  lines.targets.push_back(place_of(std::move(label), place, lines.labels));
  lines.sentences.push_back(std::move(sentence));
}

}  // namespace

LabelledLines read_labelled_lines(std::string_view utf8, const std::string& field) {
  LabelledLines lines;
  LineReader reader(utf8);
  for (std::string_view line; reader.next(line);) read_line(line, {field, reader.number()}, lines);
  if (lines.labels.size() >= 2) return lines;
  const bool none = lines.labels.empty();
  throw Error(ErrorCode::kBadParameter,
              none ? "There are no labelled lines. Write a label, a tab and a sentence on each."
                   : "All lines have one label. A classifier needs two: add lines of another.",
              {field, none ? "no lines" : lines.labels[0], "two labels or more"});
}

}  // namespace preformer
