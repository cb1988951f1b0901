#include "preformer/kernels/losses.h"

#include <cmath>
#include <vector>

#include "catch.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

double logistic_loss(const Matrix<double>& f, const std::vector<double>& labels) {
  double loss = 0;
  for (Index i = 0; i < f.rows(); ++i) {
    for (Index j = 0; j < f.cols(); ++j) {
      const double sign = 2 * labels[static_cast<std::size_t>(j)] - 1;
      loss -= std::log(1 / (1 + std::exp(-sign * f(i, j))));
    }
  }
  return loss;
}

double softmax_loss(const Matrix<double>& f, Index target) {
  double loss = 0;
  for (Index i = 0; i < f.rows(); ++i) {
    loss += std::log(f.row(i).array().exp().sum()) - f(i, target);
  }
  return loss;
}

}  // namespace

TEST_CASE("logistic_residuals: loss and −∂loss/∂F", "[kernels][gradient]") {
  Rng rng(1);
  const Index rows = GENERATE(1, 2, 5), cols = GENERATE(1, 3, 6, 11);
  Matrix<double> f = random_matrix<double>(rows, cols, rng, 4.0);
  std::vector<double> labels;
  for (Index j = 0; j < cols; ++j) labels.push_back(rng.below(2));

  const Matrix<double> gradient = numeric_gradient(f, [&] { return logistic_loss(f, labels); });
  Matrix<double> residuals = f;
  CHECK(logistic_residuals(residuals.data(), rows, cols, labels.data()) ==
        Approx(logistic_loss(f, labels)).epsilon(1e-12));
  CHECK(relative_error(Matrix<double>(-residuals), gradient) < 1e-6);
}

TEST_CASE("logistic_residuals: far logits stay finite and exact", "[kernels]") {
  const float labels[] = {1, 0, 1, 0};
  float f[] = {-200, 200, 200, -200};
  CHECK(logistic_residuals(f, 1, 4, labels) == Approx(400));
  CHECK(f[0] == Approx(1));
  CHECK(f[1] == Approx(-1));
  CHECK(f[2] == Approx(0).margin(1e-7));
  CHECK(f[3] == Approx(0).margin(1e-7));
}

TEST_CASE("logistic_residuals: many logits, whose product would overflow", "[kernels]") {
  Rng rng(3);
  for (const Index rows : {1, 43, 64, 200, 401}) {
    const Index cols = 7;
    const std::vector<float> labels{1, 0, 0, 1, 0, 0, 0};
    Matrix<float> f = random_matrix<float>(rows, cols, rng, 0.5);
    const double expected = logistic_loss(f.cast<double>(), {labels.begin(), labels.end()});
    CHECK(logistic_residuals(f.data(), rows, cols, labels.data()) ==
          Approx(expected).epsilon(1e-5));
    CHECK(f.array().isFinite().all());
  }
}

TEST_CASE("largest: wherever it stands", "[kernels]") {
  for (const Index size : {1, 2, 3, 15, 16, 17, 35}) {
    for (Index at = 0; at < size; ++at) {
      Matrix<float> row = Matrix<float>::Constant(1, size, -2.0f);
      row(0, at) = -1.5f;
      CHECK(largest(row.data(), size) == -1.5f);
    }
  }
}

TEST_CASE("softmax_residuals: loss and −∂loss/∂F", "[kernels][gradient]") {
  Rng rng(2);
  const Index rows = GENERATE(1, 3), cols = GENERATE(2, 5, 16, 37);
  const Index target = static_cast<Index>(rng.below(static_cast<std::uint32_t>(cols)));
  Matrix<double> f = random_matrix<double>(rows, cols, rng, 4.0);

  const Matrix<double> gradient = numeric_gradient(f, [&] { return softmax_loss(f, target); });
  Matrix<double> residuals = f;
  CHECK(softmax_residuals(residuals.data(), rows, cols, target) ==
        Approx(softmax_loss(f, target)).epsilon(1e-12));
  CHECK(relative_error(Matrix<double>(-residuals), gradient) < 1e-6);
}

TEST_CASE("softmax_row: the definition, times the factor", "[kernels]") {
  Rng rng(3);
  for (const Index size : {1, 3, 4, 5, 31, 64, 251}) {
    const Matrix<float> logits = random_matrix<float>(1, size, rng, 6.0f);
    double sum = 0;
    for (Index j = 0; j < size; ++j) sum += std::exp(double(logits(0, j)));
    for (const Index shift : {0, 1, 2, 3}) {  // rows need not be aligned
      std::vector<float> room(static_cast<std::size_t>(size + shift + 1), -5.0f);
      std::copy_n(logits.data(), size, room.data() + shift);
      CHECK(softmax_row(room.data() + shift, size, -0.125f) == Approx(std::log(sum)).margin(1e-6));
      for (Index j = 0; j < size; ++j) {
        CHECK(double(room[static_cast<std::size_t>(shift + j)]) ==
              Approx(-0.125 * std::exp(double(logits(0, j))) / sum).epsilon(1e-5));
      }
      CHECK(room.back() == -5.0f);
    }
  }
}

TEST_CASE("softmax_row: probabilities sum to 1 whatever the scale", "[kernels]") {
  std::vector<float> row{1000, 999, -1000, 1000, 0, 3, 7};
  softmax_row(row.data(), 7);
  float sum = 0;
  for (const float p : row) {
    CHECK(p >= 0);
    sum += p;
  }
  CHECK(sum == Approx(1).margin(1e-6));
  CHECK(row[0] == Approx(row[3]));
}

TEMPLATE_TEST_CASE("positive_residuals, negative_residuals: as logistic_residuals, by column",
                   "[kernels]", float, double) {
  using S = TestType;
  Rng rng(12);
  for (const Index rows : {1, 5, 63, 64, 100, 130}) {
    const Index cols = 8;
    CAPTURE(rows);
    const Matrix<S> f = random_matrix<S>(rows, cols, rng, S(40));
    const Matrix<S> weights = random_matrix<S>(1, cols, rng, S(3)),
                    scales = random_matrix<S>(1, cols, rng, S(3));
    Matrix<S> negative = f, positive = f;
    double expected = 0;
    Matrix<S> expected_negative = f, expected_positive = f;
    for (Index j = 0; j < cols; ++j) {
      Matrix<S> column = f.col(j);
      const S label = 0;
      for (Index i = 0; i < rows; ++i) {
        expected += double(weights(0, j)) * logistic_residuals(&column(i, 0), 1, 1, &label);
      }
      expected_negative.col(j) = column.col(0) * scales(0, j);
    }
    CHECK(negative_residuals(negative.data(), rows, cols, weights.data(), scales.data()) ==
          Approx(expected).epsilon(1e-4));
    CHECK((negative - expected_negative).cwiseAbs().maxCoeff() < S(1e-6));

    const std::vector<S> ones(static_cast<std::size_t>(cols), S(1));
    const double nats = logistic_residuals(expected_positive.data(), rows, cols, ones.data());
    CHECK(positive_residuals(positive.data(), rows * cols) == Approx(nats).epsilon(1e-4));
    CHECK((positive - expected_positive).cwiseAbs().maxCoeff() < S(1e-6));
  }
}
