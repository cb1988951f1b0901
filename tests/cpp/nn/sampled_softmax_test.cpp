#include "preformer/nn/sampled_softmax.h"

#include <cmath>
#include <set>
#include <vector>

#include "catch.h"
#include "golden.h"
#include "numeric_gradient.h"
#include "preformer/nn/softmax_cross_entropy.h"

using namespace preformer;
using namespace preformer::testing;

namespace {
#include "layers_golden.inc"

using Ids = std::vector<std::int32_t>;

struct Case {
  Parameter<double> weight{"softmax.weight", {}}, bias{"softmax.bias", {}};
  Matrix<double> x, dx;
  Ids targets;

  Case(Index classes, Index rows, Rng& rng) {
    weight.value = random_matrix<double>(classes, 5, rng);
    bias.value = random_matrix<double>(1, classes, rng);
    weight.sparse = true;
    weight.make_grad();
    bias.make_grad();
    x = random_matrix<double>(rows, 5, rng);
    for (Index n = 0; n < rows; ++n) {
      targets.push_back(static_cast<std::int32_t>(rng.below(std::uint32_t(classes))));
    }
  }
};

/// Distinct classes drawn as the layer draws them, and how many draws that took.
struct Draw {
  std::set<std::int32_t> classes;
  std::uint64_t tries = 0;

  Draw(const LogUniform& distribution, std::size_t samples, Rng rng) {
    for (; classes.size() < samples; ++tries) classes.insert(distribution.sample(rng));
  }
};

/// The loss by its definition.
double defined_loss(const LogUniform& distribution, const Draw& draw, const Case& c) {
  double loss = 0;
  for (Index n = 0; n < c.x.rows(); ++n) {
    const std::int32_t target = c.targets[std::size_t(n)];
    const auto logit = [&](std::int32_t id) {
      return c.x.row(n).dot(c.weight.value.row(id)) + c.bias.value(0, id) -
             std::log(distribution.chance(id, draw.tries));
    };
    double total = std::exp(logit(target));
    for (const std::int32_t id : draw.classes) {
      if (id != target) total += std::exp(logit(id));
    }
    loss += std::log(total) - logit(target);
  }
  return loss;
}

}  // namespace

TEST_CASE("SampledSoftmax: loss as defined, gradients equal central differences",
          "[nn][gradient]") {
  Rng rng{42};
  const Index classes = 12, samples = GENERATE(1, 4, 11);
  Case c(classes, 7, rng);
  SampledSoftmax<double> layer(classes, samples);
  const LogUniform distribution(classes);
  const Draw draw(distribution, std::size_t(samples), rng);
  const double nats = layer.gradients(c.x, c.targets, 0.5, c.weight, c.bias, c.dx, rng);
  const auto loss = [&] { return defined_loss(distribution, draw, c); };

  CHECK(nats == Approx(loss()).epsilon(1e-12));
  CHECK(relative_error(Matrix<double>(2 * c.dx), numeric_gradient(c.x, loss)) < 1e-7);
  CHECK(relative_error(Matrix<double>(2 * c.weight.grad), numeric_gradient(c.weight.value, loss)) <
        1e-7);
  CHECK(relative_error(Matrix<double>(2 * c.bias.grad), numeric_gradient(c.bias.value, loss)) <
        1e-7);
}

TEST_CASE("SampledSoftmax: touches the targets and the samples, nothing else", "[nn]") {
  Rng rng{1};
  Case c(40, 3, rng);
  SampledSoftmax<double> layer(40, 6);
  const Draw draw(LogUniform(40), 6, rng);
  layer.gradients(c.x, c.targets, 1, c.weight, c.bias, c.dx, rng);
  std::set<Index> expected(c.targets.begin(), c.targets.end());
  expected.insert(draw.classes.begin(), draw.classes.end());
  CHECK(std::set<Index>(c.weight.touched.begin(), c.weight.touched.end()) == expected);
}

TEST_CASE("SampledSoftmax: its mean gradient comes close to the full softmax's", "[nn]") {
  Rng rng{42};
  const Index classes = 30;
  Case c(classes, 8, rng);
  SampledSoftmax<double> layer(classes, 15);
  constexpr int kDraws = 4000;
  Matrix<double> mean = Matrix<double>::Zero(8, 5);
  for (int n = 0; n < kDraws; ++n) {
    c.weight.zero_grad();
    layer.gradients(c.x, c.targets, 1, c.weight, c.bias, c.dx, rng);
    mean += c.dx / kDraws;
  }
  Matrix<double> logits = c.x * c.weight.value.transpose();
  logits.rowwise() += c.bias.value.row(0);
  softmax_cross_entropy(logits, c.targets, 1.0);
  CHECK(relative_error(mean, Matrix<double>(logits * c.weight.value)) < 0.1);
}

TEST_CASE("LogUniform: numpy's numbers, draws follow them", "[nn][golden]") {
  const LogUniform distribution(12);
  Rng rng{42};
  std::vector<double> drawn(12, 0);
  constexpr int kDraws = 100'000;
  for (int n = 0; n < kDraws; ++n) drawn[std::size_t(distribution.sample(rng))] += 1.0 / kDraws;
  double total = 0;
  for (std::int32_t rank = 0; rank < 12; ++rank) {
    const std::int32_t id = (rank + 10) % 12;  // ranks 0 and 1 are <s> = 10 and </s> = 11
    CHECK(distribution.probability(id) == Approx(kLogUniform[rank]).epsilon(1e-12));
    CHECK(distribution.chance(id, 20) == Approx(kExpectedIn20[rank]).epsilon(1e-12));
    CHECK(drawn[std::size_t(id)] == Approx(kLogUniform[rank]).margin(0.005));
    total += distribution.probability(id);
  }
  CHECK(total == Approx(1).epsilon(1e-12));
}

TEST_CASE("SampledSoftmax: frozen parameters gather nothing, dX flows", "[nn]") {
  Rng rng{2};
  Case c(12, 3, rng), free = c;
  SampledSoftmax<double> layer(12, 4);
  c.weight.frozen = c.bias.frozen = true;
  Rng one{7}, two{7};
  layer.gradients(c.x, c.targets, 1, c.weight, c.bias, c.dx, one);
  layer.gradients(free.x, free.targets, 1, free.weight, free.bias, free.dx, two);
  CHECK(c.weight.grad.isZero(0));
  CHECK(c.weight.touched.empty());
  CHECK(c.bias.grad.isZero(0));
  CHECK(c.dx == free.dx);
}

TEST_CASE("SampledSoftmax: bad shapes are refused", "[nn]") {
  Rng rng{3};
  CHECK_THROWS(SampledSoftmax<double>(5, 5));
  CHECK_THROWS(SampledSoftmax<double>(5, 0));
  Case c(12, 3, rng);
  SampledSoftmax<double> other(13, 4), layer(12, 4);
  CHECK_THROWS(other.gradients(c.x, c.targets, 1, c.weight, c.bias, c.dx, rng));
  c.targets.back() = 12;
  CHECK_THROWS(layer.gradients(c.x, c.targets, 1, c.weight, c.bias, c.dx, rng));
  c.targets.pop_back();
  CHECK_THROWS(layer.gradients(c.x, c.targets, 1, c.weight, c.bias, c.dx, rng));
}
