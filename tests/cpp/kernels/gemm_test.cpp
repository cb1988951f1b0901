#include "preformer/kernels/gemm.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "numeric_gradient.h"

using namespace preformer;
using preformer::testing::random_matrix;

namespace {

/// The definition, entry by entry.
template <class S>
Matrix<double> naive(const Matrix<S>& a, const Matrix<S>& b) {
  Matrix<double> c = Matrix<double>::Zero(a.rows(), b.cols());
  for (Index i = 0; i < a.rows(); ++i) {
    for (Index j = 0; j < b.cols(); ++j) {
      for (Index k = 0; k < a.cols(); ++k) c(i, j) += double(a(i, k)) * double(b(k, j));
    }
  }
  return c;
}

template <class S>
void check_product(Index m, Index k, Index n, double tolerance) {
  CAPTURE(m, k, n);
  Rng rng{42};
  const Matrix<S> a = random_matrix<S>(m, k, rng), b = random_matrix<S>(k, n, rng);
  const Matrix<S> at = a.transpose(), bt = b.transpose();
  const Matrix<double> expected = naive(a, b);
  const Matrix<S> start = random_matrix<S>(m, n, rng);
  const auto error = [&](const Matrix<S>& c, const Matrix<double>& want) {
    return m * n == 0 ? 0.0 : (c.template cast<double>() - want).cwiseAbs().maxCoeff();
  };

  Matrix<S> c = start;
  multiply<S>(view(a), view(b), view(c), Into::kOverwrite);
  CHECK(error(c, expected) <= tolerance * double(k + 1));
  const Matrix<S> plain = c;

  multiply<S>(view(at).transposed(), view(b), view(c), Into::kOverwrite);
  CHECK(c == plain);  // the order of additions knows nothing of strides
  multiply<S>(view(a), view(bt).transposed(), view(c), Into::kOverwrite);
  CHECK(c == plain);

  PackedMatrix<S> packed;  // of b, then of bᵀ in the same room
  packed.pack(view(b));
  c.setConstant(S(7));
  packed.left_multiply(view(a), view(c), Into::kOverwrite);
  CHECK(c == plain);
  packed.pack(view(bt).transposed());
  packed.left_multiply(view(at).transposed(), view(c), Into::kOverwrite);
  CHECK(c == plain);

  const Matrix<S> bias = random_matrix<S>(1, n, rng);
  Matrix<S> biased = bias.replicate(m, 1);
  multiply<S>(view(a), view(b), view(biased), Into::kAdd);
  multiply_add_bias<S>(view(a), view(b), bias.data(), view(c));
  CHECK(c == biased);
  c = start;
  Matrix<S> added = start;
  packed.left_multiply(view(a), view(added), Into::kAdd);

  multiply<S>(view(a), view(b), view(c), Into::kAdd);
  CHECK(c == added);
  CHECK(error(c, expected + start.template cast<double>()) <= tolerance * double(k + 1));
}

}  // namespace

TEST_CASE("gemm equals the definition for shapes around every block's edge", "[kernels][gemm]") {
  for (const Index m : {1, 2, 3, 4, 5, 9, 16, 23}) {
    for (const Index n : {1, 3, 4, 7, 8, 9, 17, 255, 257}) {
      for (const Index k : {1, 2, 5, 33}) {
        check_product<float>(m, k, n, 1e-6);
        check_product<double>(m, k, n, 1e-15);
      }
    }
  }
  for (const Index k : {255, 256, 257, 513}) {
    check_product<float>(6, k, 10, 1e-6);
    check_product<float>(6, k, 263, 1e-6);
  }
}

TEST_CASE("gemm equals the definition for random shapes", "[kernels][gemm]") {
  Rng rng{7};
  for (int round = 0; round < 60; ++round) {
    const auto upto = [&](std::uint32_t most) { return static_cast<Index>(1 + rng.below(most)); };
    check_product<float>(upto(70), upto(300), upto(300), 1e-6);
  }
}

