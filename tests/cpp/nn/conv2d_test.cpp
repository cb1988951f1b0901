#include "preformer/nn/conv2d.h"

#include "catch.h"
#include "golden.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

#include "image_golden.inc"

struct Case {
  Index batch, height, width, in, out, kernel;
};

/// The definition, place by place.
template <class S>
Matrix<S> convolve(const Matrix<S>& x, const Case& c, const Matrix<S>& weight,
                   const Matrix<S>& bias) {
  const Index height = c.height - c.kernel + 1, width = c.width - c.kernel + 1;
  Matrix<S> result(c.batch, height * width * c.out);
  for (Index b = 0; b < c.batch; ++b) {
    for (Index y = 0; y < height; ++y) {
      for (Index x0 = 0; x0 < width; ++x0) {
        for (Index o = 0; o < c.out; ++o) {
          S sum = bias(0, o);
          for (Index ky = 0; ky < c.kernel; ++ky) {
            for (Index kx = 0; kx < c.kernel; ++kx) {
              for (Index i = 0; i < c.in; ++i) {
                sum += weight(o, (ky * c.kernel + kx) * c.in + i) *
                       x(b, ((y + ky) * c.width + x0 + kx) * c.in + i);
              }
            }
          }
          result(b, (y * width + x0) * c.out + o) = sum;
        }
      }
    }
  }
  return result;
}

}  // namespace

TEST_CASE("Conv2d: gradients equal central differences", "[nn][gradient]") {
  const Case c = GENERATE(Case{3, 5, 6, 2, 3, 3}, Case{2, 4, 4, 1, 5, 1}, Case{2, 3, 3, 4, 2, 3});
  Rng rng{42};
  Conv2d<double> layer("conv", c.in, c.out, c.kernel, rng);
  const ImageSize size{c.height, c.width, c.in};
  Matrix<double> x = random_matrix<double>(c.batch, size.numbers(), rng), y, dx;
  const Matrix<double> dy = random_matrix<double>(c.batch, layer.output(size).numbers(), rng);
  const auto loss = [&] {
    layer.forward(view(std::as_const(x)), size, y);
    return y.cwiseProduct(dy).sum();
  };

  layer.backward(view(std::as_const(x)), size, dy, dx);

  CHECK(relative_error(dx, numeric_gradient(x, loss)) < 1e-7);
  for (auto* p : layer.parameters()) {
    CAPTURE(p->name);
    CHECK(relative_error(p->grad, numeric_gradient(p->value, loss)) < 1e-7);
  }
}

TEST_CASE("Conv2d: equals the definition, place by place", "[nn]") {
  const Case c =
      GENERATE(Case{1, 28, 28, 1, 8, 5}, Case{9, 12, 12, 8, 16, 5}, Case{5, 7, 9, 3, 4, 2},
               Case{2, 6, 5, 3, 1, 5}, Case{40, 12, 12, 1, 3, 5});
  Rng rng{7};
  Conv2d<double> layer("conv", c.in, c.out, c.kernel, rng);
  const auto p = layer.parameters();
  p[1]->value = random_matrix<double>(1, c.out, rng);
  const Matrix<double> x = random_matrix<double>(c.batch, c.height * c.width * c.in, rng);
  Matrix<double> y;
  layer.forward(view(x), {c.height, c.width, c.in}, y);
  CHECK(relative_error(y, convolve(x, c, p[0]->value, p[1]->value)) < 1e-14);
}

TEST_CASE("Conv2d: PyTorch's numbers", "[nn][golden]") {
  Rng rng{1};
  Conv2d<double> layer("conv", 3, 4, 3, rng);
  const auto p = layer.parameters();
  p[0]->value = golden::matrix(kConvW, 4, 27);
  p[1]->value = golden::matrix(kConvB, 1, 4);
  const ImageSize size{5, 4, 3};
  const Matrix<double> x = golden::matrix(kConvX, 2, 60), dy = golden::matrix(kConvDy, 2, 24);
  Matrix<double> y, dx;
  layer.forward(view(x), size, y);
  layer.backward(view(x), size, dy, dx);
  CHECK(golden::difference(y, golden::matrix(kConvY, 2, 24)) < 1e-12);
  CHECK(golden::difference(dx, golden::matrix(kConvDx, 2, 60)) < 1e-12);
  CHECK(golden::difference(p[0]->grad, golden::matrix(kConvDw, 4, 27)) < 1e-12);
  CHECK(golden::difference(p[1]->grad, golden::matrix(kConvDb, 1, 4)) < 1e-12);
}

TEST_CASE("Conv2d: a filter that is one at one place shifts the image", "[nn]") {
  Rng rng{1};
  Conv2d<float> layer("conv", 1, 1, 2, rng);
  layer.weight().value << 0, 1, 0, 0;  // above right
  layer.bias().value << 10;
  const Matrix<float> x = (Matrix<float>(1, 9) << 1, 2, 3, 4, 5, 6, 7, 8, 9).finished();
  Matrix<float> y;
  layer.forward(view(x), {3, 3, 1}, y);
  CHECK(y == (Matrix<float>(1, 4) << 12, 13, 15, 16).finished());
  CHECK(layer.output({3, 3, 1}) == ImageSize{2, 2, 1});
  CHECK(layer.weight().name == "conv.weight");
  CHECK(layer.bias().name == "conv.bias");
}

TEST_CASE("Conv2d: an image's numbers do not depend on its company", "[nn]") {
  Rng rng{2};
  Conv2d<float> layer("conv", 8, 16, 5, rng);
  const ImageSize size{12, 12, 8};
  const Matrix<float> x = random_matrix<float>(7, size.numbers(), rng);
  Matrix<float> together, alone;
  layer.forward(view(x), size, together);
  for (Index n = 0; n < x.rows(); ++n) {
    layer.forward(view(x).rows_from(n, 1), size, alone);
    CHECK(alone.row(0) == together.row(n));
  }
}

TEST_CASE("Conv2d: frozen parameters gather nothing, dX flows", "[nn]") {
  Rng rng{4};
  Conv2d<double> layer("conv", 2, 3, 2, rng);
  const ImageSize size{4, 5, 2};
  const Matrix<double> x = random_matrix<double>(2, size.numbers(), rng),
                       dy = random_matrix<double>(2, layer.output(size).numbers(), rng);
  Matrix<double> dx, same;
  layer.backward(view(x), size, dy, dx);
  for (auto* p : layer.parameters()) {
    CHECK(p->grad.norm() > 0);
    p->zero_grad();
    p->frozen = true;
  }
  layer.backward(view(x), size, dy, same);
  for (auto* p : layer.parameters()) CHECK(p->grad.isZero(0));
  CHECK(same == dx);
  CHECK(dx.norm() > 0);
}

TEST_CASE("Conv2d: bad shapes are refused", "[nn]") {
  Rng rng{5};
  Conv2d<float> layer("conv", 2, 3, 3, rng);
  const Matrix<float> x = Matrix<float>::Zero(1, 32), dy = Matrix<float>::Zero(1, 12);
  Matrix<float> y, dx;
  CHECK_THROWS(layer.forward(view(x), {4, 5, 2}, y));       // not the matrix's numbers
  CHECK_THROWS(layer.forward(view(x), {4, 8, 1}, y));       // one channel
  CHECK_THROWS(layer.forward(view(x), {2, 8, 2}, y));       // lower than the filter
  CHECK_THROWS(layer.backward(view(x), {4, 4, 2}, x, dx));  // dY of another shape
  CHECK_NOTHROW(layer.backward(view(x), {4, 4, 2}, dy, dx));
}
