// The tiled kernels against three plain loops, over odd shapes, repeated rows and any alignment.
#include "preformer/kernels/row_products.h"

#include <vector>

#include "catch.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

/// Random pointers to rows of `m`, repeats allowed.
template <class S>
std::vector<S*> pick_rows(Matrix<S>& m, Index count, Rng& rng) {
  std::vector<S*> rows;
  for (Index i = 0; i < count; ++i) {
    rows.push_back(m.row(rng.below(static_cast<std::uint32_t>(m.rows()))).data());
  }
  return rows;
}

}  // namespace

TEMPLATE_TEST_CASE("row_dots equals plain loops", "[kernels]", float, double) {
  using S = TestType;
  const double tolerance = sizeof(S) == 4 ? 1e-5 : 1e-13;
  Rng rng(5);
  for (int round = 0; round < 300; ++round) {
    const Index m = 1 + rng.below(13), n = 1 + rng.below(17), dims = 1 + rng.below(70);
    Matrix<S> a = random_matrix<S>(9, dims, rng), b = random_matrix<S>(9, dims, rng);
    const auto x = pick_rows(a, m, rng), y = pick_rows(b, n, rng);
    Matrix<S> out(m, n);
    row_dots<S>({x.data(), m}, {y.data(), n}, dims, out.data());
    CAPTURE(m, n, dims);
    for (Index i = 0; i < m; ++i) {
      for (Index j = 0; j < n; ++j) {
        S expected = 0;
        for (Index d = 0; d < dims; ++d) expected += x[i][d] * y[j][d];
        CHECK(double(out(i, j)) == Approx(double(expected)).margin(tolerance));
      }
    }
  }
}

TEMPLATE_TEST_CASE("combine_rows equals plain loops, repeated rows included", "[kernels]", float,
                   double) {
  using S = TestType;
  const double tolerance = sizeof(S) == 4 ? 1e-4 : 1e-12;
  Rng rng(6);
  for (int round = 0; round < 300; ++round) {
    const Index m = 1 + rng.below(13), n = 1 + rng.below(17), dims = 1 + rng.below(130);
    const bool transposed = rng.below(2) == 1, add = rng.below(2) == 1;
    const Matrix<S> weights = random_matrix<S>(m, n, rng);
    const Matrix<S> stored = transposed ? Matrix<S>(weights.transpose()) : weights;
    Matrix<S> source = random_matrix<S>(9, dims, rng), target = random_matrix<S>(5, dims, rng);
    const auto y = pick_rows(source, n, rng), out = pick_rows(target, m, rng);

    Matrix<double> expected = target.template cast<double>();
    for (Index i = 0; i < m; ++i) {
      const Index row = (out[i] - target.data()) / dims;
      if (!add) expected.row(row).setZero();  // of a row that comes twice, the last one counts
      for (Index b = 0; b < n; ++b) {
        for (Index d = 0; d < dims; ++d) expected(row, d) += double(weights(i, b) * y[b][d]);
      }
    }
    combine_rows<S>(stored.data(), transposed ? 1 : n, transposed ? m : 1, {y.data(), n}, dims,
                    {out.data(), m}, add ? Combine::kAdd : Combine::kOverwrite);
    CAPTURE(m, n, dims, transposed, add);
    CHECK((target.template cast<double>() - expected).cwiseAbs().maxCoeff() < tolerance);
  }
}
