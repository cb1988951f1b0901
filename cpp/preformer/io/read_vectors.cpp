#include "preformer/io/read_vectors.h"

#include "preformer/base/decimal.h"
#include "preformer/io/word2vec.h"
#include "preformer/io/word2vec_header.h"
#include "preformer/io/words.h"
#include "preformer/text/lines.h"
#include "preformer/text/unicode.h"

namespace preformer {
namespace {

bool begins_with(std::string_view bytes, std::string_view start) {
  return bytes.substr(0, start.size()) == start;
}

/// A word and numbers, at least one: what every line of a text file looks like.
bool is_text_row(std::string_view line) {
  std::string_view field;
  if (!next_blank_field(line, field)) return false;
  bool numbers = false;
  while (next_blank_field(line, field)) {
    if (!parse_float(field)) return false;
    numbers = true;
  }
  return numbers;
}

/// Whether the first bytes could be text, however broken.
bool is_text(std::string_view bytes) {
  constexpr std::size_t kLook = 4096;
  for (std::size_t i = 0; i < std::min(bytes.size(), kLook);) {
    const DecodedCodePoint c = decode_at(bytes, i);
    if (!c.valid || (is_control(c.code_point) && c.code_point < 0x80)) {
      return !c.valid && i + 4 > kLook;  // a character may be cut at the end of the look
    }
    i += c.bytes;
  }
  return true;
}

bool is_word2vec_text(std::string_view bytes) {
  if (begins_with(bytes, "\x1f\x8b") || begins_with(bytes, "PK\x03\x04")) {
    throw bad_format("", "The file is compressed. Unpack it first.");
  }
  if (begins_with(bytes, "\x93NUMPY")) {
    throw bad_format("",
                     "This is a NumPy array, which holds no words. Save the vectors in a "
                     "word2vec format.");
  }
  LineReader lines(bytes);
  std::string_view line, row;
  if (!lines.next(line)) throw bad_format("", "The file is empty. Choose a file of word vectors.");
  if (!looks_like_header(line)) {
    std::string_view rest = line, first;
    if (line.find('\t') != std::string_view::npos && next_blank_field(rest, first) &&
        parse_float(first) && is_text_row(line)) {
      throw bad_format("",
                       "This looks like vectors.tsv of the Embedding Projector. Load it together "
                       "with its metadata.tsv, which holds the words.");
    }
    if (!is_text(bytes)) {
      throw bad_format(byte_place(0),
                       "this is neither text nor a binary word2vec file. Choose a "
                       "file that gensim, word2vec or this program has written.");
    }
    return true;
  }
  return (lines.next(row) && is_text_row(row)) || is_text(bytes);
}

}  // namespace

WordVectors read_vectors(std::string_view bytes) {
  return is_word2vec_text(bytes) ? read_word2vec_text(bytes) : read_word2vec_binary(bytes);
}

}  // namespace preformer
