#include "preformer/nn/highway.h"
#include "catch.h"
#include "elmo_golden.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

TEST_CASE("Highway: gradients equal central differences", "[nn][gradient]") {
  Rng rng{42};
  Highway<double> layer("highway", 5, rng);
  elmo_golden::draw<double>(layer.parameters(), rng);
  Matrix<double> x = random_matrix<double>(6, 5, rng), y, dx;
  const Matrix<double> dy = random_matrix<double>(6, 5, rng);
  HighwayCache<double> cache;
  const auto loss = [&] {
    layer.forward(x, cache, y);
    return y.cwiseProduct(dy).sum();
  };
  loss();
  layer.backward(x, dy, cache, dx);
  CHECK(relative_error(dx, numeric_gradient(x, loss)) < 1e-7);
  for (auto* p : layer.parameters()) {
    CAPTURE(p->name);
    CHECK(relative_error(p->grad, numeric_gradient(p->value, loss)) < 1e-7);
  }
}

TEST_CASE("Highway: a shut gate passes the input through, an open one the transform", "[nn]") {
  Rng rng{1};
  Highway<float> layer("highway", 4, rng);
  CHECK(layer.parameters()[1]->value.isConstant(-2));
  const Matrix<float> x = random_matrix<float>(3, 4, rng);
  Matrix<float> y;
  HighwayCache<float> cache;
  layer.parameters()[0]->value.setZero();
  layer.parameters()[1]->value.setConstant(-80);
  layer.forward(x, cache, y);
  CHECK(y == x);
  layer.parameters()[1]->value.setConstant(80);
  layer.forward(x, cache, y);
  CHECK(y == cache.transform);
  CHECK(y.minCoeff() == 0);
}

TEST_CASE("Highway: output equals numpy's", "[nn][golden]") {
  Rng rng{12};
  Highway<float> layer("highway", 5, rng);
  rng = Rng{12};
  elmo_golden::draw<float>(layer.parameters(), rng);
  Matrix<float> y;
  HighwayCache<float> cache;
  layer.forward(random_matrix<float>(4, 5, rng), cache, y);
  CHECK(elmo_golden::distance(y, elmo_golden::kHighway) < 1e-6);
}

TEST_CASE("Highway: a frozen parameter gathers nothing, its input's gradient flows", "[nn]") {
  Rng rng{2};
  Highway<double> layer("highway", 4, rng);
  const Matrix<double> x = random_matrix<double>(3, 4, rng), dy = random_matrix<double>(3, 4, rng);
  Matrix<double> y, dx;
  HighwayCache<double> cache;
  for (auto* p : layer.parameters()) p->frozen = true;
  layer.forward(x, cache, y);
  layer.backward(x, dy, cache, dx);
  for (auto* p : layer.parameters()) CHECK(p->grad.isZero(0));
  CHECK(dx.norm() > 0.1);
}

TEST_CASE("Highway: wrong shapes are refused", "[nn]") {
  Rng rng{2};
  Highway<float> layer("highway", 4, rng);
  const Matrix<float> x = random_matrix<float>(3, 4, rng), narrow = random_matrix<float>(3, 3, rng);
  Matrix<float> y, dx;
  HighwayCache<float> cache;
  CHECK_THROWS(layer.forward(narrow, cache, y));
  layer.forward(x, cache, y);
  CHECK_THROWS(layer.backward(x, narrow, cache, dx));
}
