// Whole vectors and the rest behind them against one plain loop.
#include "preformer/kernels/add_scaled.h"

#include "catch.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

TEMPLATE_TEST_CASE("add_scaled equals a plain loop", "[kernels]", float, double) {
  using S = TestType;
  Rng rng(6);
  for (Index dims = 0; dims < 20; ++dims) {
    for (const Index offset : {0, 1}) {  // aligned or not
      const Matrix<S> from = random_matrix<S>(1, dims + offset, rng);
      Matrix<S> to = random_matrix<S>(1, dims + 2, rng), expected = to;
      for (Index d = 0; d < dims; ++d) expected(0, d) += S(0.75) * from(0, d + offset);
      add_scaled(to.data(), from.data() + offset, S(0.75), dims);
      CAPTURE(dims, offset);
      CHECK((to - expected).cwiseAbs().maxCoeff() < 1e-6);
      CHECK(to.rightCols(2) == expected.rightCols(2));  // nothing behind the row
    }
  }
}
