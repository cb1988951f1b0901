// Questions about word vectors, with the meaning they have in gensim 4 (KeyedVectors). Words that
// are not in the vocabulary throw UnknownWord, also where gensim would only warn.
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

/// The words nearest to the direction of  Σ_positive v/|v| − Σ_negative v/|v|,  the words of the
/// question left out: at most `topn`, none below 1. Order: falling similarity, ties by id. No word
/// at all throws BadParameter. "a is to b as c is to …" is most_similar({b, c}, {a}).
std::vector<Neighbour> most_similar(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                    Words positive, Words negative, std::int64_t topn = 10);

/// The same for a vector [D]; `excluded` ids never answer.
std::vector<Neighbour> most_similar_to_vector(const MatrixRef& vectors,
                                              std::span<const float> vector, std::int64_t topn = 10,
                                              std::span<const std::int32_t> excluded = {});

/// The direction of a question whose terms are words and vectors of the caller's own:
/// Σ_positive v/|v| − Σ_negative v/|v|. Vectors of zeros have no direction and add nothing.
class MixedDirection {
 public:
  /// Both must outlive it.
  MixedDirection(const Vocabulary& vocabulary, const MatrixRef& vectors);

  /// `sign`: 1 for a positive term, −1 for a negative one.
  void add_word(std::string_view word, double sign);
  /// Throws BadParameter unless the vector has D numbers.
  void add_vector(std::span<const float> vector, double sign);

  std::vector<float> values() const { return {sum_.begin(), sum_.end()}; }  // [D]
  /// The words added: most_similar_to_vector() leaves them out.
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

/// The word least similar to the mean of all; among equals the one that sorts first by its bytes,
/// as in gensim. Needs three words or more (BadParameter).
OddOneOut doesnt_match(const Vocabulary& vocabulary, const MatrixRef& vectors, Words words);

/// 1 + the number of words that are strictly nearer to `a` than `b` is; `a` itself is left out.
std::int64_t rank(const Vocabulary& vocabulary, const MatrixRef& vectors, std::string_view a,
                  std::string_view b);

}  // namespace preformer
