#include "preformer/query/evaluation_file.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "preformer/base/decimal.h"
#include "preformer/base/error.h"
#include "preformer/query/spellings.h"
#include "preformer/query/table_line.h"
#include "preformer/text/lines.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

/// A line of a file of pairs, in the fields that its first fitting separator gives.
struct Row {
  std::size_t line;
  char separator;
  std::vector<Field> fields;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// "8.5"; "8,5" where the comma cannot be a separator.
std::optional<double> number_of(const Field& field, char separator) {
  if (const auto number = parse_double(field.text)) return number;
  if (separator == ',' && !field.quoted) return std::nullopt;
  const std::size_t comma = field.text.find(',');
  if (comma == std::string::npos || field.text.find('.') != std::string::npos) return std::nullopt;
  std::string text = field.text;
  text[comma] = '.';
  return parse_double(text);
}

/// Cuts the line at the first separator that gives `wanted` fields or more; at white space if none
/// does.
Row cut(std::string_view line, std::size_t number, std::size_t wanted) {
  for (const char separator : kSeparators.substr(0, kSeparators.size() - 1)) {
    if (line.find(separator) == std::string_view::npos) continue;
    std::vector<Field> fields = split_fields(line, separator);
    if (fields.size() >= wanted) return {number, separator, std::move(fields)};
  }
  return {number, ' ', split_fields(line, ' ')};
}

/// What stands for a missing score in tables.
bool is_missing(const std::string& text) {
  static constexpr std::string_view kNames[] = {"", "-", "?", "na", "n/a", "nan", "none", "null"};
  return std::find(std::begin(kNames), std::end(kNames), lower_case(text)) != std::end(kNames);
}

/// Which columns of a table hold what.
struct Columns {
  std::size_t words = 0;  // the first of the two
  std::size_t score = 2;
};

/// Whether the first column counts the rows: 1, 2, 3 … before two words that are no numbers.
bool has_row_numbers(const std::vector<Row>& rows) {
  double before = 0;
  std::size_t counted = 0;
  for (const Row& row : rows) {
    const bool numbered = row.fields.size() >= 4 && all_digits(row.fields[0].text) &&
                          !number_of(row.fields[1], row.separator) &&
                          !number_of(row.fields[2], row.separator);
    if (!numbered) {
      if (&row == &rows.front()) continue;  // a heading
      return false;
    }
    const double number = *number_of(row.fields[0], row.separator);
    if (counted++ > 0 && number != before + 1) return false;
    before = number;
  }
  return counted >= 2;
}

/// The score is the first column after the words that is a number at least half as often as the
/// column that is one the most often: a stray number in a heading or a note is no column.
Columns columns_of(const std::vector<Row>& rows) {
  Columns columns;
  if (has_row_numbers(rows)) columns.words = 1;
  std::vector<std::size_t> numbers;
  for (const Row& row : rows) {
    if (row.fields.size() > numbers.size()) numbers.resize(row.fields.size());
    for (std::size_t c = columns.words + 2; c < row.fields.size(); ++c) {
      numbers[c] += number_of(row.fields[c], row.separator).has_value();
    }
  }
  columns.score = columns.words + 2;
  if (numbers.empty()) return columns;
  const std::size_t most = *std::max_element(numbers.begin(), numbers.end());
  for (std::size_t c = columns.score; most > 0 && c < numbers.size(); ++c) {
    if (2 * numbers[c] < most) continue;
    columns.score = c;
    break;
  }
  return columns;
}

bool is_heading(const Row& row, const Columns& columns) {
  if (row.fields.size() < 3 || row.fields.size() <= columns.score) return false;
  const Field& score = row.fields[columns.score];
  return !is_missing(score.text) && !is_digit(score.text.front()) &&
         !number_of(score, row.separator);
}

/// The number of fields of a line whose commas only separate: that of the heading, or the smallest.
std::size_t fields_between_commas(const std::vector<Row>& rows, const Columns& columns) {
  if (rows.empty()) return 0;
  if (is_heading(rows.front(), columns)) return rows.front().fields.size();
  std::size_t fewest = rows.front().fields.size();
  for (const Row& row : rows) {
    if (row.separator == ',')
      fewest = std::min(fewest, std::max<std::size_t>(row.fields.size(), 3));
  }
  return fewest;
}

/// In "king,queen,8,5" the last comma is part of the number, though it separates elsewhere.
bool has_decimal_comma(const Row& row, const Columns& columns, std::size_t expected) {
  const std::size_t c = columns.score;
  return row.separator == ',' && row.fields.size() > expected && c + 1 < row.fields.size() &&
         all_digits(row.fields[c].text) && all_digits(row.fields[c + 1].text);
}

/// Reads a row, or counts it as left out with the reason.
void read_row(Row& row, const Columns& columns, std::size_t expected, WordPairsFile& file) {
  LeftOut& left_out = file.lines.left_out;
  if (row.fields.size() < columns.words + 3) {
    left_out.add(row.line, "fewFields", "it does not have two words and a number");
    return;
  }
  std::string& a = row.fields[columns.words].text;
  std::string& b = row.fields[columns.words + 1].text;
  if (a.empty() || b.empty()) {
    left_out.add(row.line, "noWord", "it lacks a word");
    return;
  }
  if (has_decimal_comma(row, columns, expected)) {
    left_out.add(row.line, "decimalComma",
                 "its commas both separate fields and mark decimals: separate by semicolons");
    return;
  }
  const Field none{};
  const bool reaches = columns.score < row.fields.size();
  const Field& score = reaches ? row.fields[columns.score] : none;
  const auto number = number_of(score, row.separator);
  if (!number) {
    left_out.add(row.line, "noNumber",
                 score.text.empty() ? "it has no score" : quoted(score.text) + " is no number");
    return;
  }
  file.pairs.push_back({std::move(a), std::move(b), *number, row.line});
  ++file.lines.read;
}

/// The four words of a question; empty if there are more or fewer.
std::vector<Field> four_words(std::string_view line) {
  for (const char separator : kSeparators) {
    if (separator != ' ' && line.find(separator) == std::string_view::npos) continue;
    std::vector<Field> fields = split_fields(line, separator);
    const bool whole = std::none_of(fields.begin(), fields.end(),
                                    [](const Field& field) { return field.text.empty(); });
    if (fields.size() == 4 && whole) return fields;
  }
  return {};
}

/// A word pair, by itself: a number after the second field.
bool looks_like_pair(std::string_view line) {
  const Row row = cut(line, 0, 3);
  for (std::size_t c = 2; c < row.fields.size(); ++c) {
    if (number_of(row.fields[c], row.separator)) return true;
  }
  return false;
}

}  // namespace

