// Do the vectors of one word's occurrences know its senses? A static vector cannot: it is the same
// at every occurrence. Contextual vectors may part into clouds, and here is how far they have.
//
// What all occurrences share, the word's mean vector, is subtracted before anything is compared: it
// is by far the largest part of each, and it would make every cosine look alike.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/query/layer_view.h"

namespace preformer {

/// A word at its place in a sentence.
struct Occurrence {
  std::vector<std::int32_t> sentence;  // word ids, no boundaries
  std::size_t position = 0;
  int sense = -1;        // 0, 1, …; −1: not known
  bool heldout = false;  // not seen in training: what accuracy is measured on
};

struct SenseScore {
  double accuracy = 0;    // held-out occurrences nearest to their own sense's centroid, 0 … 1
  double separation = 0;  // mean cosine within senses − mean cosine between them, −2 … 2
};

struct SenseNeighbour {
  std::size_t occurrence = 0;
  double similarity = 0;  // cosine of the centred vectors
};

/// Vectors [N, d] with the word's mean subtracted; where nothing but rounding is left, zeros.
struct CentredVectors {
  Matrix<float> vectors;
  RowVector<float> mean;  // of the occurrences, [1, d]
  double scale = 0;       // ‖mean‖: what counts as nothing is measured against it

  /// Further vectors of the same kind, with the same mean subtracted.
  Matrix<float> centre(const MatrixRef& more) const;
};

CentredVectors centre(Matrix<float> vectors);

/// Centroids come from the occurrences that are not held out, accuracy from those that are; where
/// none is held out, every second one is taken for it. 0 without two senses that have both.
SenseScore sense_score(const CentredVectors& centred, std::span<const Occurrence> occurrences);

/// The `topn` occurrences most similar to `vector` [1, d], a centred one; ties to the earlier.
std::vector<SenseNeighbour> nearest_occurrences(const CentredVectors& centred,
                                                const RowVector<float>& vector, std::size_t topn);

}  // namespace preformer