TEST_CASE("gemm: a sum runs in order through 256 products at a time", "[kernels][gemm]") {
  // Every build that does not fuse has these bits, whatever the shape around the entry.
  Rng rng{3};
  const Index k = GENERATE(1, 7, 256, 600), m = GENERATE(1, 6, 17), n = GENERATE(1, 8, 21);
  const Matrix<float> a = random_matrix<float>(m, k, rng), b = random_matrix<float>(k, n, rng);
  Matrix<float> c(m, n), expected = Matrix<float>::Zero(m, n);
  for (Index i = 0; i < m; ++i) {
    for (Index j = 0; j < n; ++j) {
      for (Index first = 0; first < k; first += 256) {
        float sum = 0;
        for (Index l = first; l < std::min(k, first + 256); ++l) sum = a(i, l) * b(l, j) + sum;
        expected(i, j) += sum;
      }
    }
  }
  multiply<float>(view(a), view(b), view(c), Into::kOverwrite);
  CHECK(c == expected);
}

TEST_CASE("gemm: operands need not be aligned", "[kernels][gemm]") {
  Rng rng{4};
  const Matrix<float> a = random_matrix<float>(9, 20, rng), b = random_matrix<float>(20, 24, rng);
  Matrix<float> aligned(9, 24);
  multiply<float>(view(a), view(b), view(aligned), Into::kOverwrite);
  for (const Index shift : {1, 2, 3}) {
    std::vector<float> room(9 * 20 + 20 * 24 + 9 * 24 + 9);
    float* const to_a = room.data() + shift;
    float* const to_b = to_a + a.size() + shift;
    float* const to_c = to_b + b.size() + shift;
    std::copy_n(a.data(), a.size(), to_a);
    std::copy_n(b.data(), b.size(), to_b);
    multiply<float>(View<float>{to_a, 9, 20, 20, 1}, View<float>{to_b, 20, 24, 24, 1},
                    View<float>{to_c, 9, 24, 24, 1}, Into::kOverwrite);
    CHECK(std::equal(to_c, to_c + aligned.size(), aligned.data()));
  }
}

TEST_CASE("gemm: an empty inner dimension gives zeros, or leaves the sum alone",
          "[kernels][gemm]") {
  const Matrix<float> a(3, 0), b(0, 5);
  Matrix<float> c = Matrix<float>::Constant(3, 5, 7.0f);
  multiply<float>(view(a), view(b), view(c), Into::kAdd);
  CHECK(c == Matrix<float>::Constant(3, 5, 7.0f));
  multiply<float>(view(a), view(b), view(c), Into::kOverwrite);
  CHECK(c.isZero(0));
}

TEST_CASE("gemm works on parts of matrices and touches nothing beside them", "[kernels][gemm]") {
  Rng rng{1};
  const Matrix<float> a = random_matrix<float>(9, 12, rng), b = random_matrix<float>(12, 20, rng);
  Matrix<float> c = Matrix<float>::Constant(9, 20, -1.0f);
  multiply<float>(view(a).rows_from(2, 5).cols_from(1, 6), view(b).rows_from(3, 6).cols_from(4, 11),
                  view(c).rows_from(1, 5).cols_from(2, 11), Into::kOverwrite);
  const Matrix<double> expected =
      naive<float>(a.block(2, 1, 5, 6), Matrix<float>(b.block(3, 4, 6, 11)));
  CHECK((c.block(1, 2, 5, 11).cast<double>() - expected).cwiseAbs().maxCoeff() < 1e-5);
  c.block(1, 2, 5, 11).setConstant(-1.0f);
  CHECK(c == Matrix<float>::Constant(9, 20, -1.0f));
}

TEST_CASE("gemm refuses shapes that do not fit", "[kernels][gemm]") {
  const Matrix<float> a(2, 3), b(4, 5);
  Matrix<float> c(2, 5);
  CHECK_THROWS(multiply<float>(view(a), view(b), view(c), Into::kOverwrite));
}
