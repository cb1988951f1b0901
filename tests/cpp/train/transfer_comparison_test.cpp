#include "preformer/train/transfer_comparison.h"

#include <cmath>

#include "catch.h"
#include "train/toy_classifier.h"

using namespace preformer;
using preformer::test::Points;
using preformer::test::ToyClassifier;

namespace {

double counted_ms = 0;
double counting_clock() { return counted_ms += 1; }

std::unique_ptr<LayeredClassifier<float>> make(Rng& rng) {
  return std::make_unique<ToyClassifier>(3, rng);
}

/// Corners 1 … 4 are the old classes, 5 … 7 the new ones.
struct Scene {
  Points old{4, 60, 1}, pool{3, 12, 2, 5}, test{3, 40, 3, 5};
  ToyClassifier a = [] {
    Rng rng(1);
    return ToyClassifier(4, rng);
  }();

  Scene() {
    ClassifierTrainer(a, old.examples(), {.epochs = 10, .batch = 10, .alpha = 0.02})
        .run_steps(100000);
  }
  TransferComparison compare(ComparisonConfig config) {
    return TransferComparison(make, named_parameters(a.layers()), pool.examples(), test.examples(),
                              std::move(config));
  }
};

const ComparisonConfig kSmall{.labels = {1, 5},
                              .seeds = 2,
                              .rate_factor = 2.6,
                              .training = {.epochs = 20, .batch = 8, .alpha = 0.02, .seed = 7}};

}  // namespace

TEST_CASE("TransferComparison: every way, every number of labels, every seed", "[transfer]") {
  Scene scene;
  TransferComparison comparison = scene.compare(kSmall);
  double progress = 0;
  while (!comparison.run_for(3, counting_clock)) {
    CHECK(comparison.progress() >= progress);
    progress = comparison.progress();
  }
  CHECK(comparison.progress() == 1);
  const auto& results = comparison.results();
  REQUIRE(results.size() == 4 * 2 * 2);
  for (std::size_t n = 0; n < results.size(); ++n) {
    CHECK(results[n].mode == ComparisonConfig{}.modes[n % 4]);
    CHECK(results[n].labels == (n / 4 % 2 == 0 ? 1 : 5));
    CHECK(results[n].seed == (n < 8 ? 7u : 8u));
    CHECK(results[n].accuracy >= 0.0);
    CHECK(results[n].accuracy <= 1.0);
  }

  for (const ComparisonSummary& row : comparison.summary()) {
    std::vector<double> mine;
    for (const ComparisonResult& r : results) {
      if (r.mode == row.mode && r.labels == row.labels) mine.push_back(r.accuracy);
    }
    REQUIRE(mine.size() == 2);
    CHECK(row.seeds == 2);
    CHECK(row.mean == Approx((mine[0] + mine[1]) / 2));
    CHECK(row.spread == Approx(std::abs(mine[0] - mine[1]) / std::sqrt(2.0)).margin(1e-12));
  }
}

TEST_CASE("TransferComparison: slices and company change nothing", "[transfer]") {
  Scene scene;
  TransferComparison whole = scene.compare(kSmall), sliced = scene.compare(kSmall);
  whole.run_for(1e9, counting_clock);
  while (!sliced.run_for(1, counting_clock)) {
  }
  const auto same = [](const ComparisonResult& a, const ComparisonResult& b) {
    return a.mode == b.mode && a.labels == b.labels && a.seed == b.seed && a.accuracy == b.accuracy;
  };
  CHECK(std::equal(whole.results().begin(), whole.results().end(), sliced.results().begin(), same));

  // One way alone does what it does among others.
  for (const TransferMode mode : kSmall.modes) {
    ComparisonConfig alone = kSmall;
    alone.modes = {mode};
    alone.labels = {5};
    TransferComparison one = scene.compare(alone);
    one.run_for(1e9, counting_clock);
    for (const ComparisonResult& r : one.results()) {
      CHECK(std::any_of(whole.results().begin(), whole.results().end(),
                        [&](const ComparisonResult& other) { return same(r, other); }));
    }
  }
}

TEST_CASE("TransferComparison: what is asked for must be there", "[transfer]") {
  Scene scene;
  const auto refused = [&](ComparisonConfig config, const char* name) {
    try {
      scene.compare(std::move(config));
      FAIL("accepted: " << name);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kBadParameter);
      CHECK(error.name() == name);
    }
  };
  ComparisonConfig config = kSmall;
  config.labels = {1, 13};  // the pool has 12 of each class
  refused(config, "labels");
  config.labels = {0};
  refused(config, "labels");
  config.labels = {};
  refused(config, "modes");
  config = kSmall;
  config.seeds = 0;
  refused(config, "seeds");
  config = kSmall;
  config.training.batch = 0;
  refused(config, "batch");

  const Points one_class(1, 5, 1);
  CHECK_THROWS_AS(TransferComparison(make, {}, one_class.examples(), scene.test.examples(), kSmall),
                  Error);
  CHECK_THROWS_AS(TransferComparison(make, {}, scene.pool.examples(), {}, kSmall), Error);
}
