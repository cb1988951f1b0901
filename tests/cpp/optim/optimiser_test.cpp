#include "preformer/optim/optimiser.h"

#include <cmath>
#include <vector>

#include "catch.h"
#include "numeric_gradient.h"
#include "preformer/optim/clip.h"
#include "preformer/optim/factory.h"

using namespace preformer;
using namespace preformer::testing;

namespace {
#include "optim_golden.inc"

template <class S>
Matrix<S> matrix(const double* values, Index rows, Index cols) {
  return Eigen::Map<const Matrix<double>>(values, rows, cols).template cast<S>();
}

/// The weight [2, 3] and the sparse table [4, 3] of the golden file.
template <class S>
struct Golden {
  Parameter<S> weight{"weight", matrix<S>(kWeight, 2, 3)};
  Parameter<S> table{"table", matrix<S>(kTable, 4, 3)};
  std::vector<Parameter<S>*> all{&weight, &table};

  Golden() {
    table.sparse = true;
    for (auto* p : all) p->make_grad();
  }

  void set_grads(int step) {
    for (auto* p : all) p->zero_grad();
    weight.grad = matrix<S>(kWeightGrads + 6 * step, 2, 3);
    const Matrix<S> rows = matrix<S>(kTableGrads + 12 * step, 4, 3);
    for (const Index row : kTouched[step]) {
      table.touch(row);
      table.grad.row(row) = rows.row(row);
    }
  }
};

struct Expected {
  OptimiserKind kind;
  const double *weights, *tables;
};
const Expected kExpected[] = {{OptimiserKind::kSgd, kSgdWeights, kSgdTables},
                              {OptimiserKind::kAdagrad, kAdagradWeights, kAdagradTables},
                              {OptimiserKind::kAdam, kAdamWeights, kAdamTables}};

template <class S>
void check_golden(const Expected& expected, double tolerance) {
  CAPTURE(name_of(optimiser_names(), expected.kind));
  Golden<S> golden;
  const auto optimiser = make_optimiser<S>(expected.kind, golden.all, {.weight_decay = kDecay});
  for (int step = 0; step < kSteps; ++step) {
    golden.set_grads(step);
    optimiser->step(golden.all, S(kRate));
    CAPTURE(step);
    CHECK(relative_error(golden.weight.value, matrix<S>(expected.weights + 6 * step, 2, 3)) <
          tolerance);
    CHECK(relative_error(golden.table.value, matrix<S>(expected.tables + 12 * step, 4, 3)) <
          tolerance);
  }
}

}  // namespace

TEST_CASE("optimisers: numpy's numbers, dense and sparse", "[optim][golden]") {
  for (const Expected& expected : kExpected) {
    check_golden<double>(expected, 1e-10);
    check_golden<float>(expected, 1e-6);
  }
}

TEST_CASE("optimisers: frozen parameters stay, biases do not decay", "[optim]") {
  for (const Expected& expected : kExpected) {
    CAPTURE(name_of(optimiser_names(), expected.kind));
    Parameter<float> frozen{"frozen.weight", Matrix<float>::Ones(2, 3)};
    Parameter<float> bias{"layer.bias", Matrix<float>::Ones(1, 5), /*decays=*/false};
    Parameter<float> weight{"layer.weight", Matrix<float>::Ones(1, 5)};
    const std::vector<Parameter<float>*> all{&frozen, &bias, &weight};
    for (auto* p : all) p->make_grad();
    frozen.frozen = true;
    frozen.grad.setOnes();
    const auto optimiser = make_optimiser<float>(expected.kind, all, {.weight_decay = 0.5});
    optimiser->step(all, 0.1f);
    CHECK(frozen.value == Matrix<float>::Ones(2, 3));
    CHECK(bias.value == Matrix<float>::Ones(1, 5));
    CHECK(weight.value.isApprox(Matrix<float>::Constant(1, 5, 0.95f)));
  }
}

TEST_CASE("optimisers: a parameter's rate is a learning rate of its own", "[optim]") {
  for (const Expected& expected : kExpected) {
    CAPTURE(name_of(optimiser_names(), expected.kind));
    const auto moved = [&](float learning_rate, float rate) {
      Parameter<float> weight{"layer.weight", Matrix<float>::Ones(1, 5)};
      weight.make_grad();
      weight.rate = rate;
      const std::vector<Parameter<float>*> all{&weight};
      const auto optimiser = make_optimiser<float>(expected.kind, all, {.weight_decay = 0.5});
      for (int step = 1; step <= 3; ++step) {
        weight.grad.setConstant(static_cast<float>(step));
        optimiser->step(all, learning_rate);
      }
      return weight.value;
    };
    CHECK(moved(0.5f, 0.25f) == moved(0.125f, 1));
    CHECK(moved(0.5f, 0.25f) != moved(0.5f, 1));
    CHECK(moved(0.5f, 0) == Matrix<float>::Ones(1, 5));
  }
}

TEST_CASE("optimisers: untouched rows stay, whatever lies in their moments", "[optim]") {
  for (const Expected& expected : kExpected) {
    Golden<float> golden;
    const auto optimiser = make_optimiser<float>(expected.kind, golden.all, {.weight_decay = 0.5});
    golden.set_grads(0);  // rows 2 and 0
    optimiser->step(golden.all, 0.1f);
    const Matrix<float> before = golden.table.value;
    golden.set_grads(1);  // row 2
    optimiser->step(golden.all, 0.1f);
    for (const Index row : {0, 1, 3}) CHECK(golden.table.value.row(row) == before.row(row));
    CHECK(golden.table.value.row(2) != before.row(2));
  }
}

