// Models for the tests of queries and files.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "preformer/base/error.h"
#include "preformer/base/matrix.h"
#include "preformer/base/rng.h"
#include "preformer/models/word_vectors.h"

namespace preformer::fixtures {

/// Words w0, w1, … with falling counts.
inline Vocabulary numbered_words(Index count) {
  Vocabulary vocabulary;
  for (Index i = 0; i < count; ++i) {
    vocabulary.add("w" + std::to_string(i), static_cast<std::uint64_t>(count - i));
  }
  return vocabulary;
}

/// Entries uniform on [−1, 1).
inline Matrix<float> random_matrix(Index rows, Index cols, std::uint64_t seed) {
  Rng rng{seed};
  Matrix<float> matrix(rows, cols);
  for (Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = 2.0f * rng.uniform() - 1.0f;
  return matrix;
}

inline WordVectors random_model(Index words, Index dims, std::uint64_t seed) {
  return {numbered_words(words), random_matrix(words, dims, seed)};
}

inline WordVectors model_of(
    std::initializer_list<std::pair<const char*, std::vector<float>>> rows) {
  WordVectors model;
  model.vectors.resize(static_cast<Index>(rows.size()),
                       static_cast<Index>(rows.begin()->second.size()));
  Index i = 0;
  for (const auto& [word, vector] : rows) {
    model.vocabulary.add(word,
                         static_cast<std::uint64_t>(rows.size()) - static_cast<std::uint64_t>(i));
    for (std::size_t d = 0; d < vector.size(); ++d)
      model.vectors(i, static_cast<Index>(d)) = vector[d];
    ++i;
  }
  return model;
}

/// The error `call` throws; fails the comparison if it throws none.
template <class Call>
Error error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorCode::kCancelled, "nothing was thrown");
}

}  // namespace preformer::fixtures
