// The two file formats of word2vec.c, as gensim's save_word2vec_format and load_word2vec_format
// write and read them.
//   text    "V D\n", then V lines "word x1 … xD\n"; GloVe's files lack the first line
//   binary  "V D\n", then V times "word " + D little-endian floats; word2vec.c adds "\n"
#pragma once

#include <string>
#include <string_view>

#include "preformer/base/matrix.h"
#include "preformer/models/word_vectors.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

/// Numbers are the shortest decimals that give the same floats. Throws BadFormat for a word that is
/// empty, ill-formed UTF-8 or contains white space or control characters, and for a vector with NaN
/// or ∞.
std::string write_word2vec_text(const Vocabulary& vocabulary, const MatrixRef& vectors);
std::string write_word2vec_binary(const Vocabulary& vocabulary, const MatrixRef& vectors);

/// BadFormat contains the line or the byte offset. The files do not contain counts: word i gets the
/// count V − i, as in gensim.
WordVectors read_word2vec_text(std::string_view bytes);
WordVectors read_word2vec_binary(std::string_view bytes);

}  // namespace preformer
