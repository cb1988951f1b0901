#include <cmath>
#include <limits>

#include "catch.h"
#include "golden.h"
#include "preformer/query/pca.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

Matrix<float> rows(std::initializer_list<std::initializer_list<float>> values) {
  Matrix<float> m(static_cast<Index>(values.size()), static_cast<Index>(values.begin()->size()));
  Index i = 0;
  for (const auto& row : values) {
    Index d = 0;
    for (const float x : row) m(i, d++) = x;
    ++i;
  }
  return m;
}

void check_near(const Matrix<float>& a, const Matrix<float>& b, float margin) {
  REQUIRE(a.rows() == b.rows());
  REQUIRE(a.cols() == b.cols());
  CHECK((a - b).cwiseAbs().maxCoeff() < margin);
}

}  // namespace

TEST_CASE("pca equals numpy's singular value decomposition", "[query][golden]") {
  const auto model = golden::model();
  const auto p = pca(model.vectors, 3);
  check_near(p.axes, golden::matrix(golden::kAxes, 3, golden::kDims), 2e-6f);
  check_near(p.positions, golden::matrix(golden::kPositions, golden::kWords, 3), 5e-6f);
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(p.explained_variance_ratio[k] == Approx(golden::kExplained[k]).margin(1e-7));
  }
  check_near(pca(model.vectors).positions, p.positions.leftCols(2), 1e-7f);
  check_near(project(p, model.vectors), p.positions, 1e-5f);
}

TEST_CASE("pca: points on a line have one direction", "[query]") {
  const auto p = pca(rows({{0, 0, 1}, {3, 4, 1}, {-3, -4, 1}, {6, 8, 1}}));
  check_near(p.axes, rows({{.6f, .8f, 0}, {0, 0, 0}}), 1e-6f);
  check_near(p.positions, rows({{-2.5f, 0}, {2.5f, 0}, {-7.5f, 0}, {7.5f, 0}}), 1e-5f);
  CHECK(p.explained_variance_ratio[0] == Approx(1));
  CHECK(p.explained_variance_ratio[1] == 0.0);
  check_near(p.mean, rows({{1.5f, 2, 1}}), 1e-6f);
}

TEST_CASE("pca: the smallest cases", "[query]") {
  SECTION("two words, one dimension") {
    const auto p = pca(rows({{1}, {4}}));
    check_near(p.positions, rows({{-1.5f, 0}, {1.5f, 0}}), 1e-6f);
    CHECK(p.explained_variance_ratio == std::vector<double>{1.0, 0.0});
  }
  SECTION("two words, many dimensions") {
    const auto p = pca(random_matrix(2, 50, 5), 3);
    CHECK(p.explained_variance_ratio[0] == Approx(1));
    CHECK(p.positions(0, 0) == Approx(-p.positions(1, 0)));
    CHECK(p.positions.rightCols(2).isZero());
  }
  SECTION("one word") { CHECK(pca(rows({{3, 4}})).positions.isZero()); }
  SECTION("all rows equal") {
    const auto p = pca(Matrix<float>::Constant(30, 7, 0.1f));
    CHECK(p.positions.isZero());
    CHECK(p.axes.isZero());
    CHECK(p.explained_variance_ratio == std::vector<double>{0.0, 0.0});
  }
  SECTION("all zero") { CHECK(pca(Matrix<float>::Zero(5, 3)).positions.isZero()); }
}

TEST_CASE("pca: Gram and covariance give the same map", "[query]") {
  // 12 words of 40 dimensions go by the Gram matrix; the same words repeated 4 times, whose
  // covariance is the same, by the covariance.
  const Matrix<float> few = random_matrix(12, 40, 8);
  Matrix<float> many(48, 40);
  for (Index i = 0; i < 48; ++i) many.row(i) = few.row(i % 12);
  const auto a = pca(few, 3), b = pca(many, 3);
  check_near(a.axes, b.axes, 1e-5f);
  check_near(a.positions, b.positions.topRows(12), 1e-5f);
}

TEST_CASE("pca: iteration for wide models finds the strongest directions", "[query]") {
  const Index words = 300, dims = 200;  // above the exact solver's limit
  const Matrix<float> hidden = random_matrix(words, 3, 4), noise = random_matrix(words, dims, 5);
  Matrix<float> x = 0.05f * noise;
  x.col(10) += 3 * hidden.col(0);
  x.col(77) += 2 * hidden.col(1);
  x.col(150) += hidden.col(2);
  const auto p = pca(x, 3);
  for (Index k = 0; k < 3; ++k) CHECK(p.axes.row(k).norm() == Approx(1).margin(1e-5));
  CHECK(std::abs(p.axes.row(0).dot(p.axes.row(1))) < 1e-5f);
  CHECK(p.axes(0, 10) > 0.99f);
  CHECK(p.axes(1, 77) > 0.99f);
  CHECK(p.axes(2, 150) > 0.99f);
  // The variance along each axis is what was reported.
  const Matrix<double> wide = x.cast<double>();
  const double total = (wide.rowwise() - wide.colwise().mean()).squaredNorm();
  for (Index k = 0; k < 3; ++k) {
    CHECK(p.positions.col(k).cast<double>().squaredNorm() / total ==
          Approx(p.explained_variance_ratio[static_cast<std::size_t>(k)]).margin(1e-5));
  }
}

TEST_CASE("pca: one-hot has no direction better than another", "[query]") {
  const auto p = pca(Matrix<float>::Identity(400, 400));
  CHECK(p.explained_variance_ratio[0] == Approx(1.0 / 399));
  CHECK(p.explained_variance_ratio[1] == Approx(1.0 / 399));
  CHECK(p.positions.allFinite());
}

TEST_CASE("pca: the sign does not depend on the vectors' signs", "[query]") {
  const Matrix<float> x = random_matrix(30, 6, 2);
  const auto a = pca(x), b = pca(-x);
  check_near(a.axes, b.axes, 1e-6f);
  for (Index k = 0; k < 2; ++k) {
    CHECK(a.axes.row(k).maxCoeff() == a.axes.row(k).cwiseAbs().maxCoeff());
  }
}

TEST_CASE("pca: rotating the vectors leaves distances on the map alone", "[query]") {
  const Matrix<float> x = random_matrix(25, 2, 6);
  const auto p = pca(x);
  for (Index i = 1; i < 25; ++i) {
    CHECK((p.positions.row(i) - p.positions.row(0)).norm() ==
          Approx((x.row(i) - x.row(0)).norm()).margin(1e-5));
  }
}

TEST_CASE("pca: bad input has its error code", "[query][errors]") {
  const auto code = [](const Matrix<float>& x, Index k) {
    return error_of([&] { pca(x, k); }).code();
  };
  Matrix<float> x = random_matrix(4, 3, 1);
  CHECK(code(x, 0) == ErrorCode::kBadParameter);
  CHECK(code(x, 4) == ErrorCode::kBadParameter);
  CHECK(code(Matrix<float>(0, 3), 2) == ErrorCode::kBadParameter);
  CHECK(code(Matrix<float>(3, 0), 2) == ErrorCode::kBadParameter);
  const auto p = pca(x);
  CHECK(error_of([&] { project(p, Matrix<float>(2, 5)); }).code() == ErrorCode::kBadParameter);
  for (const float bad :
       {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity(), 1e30f}) {
    x(2, 1) = bad;
    CHECK(code(x, 2) == ErrorCode::kBadParameter);
  }
}
