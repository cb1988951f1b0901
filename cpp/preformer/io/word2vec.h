// The two file formats of word2vec.c, as gensim's save_word2vec_format and load_word2vec_format
// write and read them; vector_reader.h reads them.
//   text    "V D\n", then V lines "word x1 … xD\n"; GloVe's files lack the first line
//   binary  "V D\n", then V times "word " + D little-endian floats; word2vec.c adds "\n"
#pragma once

#include <string>

#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

/// Numbers are the shortest decimals that give the same floats; words are as in WrittenWords
/// (words.h). Throws BadFormat for a vector with NaN or ∞.
std::string write_word2vec_text(const Vocabulary& vocabulary, const MatrixRef& vectors);
std::string write_word2vec_binary(const Vocabulary& vocabulary, const MatrixRef& vectors);

}  // namespace preformer
