#include "preformer/nn/linear.h"

#include "catch.h"
#include "golden.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {
#include "layers_golden.inc"
}

TEST_CASE("Linear: gradients equal central differences", "[nn][gradient]") {
  const bool bias = GENERATE(true, false);
  Rng rng{42};
  Linear<double> layer("linear", /*in=*/4, /*out=*/3, rng, bias);
  Matrix<double> x = random_matrix<double>(/*B=*/5, 4, rng), y, dx;
  const Matrix<double> dy = random_matrix<double>(5, 3, rng);  // loss = Σ dY∘Y
  const auto loss = [&] {
    layer.forward(x, y);
    return y.cwiseProduct(dy).sum();
  };

  layer.backward(x, dy, dx);

  CHECK(relative_error(dx, numeric_gradient(x, loss)) < 1e-7);
  CHECK(layer.parameters().size() == (bias ? 2u : 1u));
  for (auto* p : layer.parameters()) {
    CAPTURE(p->name);
    CHECK(relative_error(p->grad, numeric_gradient(p->value, loss)) < 1e-7);
  }
}

TEST_CASE("Linear: ones in, row sums plus bias out", "[nn]") {
  Rng rng{1};
  Linear<float> layer("linear", 2, 3, rng);
  layer.weight().value << 1, 2, 3, 4, 5, 6;
  layer.bias().value << 10, 20, 30;
  Matrix<float> y;
  layer.forward(Matrix<float>(Matrix<float>::Ones(1, 2)), y);
  CHECK(y == (Matrix<float>(1, 3) << 13, 27, 41).finished());
  CHECK(layer.weight().name == "linear.weight");
  CHECK(layer.bias().name == "linear.bias");
}

TEST_CASE("Linear: numpy's numbers", "[nn][golden]") {
  Rng rng{1};
  Linear<double> layer("linear", 5, 4, rng);
  const auto p = layer.parameters();
  p[0]->value = golden::matrix(kLinearW, 4, 5);
  p[1]->value = golden::matrix(kLinearB, 1, 4);
  const Matrix<double> x = golden::matrix(kLinearX, 3, 5), dy = golden::matrix(kLinearDy, 3, 4);
  Matrix<double> y, dx;
  layer.forward(x, y);
  layer.backward(x, dy, dx);
  CHECK(golden::difference(y, golden::matrix(kLinearY, 3, 4)) < 1e-12);
  CHECK(golden::difference(dx, golden::matrix(kLinearDx, 3, 5)) < 1e-12);
  CHECK(golden::difference(p[0]->grad, golden::matrix(kLinearDw, 4, 5)) < 1e-12);
  CHECK(golden::difference(p[1]->grad, golden::matrix(kLinearDb, 1, 4)) < 1e-12);
}

TEST_CASE("Linear: adds to what is there, reads views", "[nn]") {
  Rng rng{3};
  Linear<double> layer("linear", 4, 3, rng);
  const Matrix<double> x = random_matrix<double>(2, 4, rng), dy = random_matrix<double>(2, 3, rng);
  Matrix<double> once, twice, dx, sum;
  layer.forward(x, once);
  twice = once;
  layer.forward(x, twice, Into::kAdd);
  CHECK(relative_error(twice, 2 * once) < 1e-15);
  layer.backward(x, dy, dx);
  sum = dx;
  layer.backward(view(x), dy, view(sum), Into::kAdd);
  CHECK(relative_error(sum, 2 * dx) < 1e-15);

  const Matrix<double> flat = Eigen::Map<const Matrix<double>>(x.data(), 1, 8);
  layer.forward({flat.data(), 2, 4, 4, 1}, twice);
  CHECK(twice == once);
}

TEST_CASE("Linear: frozen parameters gather nothing, dX flows", "[nn]") {
  Rng rng{4};
  Linear<double> layer("linear", 4, 3, rng);
  const Matrix<double> x = random_matrix<double>(2, 4, rng), dy = random_matrix<double>(2, 3, rng);
  Matrix<double> dx;
  for (auto* p : layer.parameters()) p->frozen = true;
  layer.backward(x, dy, dx);
  for (auto* p : layer.parameters()) CHECK(p->grad.isZero(0));
  CHECK(relative_error(dx, dy * layer.weight().value) < 1e-14);
}

TEST_CASE("Linear: bad shapes are refused", "[nn]") {
  Rng rng{5};
  Linear<float> layer("linear", 4, 3, rng);
  const Matrix<float> x = Matrix<float>::Zero(2, 4), wrong = Matrix<float>::Zero(2, 5);
  Matrix<float> y, dx;
  CHECK_THROWS(layer.forward(wrong, y));
  CHECK_THROWS(layer.backward(x, wrong, dx));
  CHECK_THROWS(layer.backward(x, Matrix<float>(Matrix<float>::Zero(3, 3)), dx));
  y = Matrix<float>::Zero(1, 3);
  CHECK_THROWS(layer.forward(x, y, Into::kAdd));
}
