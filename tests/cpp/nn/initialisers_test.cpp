#include "preformer/nn/initialisers.h"

#include <cmath>

#include "catch.h"

using namespace preformer;

namespace {

double mean(const Matrix<double>& m) { return m.sum() / double(m.size()); }
double deviation(const Matrix<double>& m) {
  return std::sqrt((m.array() - mean(m)).square().sum() / double(m.size()));
}

}  // namespace

TEST_CASE("uniform: within the bound, mean 0, deviation bound/√3", "[nn]") {
  Rng rng{42};
  const auto m = uniform<double>(200, 50, 0.3, rng);
  CHECK(m.cwiseAbs().maxCoeff() <= 0.3);
  CHECK(mean(m) == Approx(0).margin(0.006));
  CHECK(deviation(m) == Approx(0.3 / std::sqrt(3.0)).epsilon(0.02));
}

TEST_CASE("glorot_uniform: bound √(6/(in+out))", "[nn]") {
  Rng rng{42};
  const auto m = glorot_uniform<double>(60, 40, rng);
  CHECK(m.rows() == 60);
  CHECK(m.cwiseAbs().maxCoeff() <= std::sqrt(0.06));
  CHECK(m.cwiseAbs().maxCoeff() > 0.99 * std::sqrt(0.06));
}

TEST_CASE("normal: mean 0, the deviation asked, the tails of a bell", "[nn]") {
  Rng rng{42};
  const auto m = normal<double>(201, 101, 2.0, rng);
  CHECK(mean(m) == Approx(0).margin(0.06));
  CHECK(deviation(m) == Approx(2).epsilon(0.02));
  const auto within = [&](double sigmas) {
    return double((m.array().abs() < 2 * sigmas).count()) / double(m.size());
  };
  CHECK(within(1) == Approx(0.6827).margin(0.01));
  CHECK(within(2) == Approx(0.9545).margin(0.005));
}

TEST_CASE("initialisers: float and double start alike, one seed, one start", "[nn]") {
  Rng a{7}, b{7};
  CHECK(normal<float>(3, 3, 1, a) == normal<double>(3, 3, 1, b).cast<float>());
  CHECK(uniform<float>(3, 3, 1, a) == uniform<double>(3, 3, 1, b).cast<float>());
}
