// Words with their vectors: the content of vector files, and the input of queries.
#pragma once

#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct WordVectors {
  Vocabulary vocabulary;
  Matrix<float> vectors;  // [V, D], row i belongs to word i
};

}  // namespace preformer
