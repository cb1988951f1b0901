#include "preformer/io/tsv.h"

#include <vector>

#include "preformer/base/decimal.h"
#include "preformer/io/words.h"
#include "preformer/text/lines.h"
#include "preformer/text/utf8.h"

namespace preformer {
namespace {

std::string metadata_place(std::size_t line) { return "metadata.tsv, " + line_place(line); }
std::string vectors_place(std::size_t line) { return "vectors.tsv, " + line_place(line); }

/// Fields between tabs, empty ones included.
std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  for (;;) {
    const std::size_t end = std::min(line.find('\t'), line.size());
    columns.push_back(line.substr(0, end));
    if (end == line.size()) return columns;
    line.remove_prefix(end + 1);
  }
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  return lower;
}

struct Row {
  std::string_view text;
  std::size_t line;
};

/// Lines that are not empty. Views into `bytes`.
std::vector<Row> rows_of(std::string_view bytes) {
  std::vector<Row> rows;
  LineReader lines(bytes);
  for (std::string_view line; lines.next(line);) {
    if (!trimmed(line).empty()) rows.push_back({line, lines.number()});
  }
  return rows;
}

/// Which columns hold the word and its count; `count` −1: none.
struct MetadataColumns {
  std::size_t width = 1, word = 0;
  int count = -1;
};

MetadataColumns read_heading(std::string_view line) {
  MetadataColumns columns;
  const auto names = columns_of(line);
  columns.width = names.size();
  for (std::size_t i = names.size(); i-- > 0;) {
    const std::string name = lower_ascii(trimmed(names[i]));
    if (name == "word") columns.word = i;
    if (name == "count") columns.count = static_cast<int>(i);
  }
  return columns;
}

Vocabulary read_metadata(const std::vector<Row>& rows, std::size_t first,
                         const MetadataColumns& columns) {
  Vocabulary vocabulary;
  for (std::size_t i = first; i < rows.size(); ++i) {
    const std::string place = metadata_place(rows[i].line);
    const auto fields = columns_of(rows[i].text);
    if (fields.size() != columns.width) {
      throw bad_format(place, std::to_string(fields.size()) + " columns stand where " +
                                  std::to_string(columns.width) +
                                  " are expected. Separate them by tabs.");
    }
    std::uint64_t count = rows.size() - i;
    if (columns.count >= 0) {
      const std::string_view field = trimmed(fields[static_cast<std::size_t>(columns.count)]);
      const auto parsed = parse_count(field);
      if (!parsed) {
        throw bad_format(place,
                         "the count " + quoted(field) + " is not a whole number. Correct it.");
      }
      count = *parsed;
    }
    add_word(vocabulary, fields[columns.word], count, place);
  }
  return vocabulary;
}

void read_numbers(std::string_view line, Index row, Matrix<float>& vectors,
                  const std::string& place) {
  const auto fields = columns_of(line);
  if (static_cast<Index>(fields.size()) != vectors.cols()) {
    throw bad_format(place, std::to_string(fields.size()) + " numbers stand where " +
                                std::to_string(vectors.cols()) +
                                " are expected. The file may have been cut off: fetch it again.");
  }
  for (std::size_t d = 0; d < fields.size(); ++d) {
    const auto value = parse_float(trimmed(fields[d]));
    if (!value) {
      throw bad_format(
          place,
          quoted(fields[d]) + " is not a finite number. Correct it; vectors.tsv has no heading.");
    }
    vectors(row, static_cast<Index>(d)) = *value;
  }
}

}  // namespace

TsvPair write_tsv(const Vocabulary& vocabulary, const MatrixRef& vectors) {
  check_writable(vocabulary, vectors);
  TsvPair pair;
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    for (Index d = 0; d < vectors.cols(); ++d) {
      if (d > 0) pair.vectors += '\t';
      append_float(pair.vectors, vectors(id, d));
    }
    pair.vectors += '\n';
    pair.metadata += vocabulary.word(id);
    pair.metadata += '\n';
  }
  return pair;
}

WordVectors read_tsv(std::string_view vectors, std::string_view metadata) {
  const std::vector<Row> rows = rows_of(vectors), words = rows_of(metadata);
  if (rows.empty()) throw bad_format("vectors.tsv", "the file is empty. Choose another.");
  if (words.empty()) throw bad_format("metadata.tsv", "the file is empty. Choose another.");
  const MetadataColumns columns = read_heading(words[0].text);
  const std::size_t first = columns.width > 1 ? 1 : 0;
  if (words.size() - first != rows.size()) {
    throw bad_format("metadata.tsv",
                     "there are " + std::to_string(words.size() - first) + " words and " +
                         std::to_string(rows.size()) +
                         " vectors. Both files must come from the same model; a heading is only "
                         "for several columns.");
  }

  // One column of a line is one number of two bytes or more, so this never outgrows the file.
  const auto width = static_cast<Index>(columns_of(rows[0].text).size());
  if (rows.size() > vectors.size() / static_cast<std::size_t>(2 * width - 1)) {
    throw bad_format("vectors.tsv", "the lines are too short for " + std::to_string(width) +
                                        " numbers each. The file may have been cut off.");
  }
  WordVectors result;
  result.vocabulary = read_metadata(words, first, columns);
  result.vectors.resize(static_cast<Index>(rows.size()), width);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    read_numbers(rows[i].text, static_cast<Index>(i), result.vectors, vectors_place(rows[i].line));
  }
  return result;
}

}  // namespace preformer
