// NumPy's array file, version 1.0 (numpy.lib.format): magic, a header that is a Python literal,
// then the numbers. numpy.load reads it.
#pragma once

#include <string>

#include "preformer/base/matrix.h"

namespace preformer {

/// float32, little-endian, row by row: an array of shape (rows, cols).
std::string write_npy(const MatrixRef& matrix);

}  // namespace preformer
