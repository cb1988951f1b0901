// An ELMo with given weights that is not trained and reads words of any spelling. It has the layers
// that bilm-tf builds for its published weights (bilm/model.py): those of elmo.h without the
// softmax, which the published files do not contain.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/base/matrix.h"
#include "preformer/models/elmo_shape.h"
#include "preformer/models/elmo_stack.h"

namespace preformer {

class ElmoReader {
 public:
  /// `shape.char_cnn` is required; the fields for the vocabulary and for training are not used. Set
  /// the weights through parameters(). Throws TooLarge for more weights than a tab can hold.
  PREFORMER_COLD explicit ElmoReader(const ElmoShape& shape);

  /// Names and shapes as in Elmo, without gradients.
  PREFORMER_COLD std::vector<Parameter<float>*> parameters();
  const ElmoShape& shape() const { return shape_; }

  /// For each sentence of n words, L + 1 matrices [n, 2D], as Elmo::context_vectors. Every sentence
  /// is read on its own, between <s> and </s>, from zero states.
  PREFORMER_COLD std::vector<std::vector<Matrix<float>>> context_vectors(
      std::span<const std::vector<std::string>> sentences) const;

  /// How many words can be read with about this many multiplications; at least one.
  std::size_t words_within(double multiplications) const;

 private:
  ElmoReader(const ElmoShape& shape, Rng start);

  ElmoShape shape_;
  CharCnn<float> characters_;
  std::array<ElmoStack<float>, 2> stacks_;
};

/// The number of weights of such a model.
double count_reader_weights(const ElmoShape& shape);

}  // namespace preformer
