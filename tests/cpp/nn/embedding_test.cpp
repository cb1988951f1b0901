#include "preformer/nn/embedding.h"

#include <vector>

#include "catch.h"
#include "golden.h"
#include "numeric_gradient.h"
#include "preformer/nn/initialisers.h"

using namespace preformer;
using namespace preformer::testing;

namespace {
#include "layers_golden.inc"

using Ids = std::vector<std::int32_t>;
}  // namespace

TEST_CASE("Embedding: gradients equal central differences", "[nn][gradient]") {
  Rng rng{42};
  Embedding<double> layer("embedding", uniform<double>(6, 5, 0.5, rng));
  const Ids ids{3, 0, 3, 5};
  const Matrix<double> dy = random_matrix<double>(4, 5, rng);
  Matrix<double> y;
  const auto loss = [&] {
    layer.forward(ids, y);
    return y.cwiseProduct(dy).sum();
  };
  layer.backward(ids, dy);
  auto& weight = layer.weight();
  CHECK(weight.name == "embedding.weight");
  CHECK(relative_error(weight.grad, numeric_gradient(weight.value, loss)) < 1e-7);
}

TEST_CASE("Embedding: the look-up is a product with one-hot rows", "[nn]") {
  Rng rng{1};
  Embedding<float> layer("embedding", uniform<float>(4, 3, 1, rng));
  Matrix<float> y, onehot = Matrix<float>::Zero(2, 4);
  onehot(0, 2) = onehot(1, 1) = 1;
  layer.forward(Ids{2, 1}, y);
  CHECK(y == Matrix<float>(onehot * layer.weight().value));
  layer.forward({}, y);
  CHECK(y.rows() == 0);
}

TEST_CASE("Embedding: numpy's numbers", "[nn][golden]") {
  Embedding<double> layer("embedding", golden::matrix(kEmbeddingW, 6, 3));
  const Ids ids(std::begin(kEmbeddingIds), std::end(kEmbeddingIds));
  Matrix<double> y;
  layer.forward(ids, y);
  layer.backward(ids, golden::matrix(kEmbeddingDy, 4, 3));
  CHECK(golden::difference(y, golden::matrix(kEmbeddingY, 4, 3)) == 0);
  CHECK(golden::difference(layer.weight().grad, golden::matrix(kEmbeddingDw, 6, 3)) < 1e-15);
}

TEST_CASE("Embedding: remembers the rows it touched, once each", "[nn]") {
  Rng rng{2};
  Embedding<float> layer("embedding", uniform<float>(9, 2, 1, rng));
  auto& weight = layer.weight();
  layer.backward(Ids{7, 1, 7}, Matrix<float>(Matrix<float>::Ones(3, 2)));
  CHECK(weight.touched == std::vector<Index>{7, 1});
  CHECK(weight.grad(7, 0) == 2);
  weight.zero_grad();
  CHECK(weight.touched.empty());
  CHECK(weight.grad.isZero(0));
}

TEST_CASE("Embedding: frozen gathers nothing", "[nn]") {
  Rng rng{2};
  Embedding<float> layer("embedding", uniform<float>(4, 2, 1, rng));
  auto& weight = layer.weight();
  weight.frozen = true;
  layer.backward(Ids{1}, Matrix<float>(Matrix<float>::Ones(1, 2)));
  CHECK(weight.grad.isZero(0));
  CHECK(weight.touched.empty());
}

TEST_CASE("Embedding: bad shapes and ids are refused", "[nn]") {
  Rng rng{2};
  Embedding<float> layer("embedding", uniform<float>(4, 2, 1, rng));
  Matrix<float> y;
  CHECK_THROWS(layer.forward(Ids{4}, y));
  CHECK_THROWS(layer.forward(Ids{-1}, y));
  CHECK_THROWS(layer.backward(Ids{1}, Matrix<float>(Matrix<float>::Ones(1, 3))));
  CHECK_THROWS(layer.backward(Ids{1}, Matrix<float>(Matrix<float>::Ones(2, 2))));
}
