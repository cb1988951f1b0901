#include "preformer/text/labelled_lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "preformer/base/decimal.h"
#include "preformer/base/error.h"
#include "preformer/text/lines.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

constexpr std::string_view kFastTextLabel = "__label__";

/// Well-formed, without white space at either end.
std::string repaired(std::string_view bytes) {
  const std::u32string all = decode(bytes).code_points;
  const auto counts = [](char32_t c) { return !is_space(c) && !is_control(c); };
  const auto begin = std::find_if(all.begin(), all.end(), counts);
  const auto end = std::find_if(all.rbegin(), std::reverse_iterator(begin), counts).base();
  return encode(std::u32string_view(all).substr(static_cast<std::size_t>(begin - all.begin()),
                                                static_cast<std::size_t>(end - begin)));
}

/// Without the quotes that spreadsheets put around a field. Those inside it must be doubled.
std::string unquoted(std::string text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return text;
  std::string inner;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    inner += text[at];
    if (text[at] != '"') continue;
    if (at + 2 >= text.size() || text[at + 1] != '"') return text;
    ++at;
  }
  return repaired(inner);
}

/// The names that a column of labels, or the one beside it, has in a heading.
bool names_a_column(std::string_view label) {
  static constexpr std::string_view kNames[] = {
      "label",     "labels",    "class",     "classes",   "category",  "categories", "target",
      "tag",       "topic",     "sentiment", "polarity",  "text",      "sentence",   "id",
      "klasse",    "kategorie", "classe",    "catégorie", "étiquette", "clase",      "etiqueta",
      "categoría", "标签",      "类别",      "分类",      "情感",      "类型",       "ラベル",
      "カテゴリ",  "метка",     "класс"};
  return std::find(std::begin(kNames), std::end(kNames), lower_case(label)) != std::end(kNames);
}

/// The names that a column of sentences has.
bool names_sentences(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "text",    "texts", "sentence", "sentences", "review", "comment", "content",
      "message", "satz",  "phrase",   "texte",     "texto",  "文本",    "句子",
      "内容",    "评论",  "正文",     "文",        "текст"};
  return std::find(std::begin(kNames), std::end(kNames), lower_case(name)) != std::end(kNames);
}

struct Line {
  std::size_t number;
  std::string label, sentence;
  const char* reason = nullptr;  // of a bad line, for programs
  const char* message = "";      // and for people
};

Line bad_line(std::size_t number, const char* reason, const char* message) {
  return {number, "", "", reason, message};
}

/// The words of a line of fastText but its labels, which may be anywhere in it.
Line read_fasttext(std::string_view text, std::size_t number) {
  Line line{number, "", ""};
  std::size_t labels = 0;
  std::string sentence;
  for (std::string_view rest = text, word; next_word(rest, word);) {
    if (word.starts_with(kFastTextLabel)) {
      if (labels++ == 0) line.label = repaired(word.substr(kFastTextLabel.size()));
    } else {
      sentence += (sentence.empty() ? "" : " ") + std::string(word);
    }
  }
  line.sentence = repaired(sentence);
  if (labels > 1) return bad_line(number, "severalLabels", "it has several labels");
  if (line.label.empty()) return bad_line(number, "noLabel", "it has no label");
  if (line.sentence.empty()) return bad_line(number, "noSentence", "it has no sentence");
  return line;
}

/// The columns of a file of tabs.
struct Columns {
  std::size_t skip = 0;     // before the label
  bool label_last = false;  // the sentence comes first
};

std::string_view without_columns(std::string_view text, std::size_t skip) {
  for (; skip > 0; --skip) text.remove_prefix(std::min(text.find('\t'), text.size() - 1) + 1);
  return text;
}

