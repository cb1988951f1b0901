// Subsampling, context windows and the noise distribution.
#include <cmath>
#include <limits>
#include <numeric>

#include "catch.h"
#include "preformer/base/error.h"
#include "preformer/text/context_window.h"
#include "preformer/text/noise_distribution.h"
#include "preformer/text/subsampling.h"

namespace preformer {
namespace {

using Counts = std::vector<std::uint64_t>;

/// Falling like those of a language: count of rank r ∝ 1/r.
Counts zipf_counts(std::size_t V, std::uint64_t largest) {
  Counts counts(V);
  for (std::size_t i = 0; i < V; ++i) counts[i] = largest / (i + 1) + 1;
  return counts;
}

TEST_CASE("Subsampling: probabilities follow word2vec.c", "[text][subsampling]") {
  const Counts counts = {900'000, 90'000, 9'000, 900, 90, 10};  // 1,000,000 tokens
  const std::vector<float> keep = keep_probabilities(counts, 1'000'000, 1e-3);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double x = 1e-3 * 1e6 / static_cast<double>(counts[i]);
    CHECK(keep[i] == Approx(std::min(1.0, (std::sqrt(1 / x) + 1) * x)).epsilon(1e-6));
  }
  CHECK(keep[0] == Approx(0.0344444).epsilon(1e-5));  // √(1/900) + 1/900
  CHECK(keep[5] == 1.0f);
}

TEST_CASE("Subsampling: without a threshold every word stays", "[text][subsampling]") {
  const Counts counts = {5, 0, 1};
  const auto nan = std::numeric_limits<double>::quiet_NaN();
  const auto infinity = std::numeric_limits<double>::infinity();
  for (const double sample : {0.0, -1.0, nan, infinity, 1.0}) {
    CHECK(keep_probabilities(counts, 6, sample) == std::vector<float>(3, 1.0f));
  }
  CHECK(keep_probabilities(counts, 6, 1e-5)[1] == 1.0f);  // a word never seen
  CHECK(keep_probabilities({}, 0, 1e-3).empty());
}

TEST_CASE("Context window: the radius is uniform on 1 … window", "[text][context_window]") {
  Rng rng{2};
  for (const int window : {1, 2, 5, 10}) {
    constexpr int kDraws = 100'000;
    std::vector<int> seen(static_cast<std::size_t>(window) + 1);
    for (int i = 0; i < kDraws; ++i) {
      ++seen.at(static_cast<std::size_t>(context_radius(window, rng)));
    }
    CHECK(seen[0] == 0);
    const double p = 1.0 / window, sigma = std::sqrt(kDraws * p * (1 - p));
    for (std::size_t r = 1; r < seen.size(); ++r) {
      CAPTURE(window, r);
      CHECK(std::abs(seen[r] - kDraws * p) <= 4.5 * sigma);
    }
  }
}

TEST_CASE("Noise: the table holds f^0.75", "[text][noise]") {
  for (const double exponent : {0.75, 1.0, 0.5, 0.0, -0.5}) {
    for (const std::size_t V : {1u, 2u, 3u, 17u, 1000u, 50'000u}) {
      const Counts counts = zipf_counts(V, 1'000'000);
      const NoiseDistribution noise(counts, exponent);
      const std::vector<double> p = noise.probabilities();
      double sum = 0, difference = 0;
      for (const auto count : counts) sum += std::pow(static_cast<double>(count), exponent);
      for (std::size_t i = 0; i < V; ++i) {
        const double expected = std::pow(static_cast<double>(counts[i]), exponent) / sum;
        difference = std::max(difference, std::abs(p[i] - expected) / expected);
      }
      CAPTURE(exponent, V);
      CHECK(difference < 1e-6);  // heights are multiples of 2⁻³²; the least is 1e-3 of a column
      CHECK(std::accumulate(p.begin(), p.end(), 0.0) == Approx(1.0).epsilon(1e-12));
    }
  }
}

TEST_CASE("Noise: frequencies come within 1 % of f^0.75", "[text][noise]") {
  const Counts counts = {1000, 700, 400, 300, 200, 100, 100, 50};
  const NoiseDistribution noise(counts);
  Rng rng{4};
  constexpr int kDraws = 6'000'000;
  std::vector<int> seen(counts.size());
  for (int i = 0; i < kDraws; ++i) ++seen[static_cast<std::size_t>(noise.sample(rng))];
  double sum = 0;
  for (const auto count : counts) sum += std::pow(static_cast<double>(count), 0.75);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double expected = std::pow(static_cast<double>(counts[i]), 0.75) / sum;
    CAPTURE(i);
    CHECK(seen[i] / (kDraws * expected) == Approx(1.0).margin(0.01));
  }
}

TEST_CASE("Noise: a large vocabulary passes the chi-squared test", "[text][noise]") {
  constexpr std::size_t V = 2000;
  constexpr int kDraws = 2'000'000;
  const NoiseDistribution noise(zipf_counts(V, 100'000));
  const std::vector<double> p = noise.probabilities();
  Rng rng{6};
  std::vector<int> seen(V);
  for (int i = 0; i < kDraws; ++i) ++seen.at(static_cast<std::size_t>(noise.sample(rng)));
  double chi_squared = 0;
  for (std::size_t i = 0; i < V; ++i) {
    const double expected = kDraws * p[i];
    chi_squared += (seen[i] - expected) * (seen[i] - expected) / expected;
  }
  CHECK(std::abs(chi_squared - (V - 1)) < 4.5 * std::sqrt(2.0 * (V - 1)));  // mean V−1, var 2(V−1)
}

TEST_CASE("Noise: words that never occur are never drawn", "[text][noise]") {
  const NoiseDistribution noise(Counts{0, 3, 0, 1, 0});
  const std::vector<double> p = noise.probabilities();
  CHECK((p[0] == 0.0 && p[2] == 0.0 && p[4] == 0.0));
  Rng rng{8};
  for (int i = 0; i < 10'000; ++i) {
    const auto id = noise.sample(rng);
    REQUIRE((id == 1 || id == 3));
  }
}

TEST_CASE("Noise: extreme counts", "[text][noise]") {
  constexpr auto kHuge = std::numeric_limits<std::uint64_t>::max();
  const auto p = NoiseDistribution(Counts{kHuge, kHuge, 1}, 1.0).probabilities();
  CHECK(p[0] == Approx(0.5));
  CHECK(p[2] > 0.0);  // however rare, it can be drawn
  CHECK(NoiseDistribution(Counts{7}).probabilities() == std::vector<double>{1.0});
  const auto equal = NoiseDistribution(Counts(5, 42)).probabilities();
  for (const double x : equal) CHECK(x == Approx(0.2).epsilon(1e-9));
}

TEST_CASE("Noise: no weights, no distribution", "[text][noise]") {
  const auto nan = std::numeric_limits<double>::quiet_NaN();
  const auto infinity = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(NoiseDistribution(Counts{}), Error);
  CHECK_THROWS_AS(NoiseDistribution(Counts{0, 0}), Error);
  for (const double exponent : {nan, infinity, -infinity}) {
    CAPTURE(exponent);
    CHECK_THROWS_AS(NoiseDistribution(Counts{2, 1}, exponent), Error);
  }
  // Far beyond sense, yet a distribution: all weight on one word.
  CHECK(NoiseDistribution(Counts{2, 1}, 1e308).probabilities()[0] == Approx(1.0));
  CHECK(NoiseDistribution(Counts{2, 1}, -1e308).probabilities()[1] == Approx(1.0));
}

TEST_CASE("Noise: one seed, one sequence", "[text][noise]") {
  const NoiseDistribution noise(zipf_counts(100, 1000));
  Rng a{9}, b{9};
  for (int i = 0; i < 100; ++i) REQUIRE(noise.sample(a) == noise.sample(b));
  Rng golden{1};
  std::vector<std::int32_t> drawn;
  for (int i = 0; i < 8; ++i) drawn.push_back(noise.sample(golden));
  CHECK(drawn == std::vector<std::int32_t>{10, 13, 30, 12, 17, 36, 19, 12});  // in every build
}

}  // namespace
}  // namespace preformer
