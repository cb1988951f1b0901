#include "preformer/query/symmetric_eigen.h"

#include <algorithm>
#include <cmath>

#include "preformer/base/error.h"
#include "preformer/base/sort.h"

namespace preformer {
namespace {

constexpr int kSweeps = 40;      // convergence is quadratic: about 8 suffice
constexpr double kZero = 1e-30;  // share of the squares that may remain beside the diagonal

/// [x, y] ← [c x − s y, s x + c y]
void rotate(double* x, double* y, Index n, Index stride, double c, double s) {
  for (Index k = 0; k < n; ++k, x += stride, y += stride) {
    const double a = *x, b = *y;
    *x = c * a - s * b;
    *y = s * a + c * b;
  }
}

/// Makes a(p, q) zero by a rotation in the plane of p and q; the rows of v turn with it.
void annihilate(Matrix<double>& a, Matrix<double>& v, Index p, Index q) {
  const Index n = a.rows();
  if (a(p, q) == 0.0) return;
  const double tau = (a(q, q) - a(p, p)) / (2.0 * a(p, q));
  const double t = (tau >= 0.0 ? 1.0 : -1.0) / (std::abs(tau) + std::sqrt(1.0 + tau * tau));
  const double c = 1.0 / std::sqrt(1.0 + t * t), s = t * c;
  double* numbers = a.data();
  rotate(numbers + p * n, numbers + q * n, n, 1, c, s);  // rows
  rotate(numbers + p, numbers + q, n, n, c, s);          // columns
  rotate(v.data() + p * n, v.data() + q * n, n, 1, c, s);
}

/// Σ a(p, q)² over all p ≠ q
double beside_diagonal(const Matrix<double>& a) {
  double sum = 0;
  for (Index p = 0; p < a.rows(); ++p) {
    for (Index q = 0; q < p; ++q) sum += 2.0 * a(p, q) * a(p, q);
  }
  return sum;
}

}  // namespace

Eigenpairs leading_eigenpairs(Matrix<double> a, Index count) {
  const Index n = a.rows();
  double squares = 0;
  for (Index p = 0; p < n; ++p) {
    for (Index q = 0; q < p; ++q) a(q, p) = a(p, q);
    squares += a(p, p) * a(p, p);
  }
  squares += beside_diagonal(a);
  Matrix<double> v = Matrix<double>::Identity(n, n);
  for (int sweep = 0; !(beside_diagonal(a) <= kZero * squares); ++sweep) {
    if (sweep == kSweeps) {
      throw Error(ErrorCode::kBadParameter,
                  "The principal components of these vectors do not "
                  "converge; their numbers are too far apart in size.",
                  {"vectors", "", ""});
    }
    for (Index p = 0; p < n; ++p) {
      for (Index q = p + 1; q < n; ++q) annihilate(a, v, p, q);
    }
  }
  const auto order =
      sorted_indices(static_cast<std::size_t>(n), [&a](std::size_t i, std::size_t j) {
        return a(static_cast<Index>(i), static_cast<Index>(i)) >
               a(static_cast<Index>(j), static_cast<Index>(j));
      });
  Eigenpairs pairs{{}, Matrix<double>(count, n)};
  for (Index k = 0; k < count; ++k) {
    const auto i = static_cast<Index>(order[static_cast<std::size_t>(k)]);
    pairs.values.push_back(std::max(a(i, i), 0.0));
    for (Index d = 0; d < n; ++d) pairs.vectors(k, d) = v(i, d);
  }
  return pairs;
}

}  // namespace preformer
