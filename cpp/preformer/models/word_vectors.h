// Words with their vectors: what files load into and what queries read.
#pragma once

#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct WordVectors {
  Vocabulary vocabulary;
  Matrix<float> vectors;  // [V, D], row i belongs to word i
};

}  // namespace preformer
