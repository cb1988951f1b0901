// Questions about word vectors. They mean the same as in gensim 4 (KeyedVectors), except that words
// outside the vocabulary always throw UnknownWord; gensim only warns in some cases.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct Neighbour {
  std::int32_t id = 0;
  double similarity = 0;  // cosine
  bool operator==(const Neighbour&) const = default;
};

using Words = std::span<const std::string>;

/// Sorts neighbours, the nearest first and equals by their ids, and keeps the first `topn`.
void keep_nearest(std::vector<Neighbour>& found, std::int64_t topn);

/// The `topn` words nearest to the direction  Σ_positive v/|v| − Σ_negative v/|v|,  without the
/// words of the question. Order: falling similarity, ties by id. Returns nothing for topn < 1.
/// Throws BadParameter without any word. "a is to b as c is to …" is most_similar({b, c}, {a}).
std::vector<Neighbour> most_similar(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                    Words positive, Words negative, std::int64_t topn = 10);

/// The same for a vector [D], without the words in `excluded`.
std::vector<Neighbour> most_similar_to_vector(const MatrixRef& vectors,
                                              std::span<const float> vector, std::int64_t topn = 10,
                                              std::span<const std::int32_t> excluded = {});

/// The direction  Σ_positive v/|v| − Σ_negative v/|v|  of a question whose terms are words and
/// vectors that the caller provides. Vectors of zeros have no direction and add nothing.
class MixedDirection {
 public:
  /// Both must outlive it.
  MixedDirection(const Vocabulary& vocabulary, const MatrixRef& vectors);

  /// `sign`: 1 for a positive term, −1 for a negative one.
  void add_word(std::string_view word, double sign);
  /// Throws BadParameter unless the vector has D numbers.
  void add_vector(std::span<const float> vector, double sign);

  std::vector<float> values() const { return {sum_.begin(), sum_.end()}; }  // [D]
  /// The words that were added; most_similar_to_vector() excludes them.
  const std::vector<std::int32_t>& words() const { return words_; }

 private:
  const Vocabulary& vocabulary_;
  MatrixRef vectors_;
  std::vector<double> sum_;
  std::vector<std::int32_t> words_;
};

/// Cosine of two words.
double similarity(const Vocabulary& vocabulary, const MatrixRef& vectors, std::string_view a,
                  std::string_view b);

struct OddOneOut {
  std::size_t index = 0;             // of the odd word among those given
  std::vector<double> similarities;  // of each word to the mean of all unit vectors
};

/// The word that is least similar to the mean of all. Of several such words it is the first in byte
/// order, as in gensim. Throws BadParameter for fewer than three words.
OddOneOut doesnt_match(const Vocabulary& vocabulary, const MatrixRef& vectors, Words words);

/// 1 + the number of words, apart from `a`, that are strictly nearer to `a` than `b` is.
std::int64_t rank(const Vocabulary& vocabulary, const MatrixRef& vectors, std::string_view a,
                  std::string_view b);

}  // namespace preformer
