// The eigenvalues of a symmetric matrix, as principal components need them: up to about a hundred
// rows. Cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, §8.5.2) are slower than the
// tridiagonal QR algorithm there, but a tenth of its code in a page.
#pragma once

#include <vector>

#include "preformer/base/matrix.h"

namespace preformer {

/// λ falling, one unit eigenvector a row.
struct Eigenpairs {
  std::vector<double> values;  // [K]
  Matrix<double> vectors;      // [K, N]
};

/// The leading pairs of a symmetric matrix [N, N], of which the lower triangle is read.
/// @param count K, at most N
/// @throws Error kBadParameter if the numbers are too far apart in size, or not finite
Eigenpairs leading_eigenpairs(Matrix<double> symmetric, Index count);

}  // namespace preformer
