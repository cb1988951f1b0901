#include "preformer/kernels/both_products.h"

#include <vector>

#include "catch.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

template <class S>
std::vector<S*> rows_of(Matrix<S>& m, const std::vector<Index>& which) {
  std::vector<S*> rows;
  for (const Index row : which) rows.push_back(m.row(row).data());
  return rows;
}

std::vector<Index> drawn(Index count, Index among, Rng& rng) {
  std::vector<Index> rows;
  for (Index i = 0; i < count; ++i) rows.push_back(rng.below(static_cast<std::uint32_t>(among)));
  return rows;
}

}  // namespace

TEMPLATE_TEST_CASE("both_products: dX += R O and dO = Rᵀ X in every shape, rows repeated",
                   "[kernels]", float, double) {
  using S = TestType;
  Rng rng(31);
  for (int round = 0; round < 200; ++round) {
    const Index inputs = 1 + rng.below(9), outputs = 1 + rng.below(12), dims = 1 + rng.below(40);
    const bool by_output = rng.below(2) == 1;  // R or its transpose in memory
    CAPTURE(inputs, outputs, dims, by_output);
    Matrix<S> x = random_matrix<S>(4, dims, rng), o = random_matrix<S>(4, dims, rng);
    const Matrix<S> r = random_matrix<S>(inputs, outputs, rng);
    const Matrix<S> memory = by_output ? Matrix<S>(r.transpose()) : r;
    const auto of_x = drawn(inputs, 4, rng), of_o = drawn(outputs, 4, rng);
    Matrix<S> dx = random_matrix<S>(inputs, dims, rng), dout(outputs, dims);
    Matrix<S> expected_dx = dx, expected_dout = Matrix<S>::Zero(outputs, dims);
    for (Index p = 0; p < inputs; ++p) {
      for (Index n = 0; n < outputs; ++n) {
        expected_dx.row(p) += r(p, n) * o.row(of_o[static_cast<std::size_t>(n)]);
        expected_dout.row(n) += r(p, n) * x.row(of_x[static_cast<std::size_t>(p)]);
      }
    }

    std::vector<Index> all_inputs, all_outputs;
    for (Index p = 0; p < inputs; ++p) all_inputs.push_back(p);
    for (Index n = 0; n < outputs; ++n) all_outputs.push_back(n);
    const auto x_rows = rows_of(x, of_x), o_rows = rows_of(o, of_o),
               dx_rows = rows_of(dx, all_inputs), dout_rows = rows_of(dout, all_outputs);
    both_products<S>(memory.data(), by_output ? 1 : outputs, by_output ? inputs : 1,
                     {x_rows.data(), inputs}, {o_rows.data(), outputs}, dims, dx_rows.data(),
                     dout_rows.data());
    CHECK(relative_error(dx, expected_dx) < 1e-5);
    CHECK(relative_error(dout, expected_dout) < 1e-5);
  }
}
