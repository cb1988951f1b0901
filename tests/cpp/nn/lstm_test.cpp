#include <cmath>

#include "catch.h"
#include "elmo_golden.h"
#include "numeric_gradient.h"
#include "preformer/nn/lstm.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

struct Shape {
  Index in, cells, proj;
  LstmOptions options;
  bool initial;
};

constexpr Index kBatch = 3, kSteps = 4;

double dot(View<const double> a, const Matrix<double>& b) {
  double sum = 0;
  for (Index i = 0; i < b.size(); ++i) sum += a.data[i] * b.data()[i];
  return sum;
}

/// Some weights are so large that every clip is at work in some cells and not in others.
template <class S>
Lstm<S> make_lstm(const Shape& shape, Rng& rng) {
  Lstm<S> lstm("lstm", shape.in, shape.cells, shape.proj, shape.options, rng);
  for (Parameter<S>* p : lstm.parameters()) {
    p->value = random_matrix<S>(p->value.rows(), p->value.cols(), rng);
  }
  return lstm;
}

template <class S>
LstmState<S> random_state(const Shape& shape, Rng& rng) {
  const Index hidden = shape.proj > 0 ? shape.proj : shape.cells;
  return {random_matrix<S>(kBatch, shape.cells, rng, S(0.3)),
          random_matrix<S>(kBatch, hidden, rng, S(0.3))};
}

double share_clipped(const Matrix<double>& m, double limit) {
  return (m.array().abs() == limit).cast<double>().mean();
}

}  // namespace

TEST_CASE("Lstm: gradients equal central differences", "[nn][gradient]") {
  const LstmOptions open{1.0, 0, 0}, clips{1.0, 0.4, 0.25};
  const Shape shape = GENERATE_COPY(Shape{4, 5, 0, open, false}, Shape{4, 6, 0, clips, true},
                                    Shape{3, 6, 4, open, true}, Shape{3, 7, 4, clips, true},
                                    Shape{3, 7, 4, clips, false});
  CAPTURE(shape.proj, shape.options.cell_clip, shape.initial);
  Rng rng{42};
  Lstm<double> lstm = make_lstm<double>(shape, rng);
  const LstmState<double> state = random_state<double>(shape, rng);
  const LstmState<double>* initial = shape.initial ? &state : nullptr;
  Matrix<double> x = random_matrix<double>(kSteps * kBatch, shape.in, rng), dx(x.rows(), x.cols());
  const Matrix<double> dy = random_matrix<double>(x.rows(), lstm.hidden(), rng);
  LstmCache<double> cache;
  const auto loss = [&] {
    return dot(lstm.forward(view(std::as_const(x)), kBatch, initial, cache), dy);
  };

  loss();
  if (shape.options.cell_clip > 0) {
    const double share = share_clipped(cache.cell, shape.options.cell_clip);
    CHECK((share > 0.05 && share < 0.95));
    if (shape.proj > 0) {
      const double shown = share_clipped(cache.hidden, shape.options.proj_clip);
      CHECK((shown > 0.05 && shown < 0.95));
    }
  }
  lstm.backward(view(std::as_const(x)), kBatch, view(dy), cache, view(dx));

  CHECK(relative_error(dx, numeric_gradient(x, loss)) < 1e-7);
  for (auto* p : lstm.parameters()) {
    CAPTURE(p->name);
    CHECK(relative_error(p->grad, numeric_gradient(p->value, loss)) < 1e-7);
  }
}

TEST_CASE("Lstm: an open forget gate and a shut input gate remember for ever", "[nn]") {
  constexpr Index kCells = 5;
  Rng rng{1};
  Lstm<float> lstm("lstm", 2, kCells, 0, {}, rng);
  lstm.parameters()[0]->value.setZero();
  Matrix<float>& bias = lstm.parameters()[1]->value;  // i, j, f, o
  bias.leftCols(kCells).setConstant(-80);
  bias.rightCols(2 * kCells).setConstant(80);
  const LstmState<float> initial{random_matrix<float>(2, kCells, rng),
                                 Matrix<float>::Zero(2, kCells)};
  const Matrix<float> x = random_matrix<float>(50 * 2, 2, rng);
  LstmCache<float> cache;
  lstm.forward(view(x), 2, &initial, cache);

  LstmState<float> final_state;
  lstm.final_state(2, cache, final_state);
  CHECK(final_state.cell == initial.cell);
  const Matrix<float> shown = initial.cell.unaryExpr([](float c) { return std::tanh(c); });
  CHECK(relative_error(final_state.hidden, shown) < 1e-6);
}