TEST_CASE("optimisers: state names every moment, a copy of it goes on with the same bits",
          "[optim]") {
  for (const Expected& expected : kExpected) {
    CAPTURE(name_of(optimiser_names(), expected.kind));
    Golden<float> one, two;
    const auto first = make_optimiser<float>(expected.kind, one.all);
    const auto second = make_optimiser<float>(expected.kind, two.all);
    for (int step = 0; step < 2; ++step) {
      one.set_grads(step);
      first->step(one.all, 0.1f);
    }
    const auto from = first->state(), to = second->state();
    REQUIRE(from.size() == to.size());
    for (std::size_t n = 0; n < from.size(); ++n) {
      CHECK(from[n].first == to[n].first);
      *to[n].second = *from[n].second;
    }
    if (first->step_count() != nullptr) *second->step_count() = *first->step_count();
    for (std::size_t n = 0; n < one.all.size(); ++n) two.all[n]->value = one.all[n]->value;
    for (auto* run : {&one, &two}) {
      run->set_grads(2);
      (run == &one ? first : second)->step(run->all, 0.1f);
    }
    CHECK(one.weight.value == two.weight.value);
    CHECK(one.table.value == two.table.value);
  }
  Golden<float> golden;
  const auto adam = make_optimiser<float>(OptimiserKind::kAdam, golden.all);
  CHECK(adam->state()[0].first == "weight.first_moment");
  CHECK(adam->state()[3].first == "table.second_moment");
  const auto adagrad = make_optimiser<float>(OptimiserKind::kAdagrad, golden.all);
  CHECK(adagrad->state()[1].first == "table.accumulator");
}

TEST_CASE("optimisers: an entry's bits do not depend on where its row ends", "[optim]") {
  Rng rng{3};
  for (const Expected& expected : kExpected) {
    Parameter<float> wide{"wide", random_matrix<float>(1, 11, rng)};
    Parameter<float> narrow{"narrow", Matrix<float>(wide.value.leftCols(6))};
    wide.make_grad();
    wide.grad = random_matrix<float>(1, 11, rng);
    narrow.grad = wide.grad.leftCols(6);
    const std::vector<Parameter<float>*> a{&wide}, b{&narrow};
    make_optimiser<float>(expected.kind, a)->step(a, 0.1f);
    make_optimiser<float>(expected.kind, b)->step(b, 0.1f);
    CHECK(wide.value.leftCols(6) == narrow.value);
  }
}

TEST_CASE("optimisers: each finds the bottom of a bowl", "[optim]") {
  for (const Expected& expected : kExpected) {
    CAPTURE(name_of(optimiser_names(), expected.kind));
    Rng rng{42};
    Parameter<double> x{"x", random_matrix<double>(1, 5, rng)};
    x.make_grad();
    const std::vector<Parameter<double>*> all{&x};
    const auto optimiser = make_optimiser<double>(expected.kind, all);
    for (int step = 0; step < 2000; ++step) {
      x.grad = x.value;  // loss = ½‖x‖²
      optimiser->step(all, 0.05);
    }
    CHECK(x.value.norm() < 1e-3);
  }
}

TEST_CASE("optimisers: another list of parameters is refused", "[optim]") {
  Golden<float> golden;
  const auto optimiser = make_optimiser<float>(OptimiserKind::kSgd, golden.all);
  const std::vector<Parameter<float>*> fewer{&golden.weight};
  CHECK_THROWS(optimiser->step(fewer, 0.1f));
}

TEST_CASE("clip_by_global_norm: numpy's norm, longer gradients become exactly as long as allowed",
          "[optim][golden]") {
  Golden<double> golden;
  golden.set_grads(0);
  const Matrix<double> before = golden.weight.grad;
  CHECK(clip_by_global_norm<double>(golden.all, 0) == 0);
  CHECK(clip_by_global_norm<double>(golden.all, 2 * kNorm) == Approx(kNorm).epsilon(1e-13));
  CHECK(golden.weight.grad == before);

  CHECK(clip_by_global_norm<double>(golden.all, kNorm / 4) == Approx(kNorm).epsilon(1e-13));
  CHECK(relative_error(golden.weight.grad, before / 4) < 1e-13);
  CHECK(global_norm<double>(golden.all) == Approx(kNorm / 4));

  golden.table.frozen = true;
  CHECK(global_norm<double>(golden.all) == Approx(golden.weight.grad.norm()));
}

TEST_CASE("optimiser names: each parses to itself, others are refused", "[optim]") {
  for (const auto kind : {OptimiserKind::kSgd, OptimiserKind::kAdagrad, OptimiserKind::kAdam}) {
    const auto name = name_of(optimiser_names(), kind);
    CHECK(parse_name(optimiser_names(), "optimiser", name) == kind);
  }
  CHECK_THROWS_WITH(parse_name(optimiser_names(), "optimiser", "lion"),
                    ContainsSubstring("sgd, adagrad, adam"));
}
