#include "preformer/nn/softmax_cross_entropy.h"

#include <cmath>
#include <vector>

#include "catch.h"
#include "golden.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {
#include "layers_golden.inc"

using Ids = std::vector<std::int32_t>;
}  // namespace

TEST_CASE("softmax_cross_entropy: gradients equal central differences", "[nn][gradient]") {
  Rng rng{42};
  const Index classes = GENERATE(1, 2, 9);
  Matrix<double> logits = random_matrix<double>(3, classes, rng, 4.0);
  const Ids targets{0, static_cast<std::int32_t>(classes - 1), 0};
  const auto loss = [&] {
    Matrix<double> copy = logits;
    return softmax_cross_entropy(copy, targets, 1.0);
  };
  Matrix<double> gradient = logits;
  softmax_cross_entropy(gradient, targets, 1.0);
  CHECK((gradient - numeric_gradient(logits, loss)).norm() < 1e-8);
}

TEST_CASE("softmax_cross_entropy: equal logits cost ln classes a row", "[nn]") {
  Matrix<float> logits = Matrix<float>::Constant(2, 8, 3.5f);
  CHECK(softmax_cross_entropy(logits, Ids{1, 7}, 0.5f) == Approx(2 * std::log(8.0)));
  CHECK(logits(0, 0) == Approx(0.5 / 8));
  CHECK(logits(1, 7) == Approx(0.5 * (1.0 / 8 - 1)));
}

TEST_CASE("softmax_cross_entropy: numpy's numbers", "[nn][golden]") {
  const Ids targets(std::begin(kTargets), std::end(kTargets));
  Matrix<double> logits = golden::matrix(kLogits, 4, 7);
  CHECK(softmax_cross_entropy(logits, targets, 0.25) == Approx(kNats).epsilon(1e-12));
  CHECK(golden::difference(logits, golden::matrix(kDlogits, 4, 7)) < 1e-14);
  Matrix<float> single = golden::matrix<float>(kLogits, 4, 7);
  CHECK(softmax_cross_entropy(single, targets, 0.25f) == Approx(kNats).epsilon(1e-6));
  CHECK(golden::difference(single, golden::matrix(kDlogits, 4, 7)) < 1e-6);
}

TEST_CASE("softmax_cross_entropy: scale 0 leaves no gradient, the loss stands", "[nn]") {
  Matrix<double> logits = golden::matrix(kLogits, 4, 7);
  const Ids targets(std::begin(kTargets), std::end(kTargets));
  CHECK(softmax_cross_entropy(logits, targets, 0.0) == Approx(kNats).epsilon(1e-12));
  CHECK(logits.isZero(0));
}

TEST_CASE("softmax_cross_entropy: bad shapes and targets are refused", "[nn]") {
  Matrix<float> logits = Matrix<float>::Zero(2, 3);
  CHECK_THROWS(softmax_cross_entropy(logits, Ids{1}, 1.0f));
  CHECK_THROWS(softmax_cross_entropy(logits, Ids{1, 3}, 1.0f));
  CHECK_THROWS(softmax_cross_entropy(logits, Ids{-1, 0}, 1.0f));
}
