#include "preformer/nn/relu.h"

#include "catch.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

TEST_CASE("relu: gradients equal central differences", "[nn][gradient]") {
  Rng rng{42};
  Matrix<double> x = random_matrix<double>(5, 7, rng), y;
  const Matrix<double> dy = random_matrix<double>(5, 7, rng);
  const auto loss = [&] {
    y = x;
    relu(y);
    return y.cwiseProduct(dy).sum();
  };
  loss();
  Matrix<double> dx = dy;
  relu_backward(y, dx);
  CHECK(relative_error(dx, numeric_gradient(x, loss)) < 1e-7);
}

TEST_CASE("relu: cuts off below zero, nothing flows back through zero", "[nn]") {
  Matrix<float> x = (Matrix<float>(1, 5) << -2, -0.0f, 0, 1e-30f, 3).finished();
  relu(x);
  CHECK(x == (Matrix<float>(1, 5) << 0, 0, 0, 1e-30f, 3).finished());
  Matrix<float> dy = Matrix<float>::Ones(1, 5);
  relu_backward(x, dy);
  CHECK(dy == (Matrix<float>(1, 5) << 0, 0, 0, 1, 1).finished());
}

TEST_CASE("relu: bad shapes are refused", "[nn]") {
  const Matrix<float> y = Matrix<float>::Zero(2, 3);
  Matrix<float> dy = Matrix<float>::Zero(3, 2);
  CHECK_THROWS(relu_backward(y, dy));
}
