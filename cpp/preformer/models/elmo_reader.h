// An ELMo that only reads: weights from elsewhere, words of any spelling. It is the graph that
// bilm-tf builds for its published weights (bilm/model.py): the same layers as elmo.h, without the
// softmax over a vocabulary, which those files leave out.
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
  /// `shape.char_cnn` must be there; what concerns vocabulary and training is not read. Weights are
  /// to be set through parameters(). Throws TooLarge for more than a tab can hold.
  PREFORMER_COLD explicit ElmoReader(const ElmoShape& shape);

  /// Names and shapes as Elmo's; without gradients.
  PREFORMER_COLD std::vector<Parameter<float>*> parameters();
  const ElmoShape& shape() const { return shape_; }

  /// For each sentence of n words, L + 1 matrices [n, 2D], as Elmo::context_vectors: every sentence
  /// is read for itself, between <s> and </s>, from a state of zeros.
  PREFORMER_COLD std::vector<std::vector<Matrix<float>>> context_vectors(
      std::span<const std::vector<std::string>> sentences) const;

  /// How many words can be read in about so many multiplications, one at least.
  std::size_t words_within(double multiplications) const;

 private:
  ElmoReader(const ElmoShape& shape, Rng start);

  ElmoShape shape_;
  CharCnn<float> characters_;
  std::array<ElmoStack<float>, 2> stacks_;
};

/// Numbers in the weights of such a model.
double count_reader_weights(const ElmoShape& shape);

}  // namespace preformer
