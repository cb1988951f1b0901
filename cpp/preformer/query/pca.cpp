#include "preformer/query/pca.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "preformer/base/error.h"
#include "preformer/base/rng.h"
#include "preformer/query/similarity.h"
#include "preformer/query/symmetric_eigen.h"

namespace preformer {
namespace {

constexpr Index kExact = 128;    // up to this side the whole eigenproblem is solved
constexpr Index kExtra = 8;      // further directions iterated, which speeds the wanted ones up
constexpr int kIterations = 60;  // at most
constexpr double kNone = 1e-12;  // share of the variance below which a direction counts as absent

/// out[d] = x_i[d] − mean[d]
void centred(const MatrixRef& x, Index i, const RowVector<double>& mean, double* out) {
  const float* row = row_of(x, i);
  for (Index d = 0; d < x.cols(); ++d) out[d] = static_cast<double>(row[d]) - mean[d];
}

/// S = Σ_i (x_i − m)ᵀ (x_i − m), [D, D], lower triangle. S and the Gram matrix below have the same
/// non-zero eigenvalues: V times the variances.
Eigenpairs from_scatter(const MatrixRef& x, const RowVector<double>& mean, Index count) {
  const Index dims = x.cols();
  Matrix<double> scatter = Matrix<double>::Zero(dims, dims);
  std::vector<double> row(static_cast<std::size_t>(dims));
  for (Index i = 0; i < x.rows(); ++i) {
    centred(x, i, mean, row.data());
    for (Index r = 0; r < dims; ++r) {
      const double factor = row[static_cast<std::size_t>(r)];
      double* to = scatter.data() + r * dims;
      for (Index c = 0; c <= r; ++c) to[c] += factor * row[static_cast<std::size_t>(c)];
    }
  }
  return leading_eigenpairs(std::move(scatter), count);
}

/// G = X_c X_cᵀ, [V, V]; from its unit eigenvector u comes the axis  X_cᵀ u / √λ.
Eigenpairs from_gram(const MatrixRef& x, const RowVector<double>& mean, Index count) {
  const Index rows = x.rows(), dims = x.cols();
  Matrix<double> c(rows, dims);
  for (Index i = 0; i < rows; ++i) centred(x, i, mean, c.row(i).data());
  Matrix<double> gram(rows, rows);
  for (Index i = 0; i < rows; ++i) {
    for (Index j = 0; j <= i; ++j) {
      gram(i, j) = dot_product(c.row(i).data(), c.row(j).data(), dims);
    }
  }
  const Eigenpairs words = leading_eigenpairs(std::move(gram), count);
  Eigenpairs pairs{words.values, Matrix<double>::Zero(count, dims)};
  for (Index k = 0; k < count; ++k) {
    const double value = words.values[static_cast<std::size_t>(k)];
    if (!(value > 0)) continue;
    for (Index i = 0; i < rows; ++i) {
      const double factor = words.vectors(k, i) / std::sqrt(value);
      for (Index d = 0; d < dims; ++d) pairs.vectors(k, d) += factor * c(i, d);
    }
  }
  return pairs;
}

/// Gram–Schmidt, twice, which is enough (Giraud et al. 2005); a row that vanishes becomes zeros.
void orthonormalize(Matrix<double>& q) {
  const Index n = q.cols();
  for (Index k = 0; k < q.rows(); ++k) {
    double* row = q.row(k).data();
    const double before = length(row, n);
    for (int pass = 0; pass < 2; ++pass) {
      for (Index j = 0; j < k; ++j) {
        const double overlap = dot_product(row, q.row(j).data(), n);
        for (Index d = 0; d < n; ++d) row[d] -= overlap * q(j, d);
      }
    }
    const double after = length(row, n);
    const double scale = after > 1e-10 * before ? 1.0 / after : 0.0;
    for (Index d = 0; d < n; ++d) row[d] *= scale;
  }
}

/// out_k = q_k S, without S: Σ_i ((x_i − m)·q_k) (x_i − m).  q, out: [M, D]
void multiply_scatter(const MatrixRef& x, const RowVector<double>& mean, const Matrix<double>& q,
                      Matrix<double>& out) {
  out.setZero(q.rows(), q.cols());
  std::vector<double> row(static_cast<std::size_t>(x.cols()));
  for (Index i = 0; i < x.rows(); ++i) {
    centred(x, i, mean, row.data());
    for (Index k = 0; k < q.rows(); ++k) {
      const double factor = dot_product(row.data(), q.row(k).data(), x.cols());
      double* to = out.row(k).data();
      for (Index d = 0; d < x.cols(); ++d) to[d] += factor * row[static_cast<std::size_t>(d)];
    }
  }
}

/// Subspace iteration with Rayleigh–Ritz (Golub & Van Loan, Matrix Computations, §8.2.4) for wide
/// vectors of many words, where the whole eigenproblem would take minutes.
Eigenpairs by_iteration(const MatrixRef& x, const RowVector<double>& mean, Index count) {
  Rng rng{1};  // any fixed start: the same vectors give the same map
  Matrix<double> q(count + kExtra, x.cols()), product;
  for (Index i = 0; i < q.size(); ++i) q.data()[i] = rng.uniform_double() - 0.5;
  Eigenpairs pairs;
  double before = -1;
  for (int iteration = 0; iteration < kIterations; ++iteration) {
    orthonormalize(q);
    multiply_scatter(x, mean, q, product);
    Matrix<double> ritz(q.rows(), q.rows());  // q S qᵀ
    for (Index i = 0; i < q.rows(); ++i) {
      for (Index j = 0; j <= i; ++j) {
        ritz(i, j) = dot_product(product.row(i).data(), q.row(j).data(), q.cols());
      }
    }
    const Eigenpairs small = leading_eigenpairs(std::move(ritz), count);
    pairs = {small.values, Matrix<double>::Zero(count, x.cols())};
    double sum = 0;
    for (Index k = 0; k < count; ++k) {
      sum += small.values[static_cast<std::size_t>(k)];
      for (Index j = 0; j < q.rows(); ++j) {
        for (Index d = 0; d < q.cols(); ++d) {
          pairs.vectors(k, d) += small.vectors(k, j) * q(j, d);
        }
      }
    }
    if (sum - before <= 1e-12 * sum) break;  // the sum only rises (Ky Fan)
    before = sum;
    q.swap(product);
  }
  return pairs;
}

/// The first of the entries of (nearly) largest magnitude becomes positive.
void fix_sign(double* axis, Index n) {
  double largest = 0;
  for (Index d = 0; d < n; ++d) largest = std::max(largest, std::abs(axis[d]));
  for (Index d = 0; d < n; ++d) {
    if (std::abs(axis[d]) < largest * (1.0 - 1e-6)) continue;
    if (axis[d] < 0) {
      for (Index e = 0; e < n; ++e) axis[e] = -axis[e];
    }
    return;
  }
}

void check(const MatrixRef& vectors, Index components) {
  if (components < 1 || components > 3) {
    throw Error(ErrorCode::kBadParameter, "A map has 1, 2 or 3 dimensions.",
                {"components", std::to_string(components), "1 to 3"});
  }
  if (vectors.rows() < 1 || vectors.cols() < 1) {
    throw Error(ErrorCode::kBadParameter, "There are no vectors to draw a map of.",
                {"vectors", std::to_string(vectors.rows()), "1 or more"});
  }
  for (Index i = 0; i < vectors.rows(); ++i) {
    for (Index d = 0; d < vectors.cols(); ++d) {
      if (std::abs(vectors(i, d)) < 1e18f) continue;  // squares and their sums stay finite
      throw Error(ErrorCode::kBadParameter,
                  "The vectors hold numbers that are not finite or far too large. Train again with "
                  "a smaller learning rate.",
                  {"vectors", "row " + std::to_string(i), "numbers below 1e18"});
    }
  }
}

}  // namespace

Projection pca(const MatrixRef& vectors, Index components) {
  check(vectors, components);
  const Index rows = vectors.rows(), dims = vectors.cols();
  RowVector<double> mean = RowVector<double>::Zero(dims);
  double square_sum = 0;  // Σ |x|²
  for (Index i = 0; i < rows; ++i) {
    const float* row = row_of(vectors, i);
    for (Index d = 0; d < dims; ++d) mean[d] += static_cast<double>(row[d]);
    square_sum += dot_product(row, row, dims);
  }
  mean /= static_cast<double>(rows);
  double total = 0;  // Σ |x − m|²
  std::vector<double> row(static_cast<std::size_t>(dims));
  for (Index i = 0; i < rows; ++i) {
    centred(vectors, i, mean, row.data());
    total += dot_product(row.data(), row.data(), dims);
  }

  Projection result;
  result.mean = mean.cast<float>();
  result.positions.setZero(rows, components);
  result.explained_variance_ratio.assign(static_cast<std::size_t>(components), 0.0);
  result.axes.setZero(components, dims);
  if (!(total > 1e-24 * square_sum)) return result;  // all words on one spot, but for rounding

  const Index found = std::min(components, std::min(rows, dims));
  Eigenpairs pairs = std::min(rows, dims) > kExact ? by_iteration(vectors, mean, found)
                     : dims <= rows                ? from_scatter(vectors, mean, found)
                                                   : from_gram(vectors, mean, found);
  for (Index k = 0; k < found; ++k) {
    const double share = pairs.values[static_cast<std::size_t>(k)] / total;
    if (share < kNone) continue;
    double* axis = pairs.vectors.row(k).data();
    fix_sign(axis, dims);
    result.explained_variance_ratio[static_cast<std::size_t>(k)] = std::min(share, 1.0);
    for (Index d = 0; d < dims; ++d) result.axes(k, d) = static_cast<float>(axis[d]);
    for (Index i = 0; i < rows; ++i) {
      centred(vectors, i, mean, row.data());
      result.positions(i, k) = static_cast<float>(dot_product(row.data(), axis, dims));
    }
  }
  return result;
}

Matrix<float> project(const Projection& projection, const MatrixRef& vectors) {
  const Index dims = projection.axes.cols();
  if (vectors.cols() != dims) {
    throw Error(ErrorCode::kBadParameter,
                "Vectors on one map must have as many dimensions as the map was made from.",
                {"vectors", std::to_string(vectors.cols()), std::to_string(dims)});
  }
  Matrix<float> positions(vectors.rows(), projection.axes.rows());
  std::vector<double> row(static_cast<std::size_t>(dims));
  const RowVector<double> mean = projection.mean.cast<double>();
  for (Index i = 0; i < vectors.rows(); ++i) {
    centred(vectors, i, mean, row.data());
    for (Index k = 0; k < positions.cols(); ++k) {
      positions(i, k) =
          static_cast<float>(dot_product(row.data(), projection.axes.row(k).data(), dims));
    }
  }
  return positions;
}

}  // namespace preformer