EvaluationKind evaluation_kind(std::string_view file) {
  std::size_t pairs = 0, questions = 0;
  LineReader lines(file, LineEnds::kAny);
  for (std::string_view line; lines.next(line);) {
    const std::string_view text = trimmed(line);
    if (text.empty() || line.front() == '#') continue;
    const bool pair = looks_like_pair(line);
    if (text.front() == ':' && !pair) return EvaluationKind::kAnalogies;
    pairs += pair;
    questions += !pair && !four_words(text).empty();
  }
  if (pairs == 0 && questions == 0) {
    throw Error(
        ErrorCode::kBadFormat,
        "The file is neither of word pairs nor of analogies. Write two words and a number on "
        "each line, or \": section\" lines and lines of four words.",
        {"evaluation.format", std::to_string(lines.number()), "word, word, number; or four words"});
  }
  return pairs >= questions ? EvaluationKind::kWordPairs : EvaluationKind::kAnalogies;
}

WordPairsFile read_word_pairs(std::string_view text) {
  WordPairsFile file;
  std::vector<Row> rows;
  LineReader lines(text, LineEnds::kAny);
  for (std::string_view line; lines.next(line);) {
    if (trimmed(line).empty() || line.front() == '#') {
      ++file.lines.blank;
    } else {
      rows.push_back(cut(line, lines.number(), 3));
    }
  }
  file.lines.lines = lines.number();
  const Columns columns = columns_of(rows);
  const std::size_t expected = fields_between_commas(rows, columns);
  for (Row& row : rows) {
    if (&row == &rows.front() && is_heading(row, columns)) {
      ++file.lines.headings;
    } else {
      read_row(row, columns, expected, file);
    }
  }
  return file;
}

AnalogiesFile read_analogies(std::string_view text) {
  AnalogiesFile file;
  LineReader lines(text, LineEnds::kAny);
  for (std::string_view line; lines.next(line);) {
    const std::string_view content = trimmed(line);
    if (content.empty()) {
      ++file.lines.blank;
      continue;
    }
    if (content.front() == ':') {
      file.sections.emplace_back(trimmed(content.substr(1)));
      ++file.lines.headings;
      continue;
    }
    std::vector<Field> words = four_words(content);
    if (words.empty()) {
      file.lines.left_out.add(lines.number(), "notFourWords", "it does not have four words");
      continue;
    }
    if (file.sections.empty()) file.sections.emplace_back();
    AnalogyQuestion question{
        .words = {}, .section = file.sections.size() - 1, .line = lines.number()};
    for (std::size_t i = 0; i < 4; ++i) question.words[i] = std::move(words[i].text);
    file.questions.push_back(std::move(question));
    ++file.lines.read;
  }
  file.lines.lines = lines.number();
  return file;
}

}  // namespace preformer