/// A label, a tab and a sentence.
Line read_tabbed(std::string_view text, std::size_t number, const Columns& columns) {
  text = without_columns(text, columns.skip);
  const std::size_t tab = columns.label_last ? text.rfind('\t') : text.find('\t');
  if (tab == std::string_view::npos) return bad_line(number, "noTab", "it has no tab");
  Line line{number, unquoted(repaired(text.substr(0, tab))),
            unquoted(repaired(text.substr(tab + 1)))};
  if (columns.label_last) {
    std::swap(line.label, line.sentence);
    if (line.label.empty()) return bad_line(number, "noLabel", "it has no label after its tab");
    if (line.sentence.empty()) {
      return bad_line(number, "noSentence", "it has no sentence before its tab");
    }
  }
  if (line.label.empty()) return bad_line(number, "noLabel", "it has no label before its tab");
  if (line.sentence.empty()) {
    return bad_line(number, "noSentence", "it has no sentence after its tab");
  }
  return line;
}

/// A line of the file that is not blank.
struct Raw {
  std::string_view text;
  std::size_t number;
};

bool is_fasttext(std::string_view text) {
  for (std::string_view rest = text, word; next_word(rest, word);) {
    if (word.starts_with(kFastTextLabel) && word.size() > kFastTextLabel.size()) return true;
  }
  return false;
}

/// Whether every line has three fields or more, the first of them counting the lines. A heading may
/// precede them.
bool has_row_numbers(const std::vector<Raw>& lines) {
  double before = 0;
  std::size_t counted = 0;
  for (const Raw& line : lines) {
    const std::string first = repaired(line.text.substr(0, line.text.find('\t')));
    const auto number = parse_double(first);
    const bool three = std::count(line.text.begin(), line.text.end(), '\t') >= 2;
    if (!number || !three) {
      if (&line == &lines.front()) continue;
      return false;
    }
    if (counted++ > 0 && *number != before + 1) return false;
    before = *number;
  }
  return counted >= 2;
}

/// Whether a heading says that the sentence comes first: "text", tab, "label".
bool has_label_last(std::string_view heading, std::size_t skip) {
  heading = without_columns(heading, skip);
  const std::size_t tab = heading.find('\t');
  if (tab == std::string_view::npos || heading.find('\t', tab + 1) != heading.npos) return false;
  const std::string last = unquoted(repaired(heading.substr(tab + 1)));
  return names_sentences(unquoted(repaired(heading.substr(0, tab)))) && names_a_column(last) &&
         !names_sentences(last);
}

Error refused(const std::string& field, std::size_t number, const std::string& message) {
  const std::string where = "line " + std::to_string(number);
  return Error(ErrorCode::kBadFormat,
               "A line cannot be read, because " + message + " (" + where +
                   "). Write a label, a tab and a sentence on every line, or \"__label__x "
                   "sentence\".",
               {field, where, "label, tab, sentence"});
}

/// The file's lines and what their errors contain.
struct Reading {
  const std::string& field;
  BadLines bad;
  LabelledLines& to;

  Error too_many(std::size_t line, const std::string& what, std::size_t most) const {
    const std::string permitted = "at most " + std::to_string(most) + " " + what;
    return Error(ErrorCode::kTooLarge,
                 "There may be " + permitted + ". Leave out those from line " +
                     std::to_string(line) + " on.",
                 {field, "line " + std::to_string(line), permitted});
  }

  void add(Line line) const {
    if (line.reason != nullptr) {
      if (bad == BadLines::kRefuse) throw refused(field, line.number, line.message);
      to.lines.left_out.add(line.number, line.reason, line.message);
      return;
    }
    const auto found = std::find(to.labels.begin(), to.labels.end(), line.label);
    to.targets.push_back(static_cast<std::int32_t>(found - to.labels.begin()));
    if (found == to.labels.end()) {
      if (to.labels.size() == kMaxLabels)
        throw too_many(line.number, "different labels", kMaxLabels);
      to.labels.push_back(std::move(line.label));
    }
    to.sentences.push_back(std::move(line.sentence));
    to.numbers.push_back(line.number);
    ++to.lines.read;
  }
};

