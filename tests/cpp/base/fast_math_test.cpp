#include "preformer/base/fast_math.h"

#include <cmath>

#include "catch.h"

using namespace preformer;

namespace {

/// Relative error; absolute where the true value is within 1e-3 of zero.
double error(double value, double truth) {
  return std::abs(value - truth) / std::max(std::abs(truth), 1e-3);
}

}  // namespace

TEST_CASE("fast_math: exp against the C library", "[base]") {
  double worst_float = 0, worst_double = 0;
  for (double x = -86.9; x < 87.9; x += 0.00737) {
    const auto f = static_cast<float>(x);
    worst_float = std::max(worst_float, std::abs(double(math::exp(f)) / std::exp(double(f)) - 1));
    worst_double = std::max(worst_double, std::abs(math::exp(8 * x) / std::exp(8 * x) - 1));
  }
  CHECK(worst_float < 3e-7);
  CHECK(worst_double < 1e-15);
  CHECK(math::exp(0.0f) == 1.0f);
  CHECK(math::exp(1e30f) == math::exp(88.0f));  // clamped, never infinite
  CHECK(math::exp(-1e30f) == math::exp(-87.0f));
}

TEST_CASE("fast_math: log against the C library", "[base]") {
  double worst_float = 0, worst_double = 0;
  for (double x = 1e-30; x < 1e30; x *= 1.00737) {
    const auto f = static_cast<float>(x);
    worst_float = std::max(worst_float, error(double(math::log(f)), std::log(double(f))));
    worst_double = std::max(worst_double, error(math::log(x), std::log(x)));
  }
  CHECK(worst_float < 3e-7);
  CHECK(worst_double < 1e-15);
  CHECK(math::log(1.0f) == 0.0f);
}

TEST_CASE("fast_math: sigmoid and pow", "[base]") {
  for (double x = -80; x < 80; x += 0.0173) {
    CHECK(double(math::sigmoid(float(x))) ==
          Approx(1 / (1 + std::exp(-double(float(x))))).epsilon(3e-7));
  }
  CHECK(math::sigmoid(0.0f) == 0.5f);  // word2vec.c's table gives 0.494 here
  for (const double exponent : {-1.0, -0.5, 0.0, 0.5, 0.75, 1.0, 2.0}) {
    CAPTURE(exponent);
    CHECK(math::pow(12345.0, exponent) == Approx(std::pow(12345.0, exponent)).epsilon(1e-13));
  }
}

TEST_CASE("fast_math: a lane does not know its neighbours", "[base]") {
  const SimdVector<float> x{-3.5f, 0.0f, 1e-8f, 40.0f};
  const auto e = math::exp<float>(x);
  for (int i = 0; i < 4; ++i) CHECK(e[i] == math::exp(float(x[i])));
}

TEST_CASE("fast_math: tanh", "[base]") {
  for (double x = -20; x <= 20; x += 0.0625) {
    CHECK(std::abs(double(math::tanh(float(x))) - std::tanh(x)) < 2e-7);
    CHECK(std::abs(math::tanh(x) - std::tanh(x)) < 3e-16);
  }
  CHECK(math::tanh(0.0f) == 0.0f);
  CHECK(math::tanh(-3.0) == -math::tanh(3.0));
  CHECK(math::tanh(1e9f) == 1.0f);
}
