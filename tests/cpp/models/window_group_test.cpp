// Windows that share their negative samples: a step on the group must be −α times the gradient of
// the windows' losses added up, computed here from the definition, window by window.
#include <cmath>
#include <memory>
#include <vector>

#include "catch.h"
#include "numeric_gradient.h"
#include "preformer/models/skip_gram.h"
#include "preformer/text/context_window.h"

using namespace preformer;
using namespace preformer::testing;

namespace golden {
#include "models/window_group_golden.inc"
}

namespace {

/// Negative sampling with given samples in place of random ones.
template <class S>
class Given final : public OutputLayer<S> {
 public:
  Given(Index words, Index dims) : OutputLayer<S>(words, dims) {}
  void choose(std::int32_t centre, Rng&, OutputChoice<S>& choice) override {
    choice.rows = {this->row(centre)};
    for (const std::int32_t id : negatives) choice.rows.push_back(this->row(id));
  }
  void probabilities(const S*, RowVector<S>&) const override {}

  std::vector<std::int32_t> negatives;
};

struct Group {
  std::vector<std::int32_t> words;
  std::size_t first;
  std::vector<int> radii;
  WindowGroup windows() const { return {words, first, radii}; }
};

std::vector<std::int32_t> contexts_of(const Group& group, std::size_t window) {
  std::vector<std::int32_t> contexts;
  gather_context(group.words, group.first + window, group.radii[window], contexts);
  return contexts;
}

/// −ln σ(o_centre·x) − Σ_k ln σ(−o_k·x) over the samples that are not the centre word.
double prediction_loss(const RowVector<double>& x, const Matrix<double>& out, std::int32_t centre,
                       const std::vector<std::int32_t>& negatives) {
  double loss = std::log1p(std::exp(-out.row(centre).dot(x)));
  for (const std::int32_t id : negatives) {
    if (id != centre) loss += std::log1p(std::exp(out.row(id).dot(x)));
  }
  return loss;
}

double group_loss(const Matrix<double>& in, const Matrix<double>& out, const Group& group,
                  const std::vector<std::int32_t>& negatives) {
  double loss = 0;
  for (std::size_t w = 0; w < group.radii.size(); ++w) {
    for (const auto id : contexts_of(group, w)) {
      loss += prediction_loss(in.row(id), out, group.words[group.first + w], negatives);
    }
  }
  return loss;
}

/// A sentence and the windows of some of its words; with few words everything repeats.
Group random_group(Index vocabulary, Rng& rng) {
  Group group;
  group.words.resize(2 + rng.below(12));
  for (auto& id : group.words) {
    id = static_cast<std::int32_t>(rng.below(static_cast<std::uint32_t>(vocabulary)));
  }
  group.first = rng.below(static_cast<std::uint32_t>(group.words.size()));
  const std::size_t left = group.words.size() - group.first;
  group.radii.resize(1 + rng.below(static_cast<std::uint32_t>(left)));
  for (int& radius : group.radii) radius = 1 + static_cast<int>(rng.below(5));
  return group;
}

}  // namespace

