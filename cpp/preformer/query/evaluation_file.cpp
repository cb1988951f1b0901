#include "preformer/query/evaluation_file.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "preformer/base/decimal.h"
#include "preformer/base/error.h"
#include "preformer/query/spellings.h"
#include "preformer/query/table_line.h"
#include "preformer/text/lines.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

/// A line of a file of pairs, in the fields that its first fitting separator gives.
struct Row {
  std::size_t line;
  char separator;
  std::size_t first, count;  // its fields in Table::fields
};

struct Table {
  std::vector<Field> fields;
  std::vector<Row> rows;

  const Field& field(const Row& row, std::size_t column) const {
    return fields[row.first + column];
  }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// "8.5"; "8,5" where the comma cannot be a separator.
std::optional<double> number_of(const Field& field, char separator) {
  if (const auto number = parse_double(field.text)) return number;
  if (separator == ',' && !field.quoted) return std::nullopt;
  const std::size_t comma = field.text.find(',');
  if (comma == field.text.npos || field.text.find('.') != field.text.npos) return std::nullopt;
  std::string text(field.text);
  text[comma] = '.';
  return parse_double(text);
}

/// Cuts the line at the first separator that gives `wanted` fields or more, at white space if none
/// does, and adds the row.
void add_row(std::string_view line, std::size_t number, std::size_t wanted, Table& table) {
  Row row{number, ' ', table.fields.size(), 0};
  for (const char separator : kSeparators) {
    if (separator != ' ' && line.find(separator) == std::string_view::npos) continue;
    table.fields.resize(row.first);
    split_fields(line, separator, table.fields);
    row.separator = separator;
    row.count = table.fields.size() - row.first;
    if (row.count >= wanted) break;
  }
  table.rows.push_back(row);
}

/// What stands for a missing score in tables.
bool is_missing(std::string_view text) {
  static constexpr std::string_view kNames[] = {"", "-", "?", "na", "n/a", "nan", "none", "null"};
  return std::find(std::begin(kNames), std::end(kNames), lower_case(text)) != std::end(kNames);
}

/// Which columns of a table hold what.
struct Columns {
  std::size_t words = 0;  // the first of the two
  std::size_t score = 2;
};

/// Whether a field beyond the first `skip` is a number.
bool has_number(const Table& table, const Row& row, std::size_t skip) {
  for (std::size_t c = skip; c < row.count; ++c) {
    if (number_of(table.field(row, c), row.separator)) return true;
  }
  return false;
}

/// Whether the first column counts the rows: 1, 2, 3 … before two words that are no numbers.
bool has_row_numbers(const Table& table) {
  double before = 0;
  std::size_t counted = 0;
  for (const Row& row : table.rows) {
    const bool numbered = row.count >= 4 && all_digits(table.field(row, 0).text) &&
                          !number_of(table.field(row, 1), row.separator) &&
                          !number_of(table.field(row, 2), row.separator);
    if (!numbered) {
      if (&row == &table.rows.front()) continue;  // a heading
      return false;
    }
    const double number = *number_of(table.field(row, 0), row.separator);
    if (counted++ > 0 && number != before + 1) return false;
    before = number;
  }
  return counted >= 2;
}

/// The score is the first column after the words that is a number at least half as often as the
/// column that is one the most often: a stray number in a heading or a note is no column.
Columns columns_of(const Table& table) {
  Columns columns;
  if (has_row_numbers(table)) columns.words = 1;
  columns.score = columns.words + 2;
  std::vector<std::size_t> numbers(columns.score + 1);
  for (const Row& row : table.rows) {
    if (row.count > numbers.size()) numbers.resize(row.count);
    for (std::size_t c = columns.score; c < row.count; ++c) {
      numbers[c] += number_of(table.field(row, c), row.separator).has_value();
    }
  }
  const std::size_t most = *std::max_element(numbers.begin(), numbers.end());
  while (2 * numbers[columns.score] < most) ++columns.score;
  return columns;
}

bool is_heading(const Table& table, const Row& row, const Columns& columns) {
  if (row.count < 3 || row.count <= columns.score) return false;
  const Field& score = table.field(row, columns.score);
  return !is_missing(score.text) && !is_digit(score.text.front()) &&
         !number_of(score, row.separator);
}

/// The number of fields of a line whose commas only separate: that of the heading, or the smallest.
std::size_t fields_between_commas(const Table& table, const Columns& columns) {
  if (table.rows.empty()) return 0;
  std::size_t fewest = table.rows.front().count;
  if (is_heading(table, table.rows.front(), columns)) return fewest;
  for (const Row& row : table.rows) {
    if (row.separator == ',' && row.count >= 3) fewest = std::min(fewest, row.count);
  }
  return fewest;
}

/// In "king,queen,8,5" the last comma is part of the number, though it separates elsewhere.
bool has_decimal_comma(const Table& table, const Row& row, std::size_t score,
                       std::size_t expected) {
  return row.separator == ',' && row.count > expected && score + 1 < row.count &&
         all_digits(table.field(row, score).text) && all_digits(table.field(row, score + 1).text);
}

/// Reads a row, or counts it as left out with the reason.
void read_row(const Table& table, const Row& row, const Columns& columns, std::size_t expected,
              WordPairsFile& file) {
  LeftOut& left_out = file.lines.left_out;
  if (row.count < columns.words + 3) {
    left_out.add(row.line, "fewFields", "it does not have two words and a number");
    return;
  }
  const Field& a = table.field(row, columns.words);
  const Field& b = table.field(row, columns.words + 1);
  const Field score = columns.score < row.count ? table.field(row, columns.score) : Field{};
  const auto number = number_of(score, row.separator);
  if (a.text.empty() || b.text.empty()) {
    left_out.add(row.line, "noWord", "it lacks a word");
  } else if (has_decimal_comma(table, row, columns.score, expected)) {
    left_out.add(row.line, "decimalComma",
                 "its commas both separate fields and mark decimals: separate by semicolons");
  } else if (!number) {
    left_out.add(row.line, "noNumber",
                 score.text.empty() ? "it has no score" : quoted(score.text) + " is no number");
  } else {
    file.pairs.push_back({a, b, *number, row.line});
    ++file.lines.read;
  }
}

/// Cuts a question into `words`: four of them, or it is none.
bool is_question(std::string_view line, std::vector<Field>& words) {
  for (const char separator : kSeparators) {
    if (separator != ' ' && line.find(separator) == std::string_view::npos) continue;
    words.clear();
    split_fields(line, separator, words);
    const bool whole = std::none_of(words.begin(), words.end(),
                                    [](const Field& field) { return field.text.empty(); });
    if (words.size() == 4 && whole) return true;
  }
  return false;
}

}  // namespace

