#include "preformer/nn/scalar_mix.h"
#include "catch.h"
#include "elmo_golden.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

template <class S>
std::vector<Matrix<S>> random_layers(Index count, Index rows, Index cols, Rng& rng) {
  std::vector<Matrix<S>> layers;
  for (Index j = 0; j < count; ++j) layers.push_back(random_matrix<S>(rows, cols, rng));
  return layers;
}

}  // namespace

TEST_CASE("ScalarMix: gradients equal central differences", "[nn][gradient]") {
  Rng rng{42};
  ScalarMix<double> mix("mix", 3);
  elmo_golden::draw<double>(mix.parameters(), rng);
  std::vector<Matrix<double>> x = random_layers<double>(3, 4, 5, rng), dx;
  Matrix<double> y;
  const Matrix<double> dy = random_matrix<double>(4, 5, rng);
  const auto loss = [&] {
    mix.forward(x, y);
    return y.cwiseProduct(dy).sum();
  };
  mix.backward(x, dy, dx);
  for (std::size_t j = 0; j < 3; ++j) {
    CHECK(relative_error(dx[j], numeric_gradient(x[j], loss)) < 1e-7);
  }
  for (auto* p : mix.parameters()) {
    CAPTURE(p->name);
    CHECK(relative_error(p->grad, numeric_gradient(p->value, loss)) < 1e-7);
  }
}

TEST_CASE("ScalarMix: starts as the plain average, a large weight picks one layer", "[nn]") {
  Rng rng{1};
  ScalarMix<float> mix("mix", 3);
  const auto x = random_layers<float>(3, 4, 5, rng);
  Matrix<float> y;
  mix.forward(x, y);
  CHECK(relative_error(y, Matrix<float>((x[0] + x[1] + x[2]) / 3)) < 1e-6);
  mix.parameters()[0]->value(0, 1) = 80;
  mix.parameters()[1]->value(0, 0) = 2;
  mix.forward(x, y);
  CHECK(relative_error(y, Matrix<float>(2 * x[1])) < 1e-6);
}

TEST_CASE("ScalarMix: output equals numpy's", "[nn][golden]") {
  Rng rng{14};
  ScalarMix<float> mix("mix", 3);
  elmo_golden::draw<float>(mix.parameters(), rng);
  const auto x = random_layers<float>(3, 2, 4, rng);
  Matrix<float> y;
  mix.forward(x, y);
  CHECK(elmo_golden::distance(y, elmo_golden::kScalarMix) < 1e-6);
}

TEST_CASE("ScalarMix: a frozen parameter gathers nothing, its inputs' gradients flow", "[nn]") {
  Rng rng{2};
  ScalarMix<double> mix("mix", 2);
  std::vector<Matrix<double>> x = random_layers<double>(2, 3, 2, rng), dx;
  for (auto* p : mix.parameters()) p->frozen = true;
  mix.backward(x, random_matrix<double>(3, 2, rng), dx);
  for (auto* p : mix.parameters()) CHECK(p->grad.isZero(0));
  CHECK(dx[1].norm() > 0.1);
}

TEST_CASE("ScalarMix: wrong shapes are refused", "[nn]") {
  Rng rng{2};
  ScalarMix<float> mix("mix", 3);
  auto x = random_layers<float>(2, 3, 2, rng);
  Matrix<float> y;
  CHECK_THROWS(mix.forward(x, y));
  x.push_back(random_matrix<float>(2, 2, rng));
  CHECK_THROWS(mix.forward(x, y));
}