TEMPLATE_TEST_CASE("SkipGram: a step on a group of windows is −α times the gradient",
                   "[models][gradient]", float, double) {
  using S = TestType;
  Rng rng(41);
  Word2VecScratch<S> scratch;  // one for all shapes: what an earlier step left must not matter
  for (int round = 0; round < 60; ++round) {
    constexpr Index kShapes[] = {1, 2, 3, 4, 7, 8, 13};
    const Index words = 3 + rng.below(5), dims = kShapes[rng.below(7)];
    const Group group = random_group(words, rng);
    auto output = std::make_unique<Given<S>>(words, dims);
    output->negatives.resize(1 + rng.below(12));
    for (auto& id : output->negatives) {
      id = static_cast<std::int32_t>(rng.below(static_cast<std::uint32_t>(words)));
    }
    const std::vector<std::int32_t> negatives = output->negatives;
    CAPTURE(words, dims, group.words, group.first, group.radii, negatives);

    SkipGram<S> model(words, dims, std::move(output), rng);
    model.input().value = random_matrix<S>(words, dims, rng);
    model.output().weight().value = random_matrix<S>(words, dims, rng);
    Matrix<double> in = model.input().value.template cast<double>();
    Matrix<double> out = model.output().weight().value.template cast<double>();
    const auto loss = [&] { return group_loss(in, out, group, negatives); };
    const Matrix<double> din = numeric_gradient(in, loss), dout = numeric_gradient(out, loss);

    const double alpha = 0.2;
    const double reported = model.step_group(group.windows(), S(alpha), rng, scratch);
    CHECK(reported == Approx(loss()).epsilon(1e-6));
    const Matrix<double> moved_in = model.input().value.template cast<double>() - in;
    const Matrix<double> moved_out = model.output().weight().value.template cast<double>() - out;
    const double tolerance = sizeof(S) == 4 ? 2e-5 : 1e-6;
    CHECK(relative_error(moved_in, Matrix<double>(-alpha * din)) < tolerance);
    CHECK(relative_error(moved_out, Matrix<double>(-alpha * dout)) < tolerance);
  }
}

TEST_CASE("SkipGram: groups of windows equal numpy's, window by window", "[models][golden]") {
  const auto table = [](const double* values) {
    return Matrix<double>(Eigen::Map<const Matrix<double>>(values, golden::kWords, golden::kDims));
  };
  auto output = std::make_unique<Given<double>>(golden::kWords, golden::kDims);
  Given<double>& given = *output;
  Rng rng(1);
  SkipGram<double> model(golden::kWords, golden::kDims, std::move(output), rng);
  model.input().value = table(golden::kInputs);
  model.output().weight().value = table(golden::kOutputs);

  Word2VecScratch<double> scratch;
  constexpr std::size_t kGroups = std::size(golden::kFirst);
  constexpr std::size_t kSamples = std::size(golden::kNegatives) / kGroups;
  for (std::size_t g = 0; g < kGroups; ++g) {
    const auto* const samples = golden::kNegatives + g * kSamples;
    given.negatives.assign(samples, samples + kSamples);
    const double loss = model.step_group({golden::kSentence, golden::kFirst[g], golden::kRadii[g]},
                                         golden::kRate, rng, scratch);
    CHECK(loss == Approx(golden::kLosses[g]).epsilon(1e-12));
  }
  CHECK(relative_error(model.input().value, table(golden::kMovedInputs)) < 1e-12);
  CHECK(relative_error(model.output().weight().value, table(golden::kMovedOutputs)) < 1e-12);
}

TEST_CASE("SkipGram: a group of one window is a step", "[models]") {
  const std::vector<std::uint64_t> counts{9, 5, 3, 1};
  const Group group{{0, 2, 1, 3, 0, 1}, 2, {2}};
  Rng rng(7);
  const auto make = [&] {
    Rng weights(3);
    auto output = std::make_unique<NegativeSampling<float>>(counts, 13, /*negative=*/7, 0.75);
    output->weight().value = random_matrix<float>(4, 13, weights);
    return SkipGram<float>(4, 13, std::move(output), weights);
  };
  auto alone = make(), grouped = make();
  Rng draws = rng;
  Word2VecScratch<float> scratch;
  const double loss = alone.step(contexts_of(group, 0), group.words[2], 0.1f, rng, scratch);
  CHECK(grouped.step_group(group.windows(), 0.1f, draws, scratch) == Approx(loss).epsilon(1e-6));
  CHECK(draws.state() == rng.state());
  CHECK(relative_error(alone.input().value, grouped.input().value) < 1e-6);
  CHECK(relative_error(alone.output().weight().value, grouped.output().weight().value) < 1e-6);
}
