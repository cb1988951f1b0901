#include "preformer/nn/dropout.h"
#include "catch.h"
#include "elmo_golden.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

TEST_CASE("Dropout: gradients equal central differences", "[nn][gradient]") {
  Rng rng{42};
  const Dropout<double> dropout(0.4);
  Matrix<double> x = random_matrix<double>(5, 4, rng), mask, y, dx;
  const Matrix<double> dy = random_matrix<double>(5, 4, rng);
  const auto loss = [&] {
    Rng same{7};  // the same entries are dropped at every call
    dropout.forward(view(std::as_const(x)), same, mask, y);
    return y.cwiseProduct(dy).sum();
  };
  loss();
  dropout.backward(mask, dy, dx);
  CHECK(relative_error(dx, numeric_gradient(x, loss)) < 1e-7);
}

TEST_CASE("Dropout: keeps the mean and drops the stated share", "[nn]") {
  Rng rng{3};
  const Dropout<float> dropout(0.1);
  const Matrix<float> ones = Matrix<float>::Ones(300, 100);
  Matrix<float> mask, y;
  dropout.forward(view(ones), rng, mask, y);
  CHECK(y.mean() == Approx(1).margin(0.01));
  CHECK((y.array() == 0.0f).cast<float>().mean() == Approx(0.1).margin(0.01));
  CHECK(y == mask);

  CHECK_FALSE(Dropout<float>(0).active());
  Dropout<float>(0).forward(view(ones), rng, mask, y);
  CHECK(y == ones);
}

TEST_CASE("Dropout: one seed drops the same entries on every machine", "[nn][golden]") {
  Rng rng{15};
  const Matrix<float> ones = Matrix<float>::Ones(8, 5);
  Matrix<float> mask, y;
  Dropout<float>(0.25).forward(view(ones), rng, mask, y);
  CHECK(elmo_golden::distance(y, elmo_golden::kDropout) < 1e-6);
}

TEST_CASE("Dropout: a rate that would drop everything, or shapes that differ, are refused",
          "[nn]") {
  CHECK_THROWS(Dropout<float>(1.0));
  CHECK_THROWS(Dropout<float>(-0.1));
  Matrix<float> mask(2, 3), dy(3, 2), dx;
  CHECK_THROWS(Dropout<float>(0.5).backward(mask, dy, dx));
}