EvaluationKind evaluation_kind(std::string_view file) {
  std::size_t pairs = 0, questions = 0, first_number = 0;
  std::string_view first;
  std::vector<Field> words;
  LineReader lines(file, LineEnds::kAny);
  for (std::string_view line; lines.next(line);) {
    const std::string_view text = trimmed(line);
    if (text.empty() || line.front() == '#') continue;
    if (first.empty()) {
      first = text;
      first_number = lines.number();
    }
    Table table;
    add_row(line, 0, 3, table);
    const bool pair = has_number(table, table.rows.front(), 2);
    if (text.front() == ':' && !pair) return EvaluationKind::kAnalogies;
    pairs += pair;
    questions += !pair && is_question(text, words);
  }
  if (pairs + questions == 0) {
    const bool none = first.empty();
    throw Error(
        ErrorCode::kBadFormat,
        (none ? std::string("The file has no line but blank lines and comments.")
              : "The file is neither of word pairs nor of analogies: line " +
                    std::to_string(first_number) + " is " + quoted(first) + ".") +
            " Write two words and a number on each line, or \": section\" lines and lines of four "
            "words, separated by tabs, semicolons, commas or spaces.",
        {"evaluation.format", std::to_string(lines.number()), "word, word, number; or four words"});
  }
  return pairs >= questions ? EvaluationKind::kWordPairs : EvaluationKind::kAnalogies;
}

WordPairsFile read_word_pairs(std::string_view text) {
  WordPairsFile file;
  Table table;
  LineReader lines(text, LineEnds::kAny);
  for (std::string_view line; lines.next(line);) {
    if (trimmed(line).empty() || line.front() == '#') {
      ++file.lines.blank;
    } else {
      add_row(line, lines.number(), 3, table);
    }
  }
  file.lines.lines = lines.number();
  const Columns columns = columns_of(table);
  const std::size_t expected = fields_between_commas(table, columns);
  for (const Row& row : table.rows) {
    if (&row == &table.rows.front() && is_heading(table, row, columns)) {
      ++file.lines.headings;
    } else {
      read_row(table, row, columns, expected, file);
    }
  }
  return file;
}

AnalogiesFile read_analogies(std::string_view text) {
  AnalogiesFile file;
  std::vector<Field> words;
  LineReader lines(text, LineEnds::kAny);
  for (std::string_view line; lines.next(line);) {
    const std::string_view content = trimmed(line);
    if (content.empty()) {
      ++file.lines.blank;
    } else if (content.front() == ':') {
      file.sections.push_back(trimmed(content.substr(1)));
      ++file.lines.headings;
    } else if (!is_question(content, words)) {
      file.lines.left_out.add(lines.number(), "notFourWords", "it does not have four words");
    } else {
      if (file.sections.empty()) file.sections.emplace_back();
      file.questions.push_back(
          {{words[0], words[1], words[2], words[3]}, file.sections.size() - 1, lines.number()});
      ++file.lines.read;
    }
  }
  file.lines.lines = lines.number();
  return file;
}

}  // namespace preformer