/// A first line whose label names a column and occurs once, while another label occurs more often:
/// of one example per label, each may be named as it likes.
bool is_heading(const std::vector<Line>& lines) {
  if (lines.empty() || lines.front().reason != nullptr) return false;
  const std::string& label = lines.front().label;
  if (!names_a_column(label)) return false;
  std::vector<std::string_view> others;
  for (const Line& line : lines) {
    if (line.reason == nullptr) others.push_back(line.label);
  }
  if (std::count(others.begin(), others.end(), label) != 1) return false;
  std::sort(others.begin(), others.end());
  return std::adjacent_find(others.begin(), others.end()) != others.end();
}

}  // namespace

LabelledLines parse_labelled_lines(std::string_view utf8, const std::string& field, BadLines bad) {
  LabelledLines read;
  const Reading reading{field, bad, read};
  std::vector<Raw> raw;
  LineReader reader(utf8, LineEnds::kAny);
  for (std::string_view line; reader.next(line);) {
    if (repaired(line).empty()) {
      ++read.lines.blank;
      continue;
    }
    if (raw.size() == kMaxLabelledLines + 1) {  // one may be a heading
      throw reading.too_many(raw.back().number, "lines", kMaxLabelledLines);
    }
    raw.push_back({line, reader.number()});
  }
  read.lines.lines = reader.number();

  const bool numbered = has_row_numbers(raw);
  Columns columns{numbered ? std::size_t{1} : 0, false};
  columns.label_last = raw.size() > 1 && has_label_last(raw.front().text, columns.skip);
  std::vector<Line> lines;
  lines.reserve(raw.size());
  for (const auto& [text, number] : raw) {
    lines.push_back(is_fasttext(text) ? read_fasttext(text, number)
                                      : read_tabbed(text, number, columns));
  }
  std::size_t first = 0;
  const auto is_number = [](std::string_view text) {
    return parse_double(repaired(text.substr(0, text.find('\t')))).has_value();
  };
  if (columns.label_last || is_heading(lines) || (numbered && !is_number(raw.front().text)))
    first = 1;
  read.lines.headings = first;
  if (lines.size() - first > kMaxLabelledLines) {
    throw reading.too_many(lines.back().number, "lines", kMaxLabelledLines);
  }
  for (std::size_t n = first; n < lines.size(); ++n) reading.add(lines[n]);
  return read;
}

LabelledLines read_labelled_lines(std::string_view utf8, const std::string& field, BadLines bad) {
  LabelledLines read = parse_labelled_lines(utf8, field, bad);
  if (read.labels.size() >= 2) return read;
  const LeftOut& out = read.lines.left_out;
  if (read.labels.empty() && out.count > 0) throw refused(field, out.line, out.message);
  const bool none = read.labels.empty();
  throw Error(ErrorCode::kBadParameter,
              none ? "There are no labelled lines. Write a label, a tab and a sentence on each."
                   : "All lines have one label, " + quoted(read.labels[0]) +
                         ". A classifier needs two: add lines of another.",
              {field, none ? "no lines" : read.labels[0], "two labels or more"});
}

void require_lines_per_label(const LabelledLines& lines, std::size_t least,
                             const std::string& field) {
  std::vector<std::size_t> counts(lines.labels.size());
  for (const std::int32_t target : lines.targets) ++counts[static_cast<std::size_t>(target)];
  for (std::size_t label = 0; label < counts.size(); ++label) {
    if (counts[label] >= least) continue;
    const auto at = std::find(lines.targets.begin(), lines.targets.end(), label);
    const std::string line =
        std::to_string(lines.numbers[static_cast<std::size_t>(at - lines.targets.begin())]);
    const std::string count = std::to_string(counts[label]);
    throw Error(ErrorCode::kBadParameter,
                "The class " + quoted(lines.labels[label]) + " has " + count +
                    (counts[label] == 1 ? " line (line " : " lines (the first: line ") + line +
                    "), fewer than " + std::to_string(least) +
                    ". Add lines with this label, or leave the class out.",
                {field, lines.labels[label], std::to_string(least) + " lines or more"});
  }
}

}  // namespace preformer