// The equations of lstm.h once more, one number at a time, with the C library's functions.
TEMPLATE_TEST_CASE("Lstm: agrees with plain loops", "[nn]", float, double) {
  using S = TestType;
  const Shape shape = GENERATE(Shape{3, 9, 0, {}, false}, Shape{6, 10, 5, {0.5, 0.4, 0.3}, true});
  Rng rng{7};
  Lstm<S> lstm = make_lstm<S>(shape, rng);
  const Matrix<S>& kernel = lstm.parameters()[0]->value;
  const Matrix<S>& bias = lstm.parameters()[1]->value;
  const LstmState<S> state = random_state<S>(shape, rng);
  const Matrix<S> x = random_matrix<S>(kSteps * kBatch, shape.in, rng);
  LstmCache<S> cache;
  const View<const S> y = lstm.forward(view(x), kBatch, shape.initial ? &state : nullptr, cache);

  const auto sigma = [](double z) { return 1 / (1 + std::exp(-z)); };
  const auto clip = [](double v, double limit) {
    return limit > 0 ? std::clamp(v, -limit, limit) : v;
  };
  const Index C = shape.cells, H = lstm.hidden();
  Matrix<double> expected(kSteps * kBatch, H), cells(kBatch, C), hidden(kBatch, H);
  cells.setZero(), hidden.setZero();
  if (shape.initial) {
    cells = state.cell.template cast<double>();
    hidden = state.hidden.template cast<double>();
  }
  for (Index row = 0; row < x.rows(); ++row) {
    const Index b = row % kBatch;
    RowVector<double> in(shape.in + H);
    in << x.row(row).template cast<double>(), hidden.row(b);
    const RowVector<double> z =
        in * kernel.template cast<double>() + bias.template cast<double>().row(0);
    RowVector<double> shown(C);
    for (Index c = 0; c < C; ++c) {
      const double i = sigma(z[c]), j = std::tanh(z[C + c]), o = sigma(z[3 * C + c]);
      const double f = sigma(z[2 * C + c] + shape.options.forget_bias);
      cells(b, c) = clip(f * cells(b, c) + i * j, shape.options.cell_clip);
      shown[c] = o * std::tanh(cells(b, c));
    }
    if (shape.proj > 0) {
      const RowVector<double> projected =
          shown * lstm.parameters()[2]->value.template cast<double>();
      for (Index h = 0; h < H; ++h) hidden(b, h) = clip(projected[h], shape.options.proj_clip);
    } else {
      hidden.row(b) = shown;
    }
    expected.row(row) = hidden.row(b);
  }
  const Matrix<double> found =
      Eigen::Map<const Matrix<S>>(y.data, y.rows, y.cols).template cast<double>();
  CHECK((found - expected).cwiseAbs().maxCoeff() < (sizeof(S) == 4 ? 1e-6 : 1e-14));
}

TEST_CASE("Lstm: hidden states and cells equal numpy's", "[nn][golden]") {
  Rng rng{11};
  Lstm<float> lstm("lstm", 3, 6, 4, {1.0, 0.6, 0.5}, rng);
  rng = Rng{11};
  elmo_golden::draw<float>(lstm.parameters(), rng);
  LstmState<float> state;
  state.cell = random_matrix<float>(2, 6, rng);
  state.hidden = random_matrix<float>(2, 4, rng);
  const Matrix<float> x = random_matrix<float>(5 * 2, 3, rng);
  LstmCache<float> cache;
  lstm.forward(view(x), 2, &state, cache);
  lstm.final_state(2, cache, state);
  CHECK(elmo_golden::distance(cache.hidden.bottomRows(10), elmo_golden::kLstmHidden) < 1e-6);
  CHECK(elmo_golden::distance(state.cell, elmo_golden::kLstmCell) < 1e-6);
}

TEST_CASE("Lstm: two calls that hand on the state equal one call", "[nn]") {
  const Shape shape{4, 6, 3, {}, false};
  Rng rng{5};
  const Lstm<float> lstm = make_lstm<float>(shape, rng);
  const Matrix<float> x = random_matrix<float>(6 * kBatch, 4, rng);
  LstmCache<float> whole, part;
  const View<const float> y = lstm.forward(view(x), kBatch, nullptr, whole);
  LstmState<float> state;
  lstm.forward(view(x).rows_from(0, 2 * kBatch), kBatch, nullptr, part);
  lstm.final_state(kBatch, part, state);
  const View<const float> rest =
      lstm.forward(view(x).rows_from(2 * kBatch, 4 * kBatch), kBatch, &state, part);
  bool equal = true;
  for (Index i = 0; i < rest.rows * rest.cols; ++i) {
    equal = equal && rest.data[i] == y.data[2 * kBatch * 3 + i];
  }
  CHECK(equal);
}

TEST_CASE("Lstm: a frozen parameter gathers nothing, its input's gradient flows", "[nn]") {
  const Shape shape{4, 6, 3, {}, false};
  Rng rng{9};
  Lstm<double> lstm = make_lstm<double>(shape, rng);
  const Matrix<double> x = random_matrix<double>(kSteps * kBatch, 4, rng);
  const Matrix<double> dy = random_matrix<double>(x.rows(), 3, rng);
  Matrix<double> dx(x.rows(), 4);
  LstmCache<double> cache;
  for (auto* p : lstm.parameters()) p->frozen = true;
  lstm.forward(view(x), kBatch, nullptr, cache);
  lstm.backward(view(x), kBatch, view(dy), cache, view(dx));
  for (auto* p : lstm.parameters()) CHECK(p->grad.isZero(0));
  CHECK(dx.norm() > 0.1);
}

TEST_CASE("Lstm: wrong shapes are refused", "[nn]") {
  const Shape shape{4, 6, 3, {}, false};
  Rng rng{9};
  Lstm<float> lstm = make_lstm<float>(shape, rng);
  LstmCache<float> cache;
  const Matrix<float> narrow(6, 3), ragged(7, 4), x = random_matrix<float>(6, 4, rng);
  CHECK_THROWS(lstm.forward(view(narrow), 3, nullptr, cache));
  CHECK_THROWS(lstm.forward(view(ragged), 3, nullptr, cache));
  const LstmState<float> wrong{Matrix<float>::Zero(2, 6), Matrix<float>::Zero(2, 3)};
  CHECK_THROWS(lstm.forward(view(x), 3, &wrong, cache));
  lstm.forward(view(x), 3, nullptr, cache);
  Matrix<float> dy(6, 6), dx(6, 4);
  CHECK_THROWS(lstm.backward(view(x), 3, view(std::as_const(dy)), cache, view(dx)));
}
