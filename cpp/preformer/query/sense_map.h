// Measures whether the vectors of a word's occurrences differ by sense. A static vector is the same
// at every occurrence; contextual vectors may form a cluster for each sense.
//
// The mean vector of all occurrences is subtracted before vectors are compared. It is by far the
// largest part of each vector, and with it all cosines would be almost equal.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/query/layer_view.h"

namespace preformer {

/// One occurrence of a word in a sentence.
struct Occurrence {
  std::vector<std::int32_t> sentence;  // word ids, no boundaries
  std::size_t position = 0;
  int sense = -1;        // 0, 1, …; −1: not known
  bool heldout = false;  // accuracy is measured on these
};

struct SenseScore {
  double accuracy = 0;    // held-out occurrences nearest to their own sense's centroid, 0 … 1
  double separation = 0;  // mean cosine within senses − mean cosine between them, −2 … 2
};

struct SenseNeighbour {
  std::size_t occurrence = 0;
  double similarity = 0;  // cosine of the centred vectors
};

/// Vectors [N, d] minus their mean. A row that is only rounding error becomes zeros.
struct CentredVectors {
  Matrix<float> vectors;
  RowVector<float> mean;  // of the occurrences, [1, d]
  double scale = 0;       // ‖mean‖, to which rounding errors are compared

  /// Subtracts the same mean from other vectors.
  Matrix<float> centre(const MatrixRef& more) const;
};

CentredVectors centre(Matrix<float> vectors);

/// Centroids are computed from the occurrences that are not held out, accuracy from those that are.
/// If none is held out, every second one is. 0 unless two senses have occurrences of both kinds.
SenseScore sense_score(const CentredVectors& centred, std::span<const Occurrence> occurrences);

/// The `topn` occurrences that are most similar to the centred `vector` [1, d]; ties by position.
std::vector<SenseNeighbour> nearest_occurrences(const CentredVectors& centred,
                                                const RowVector<float>& vector, std::size_t topn);

}  // namespace preformer
