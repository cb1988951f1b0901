#include "preformer/nn/max_pool.h"

#include "catch.h"
#include "golden.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {
#include "image_golden.inc"
}

TEST_CASE("MaxPool2d: gradients equal central differences", "[nn][gradient]") {
  const auto [from, size] = GENERATE(
      std::pair<ImageSize, Index>{{4, 6, 5}, 2}, std::pair<ImageSize, Index>{{5, 7, 2}, 2},
      std::pair<ImageSize, Index>{{7, 6, 3}, 3}, std::pair<ImageSize, Index>{{2, 3, 4}, 1});
  CAPTURE(from.height, from.width, from.channels, size);
  Rng rng{42};
  const MaxPool2d<double> pool(size);
  Matrix<double> x = random_matrix<double>(3, from.numbers(), rng), y, dx;
  Matrix<MaxPool2d<double>::Place> place;
  const Matrix<double> dy = random_matrix<double>(3, pool.output(from).numbers(), rng);
  const auto loss = [&] {
    pool.forward(view(std::as_const(x)), from, y, place);
    return y.cwiseProduct(dy).sum();
  };
  loss();
  pool.backward(dy, place, from, dx);
  CHECK(relative_error(dx, numeric_gradient(x, loss)) < 1e-7);
}

TEST_CASE("MaxPool2d: the largest of each square, the first of equal ones, no partial squares",
          "[nn]") {
  const MaxPool2d<float> pool(2);
  const ImageSize from{3, 5, 1};
  const Matrix<float> x = (Matrix<float>(1, 15) << 1, 9, 2, 2, 99,  //
                           3, 4, 2, 2, 99,                          //
                           99, 99, 99, 99, 99)
                              .finished();
  Matrix<float> y, dx;
  Matrix<MaxPool2d<float>::Place> place;
  pool.forward(view(x), from, y, place);
  CHECK(pool.output(from) == ImageSize{1, 2, 1});
  CHECK(y == (Matrix<float>(1, 2) << 9, 2).finished());
  pool.backward((Matrix<float>(1, 2) << 5, 7).finished(), place, from, dx);
  CHECK(dx == (Matrix<float>(1, 15) << 0, 5, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).finished());
}

TEST_CASE("MaxPool2d: PyTorch's numbers", "[nn][golden]") {
  const MaxPool2d<double> pool(2);
  const ImageSize from{7, 6, 5};
  Matrix<double> y, dx;
  Matrix<MaxPool2d<double>::Place> place;
  const Matrix<double> x = golden::matrix(kPoolX, 2, 210);
  pool.forward(view(x), from, y, place);
  pool.backward(golden::matrix(kPoolDy, 2, 45), place, from, dx);
  CHECK(y == golden::matrix(kPoolY, 2, 45));
  CHECK(dx == golden::matrix(kPoolDx, 2, 210));
}

TEST_CASE("MaxPool2d: whole vectors of channels and single ones do the same", "[nn]") {
  Rng rng{3};
  const MaxPool2d<float> pool(2);
  const ImageSize wide{6, 4, 7}, narrow{6, 4, 1};
  const Matrix<float> x = random_matrix<float>(2, wide.numbers(), rng);
  Matrix<float> y, dx, y1, dx1;
  Matrix<MaxPool2d<float>::Place> place, place1;
  pool.forward(view(x), wide, y, place);
  pool.backward(y, place, wide, dx);
  for (Index c = 0; c < wide.channels; ++c) {
    const auto channel = [&](const Matrix<float>& m) {
      return Matrix<float>(Eigen::Map<const Matrix<float>, 0, Eigen::InnerStride<>>(
          m.data() + c, 2, m.cols() / wide.channels, Eigen::InnerStride<>(wide.channels)));
    };
    const Matrix<float> x1 = channel(x);
    pool.forward(view(x1), narrow, y1, place1);
    pool.backward(y1, place1, narrow, dx1);
    CHECK(y1 == channel(y));
    CHECK(dx1 == channel(dx));
  }
}

TEST_CASE("MaxPool2d: bad shapes are refused", "[nn]") {
  CHECK_THROWS(MaxPool2d<float>(0));
  const MaxPool2d<float> pool(2);
  const Matrix<float> x = Matrix<float>::Zero(1, 16);
  Matrix<float> y, dx;
  Matrix<MaxPool2d<float>::Place> place;
  CHECK_THROWS(pool.forward(view(x), {4, 5, 1}, y, place));
  CHECK_THROWS(pool.forward(view(x), {1, 16, 1}, y, place));
  pool.forward(view(x), {4, 4, 1}, y, place);
  CHECK_THROWS(pool.backward(x, place, {4, 4, 1}, dx));
  CHECK_THROWS(pool.backward(y, place, {8, 4, 1}, dx));
}
