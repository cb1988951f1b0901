// More of gensim's questions about word vectors (KeyedVectors): sets of words, distances, the
// multiplicative combination of analogies. Words outside the vocabulary throw UnknownWord.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/query/most_similar.h"

namespace preformer {

/// The first `count` rows: most_similar_to_vector() then looks among the most frequent words only,
/// as gensim's restrict_vocab. All rows for a count of 0 or more rows than there are.
MatrixRef first_rows(const MatrixRef& vectors, std::int64_t count);

/// Levy and Goldberg 2014, equation (4): Π (1 + cos(w, positive))/2 over Π (1 + cos(w, negative))/2
/// + 1e-6, without the words of the question. `similarity` of the result is this quotient. Order:
/// falling, ties by id. Looks among the first `restrict_vocab` words; 0: among all. Throws
/// BadParameter without a positive word.
std::vector<Neighbour> most_similar_cosmul(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                           Words positive, Words negative, std::int64_t topn = 10,
                                           std::int64_t restrict_vocab = 0);

/// Cosine of the mean vectors of two sets of words. Throws BadParameter for an empty set.
double n_similarity(const Vocabulary& vocabulary, const MatrixRef& vectors, Words a, Words b);

/// 1 − cosine of `word` with each of `others`; with every word in the order of the vocabulary if
/// `others` is empty.
std::vector<double> distances(const Vocabulary& vocabulary, const MatrixRef& vectors,
                              std::string_view word, Words others = {});

/// The words, apart from `a`, that are strictly nearer to `a` than `b` is, in the order of the
/// vocabulary.
std::vector<std::int32_t> closer_than(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                      std::string_view a, std::string_view b);

}  // namespace preformer
