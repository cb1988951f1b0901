// What gensim, numpy and scipy answer, and the model they were asked about.
#pragma once

#include "fixtures.h"

namespace preformer::golden {

#include "golden.inc"

inline WordVectors model() {
  WordVectors model;
  for (int i = 0; i < kWords; ++i) {
    model.vocabulary.add(kWordList[i], static_cast<std::uint64_t>(kWords - i));
  }
  model.vectors = Eigen::Map<const Matrix<float>>(kVectors, kWords, kDims);
  return model;
}

inline Matrix<float> matrix(const double* values, Index rows, Index cols) {
  return Eigen::Map<const Matrix<double>>(values, rows, cols).cast<float>();
}

}  // namespace preformer::golden
