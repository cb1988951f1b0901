#include "preformer/base/decimal.h"
#include "preformer/io/word2vec.h"
#include "preformer/io/word2vec_header.h"
#include "preformer/io/words.h"
#include "preformer/text/lines.h"
#include "preformer/text/utf8.h"

namespace preformer {
namespace {

/// Rows and columns of a file without header: its lines, and the numbers of the first.
Word2vecHeader measure(std::string_view bytes) {
  Word2vecHeader size;
  LineReader lines(bytes);
  for (std::string_view line; lines.next(line);) {
    if (trimmed(line).empty()) continue;
    if (size.words++ > 0) continue;
    std::string_view field;
    while (next_blank_field(line, field)) ++size.dimensions;
    --size.dimensions;  // the word
  }
  if (size.dimensions < 1) {
    throw bad_format(line_place(1),
                     "a word and its numbers are expected, separated by spaces. Is "
                     "this a file of word vectors?");
  }
  // Before memory is taken: can the file hold that many numbers?
  if (static_cast<std::size_t>(size.words) >
      (bytes.size() + 1) / static_cast<std::size_t>(2 + 2 * size.dimensions)) {
    throw bad_format(line_place(1), "this line has " + std::to_string(size.dimensions) +
                                        " numbers, others have fewer. Every line needs a word and "
                                        "equally many numbers.");
  }
  return size;
}

void read_row(std::string_view line, Index row, WordVectors& result, const std::string& place) {
  std::string_view word, field;
  next_blank_field(line, word);
  const Index dims = result.vectors.cols();
  Index found = 0;
  while (next_blank_field(line, field)) {
    if (found < dims) {
      const auto value = parse_float(field);
      if (!value) {
        throw bad_format(place, "number " + std::to_string(found + 1) + " of the word " +
                                    quoted(word) + " is " + quoted(field) +
                                    ", which is not a finite number. Correct it or leave the word "
                                    "out.");
      }
      result.vectors(row, found) = *value;
    }
    ++found;
  }
  if (found != dims) {
    throw bad_format(place, "the word " + quoted(word) + " has " + std::to_string(found) +
                                " numbers instead of " + std::to_string(dims) +
                                ". Words must not hold spaces, and the file must be whole.");
  }
  add_word(result.vocabulary, word, static_cast<std::uint64_t>(result.vectors.rows() - row), place);
}

}  // namespace

std::string write_word2vec_text(const Vocabulary& vocabulary, const MatrixRef& vectors) {
  check_writable(vocabulary, vectors);
  std::string text = std::to_string(vectors.rows()) + " " + std::to_string(vectors.cols()) + "\n";
  text.reserve(text.size() + static_cast<std::size_t>(vectors.size()) * 12 +
               static_cast<std::size_t>(vectors.rows()) * 12);
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    text += vocabulary.word(id);
    for (Index d = 0; d < vectors.cols(); ++d) {
      text += ' ';
      append_float(text, vectors(id, d));
    }
    text += '\n';
  }
  return text;
}

WordVectors read_word2vec_text(std::string_view bytes) {
  LineReader lines(bytes);
  std::string_view line;
  if (!lines.next(line)) throw bad_format("", "The file is empty. Choose a file of word vectors.");
  const bool headed = looks_like_header(line);
  // A row is a word, and for each number a space and a digit, and the line's end.
  const Word2vecHeader size =
      headed ? parse_header(line, lines.rest().size(), 2, 2) : measure(bytes);
  if (!headed) lines = LineReader(bytes);

  WordVectors result;
  result.vectors.resize(size.words, size.dimensions);
  Index row = 0;
  while (lines.next(line)) {
    if (trimmed(line).empty()) continue;  // gensim's own files end with a line feed only
    if (row == size.words) {
      throw bad_format(line_place(lines.number()),
                       "there are more lines than the " + std::to_string(size.words) +
                           " words the first line promises. Correct the first line.");
    }
    read_row(line, row++, result, line_place(lines.number()));
  }
  if (row < size.words) {
    throw bad_format(line_place(lines.number()),
                     "the file ends after " + std::to_string(row) + " of " +
                         std::to_string(size.words) +
                         " words. It was cut off: fetch it again, or correct the first line.");
  }
  return result;
}

}  // namespace preformer
