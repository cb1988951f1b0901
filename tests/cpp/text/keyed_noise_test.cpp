#include "preformer/text/keyed_noise.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "catch.h"
#include "preformer/base/error.h"
#include "preformer/base/hash.h"
#include "preformer/text/noise_distribution.h"

using namespace preformer;

namespace {

using Numbers = std::vector<std::uint64_t>;

/// Zipf: the r-th word occurs 6000 / r times.
Numbers zipf(std::size_t words) {
  Numbers counts;
  for (std::size_t r = 1; r <= words; ++r) counts.push_back(6000 / r);
  return counts;
}

Numbers keys_of(std::size_t words) {
  Numbers keys;
  for (std::size_t w = 0; w < words; ++w) keys.push_back(mix64(fnv1a("word" + std::to_string(w))));
  return keys;
}

/// The draws of one generator for each of `count` keys, as the words' keys: these stay when numbers
/// of words change.
Numbers drawn(const NoiseDistribution& noise, const Numbers& keys, int count) {
  Numbers words;
  for (int k = 0; k < count; ++k) {
    Rng rng(7, static_cast<std::uint64_t>(k));
    words.push_back(keys[static_cast<std::size_t>(noise.sample(rng))]);
  }
  return words;
}

double share_changed(const Numbers& a, const Numbers& b) {
  double changed = 0;
  for (std::size_t i = 0; i < a.size(); ++i) changed += a[i] != b[i];
  return changed / static_cast<double>(a.size());
}

constexpr int kDraws = 20'000;

}  // namespace

TEST_CASE("KeyedNoise: words are drawn in proportion to count^exponent", "[text][keyed]") {
  const Numbers counts = zipf(300);
  const NoiseDistribution noise(counts, 0.75, keys_of(300));
  double sum = 0;
  for (const auto count : counts) sum += std::pow(double(count), 0.75);
  const std::vector<double> shares = noise.probabilities();
  for (std::size_t w = 0; w < counts.size(); ++w) {
    CHECK(shares[w] == Approx(std::pow(double(counts[w]), 0.75) / sum).epsilon(0.03));
  }
  std::vector<double> seen(counts.size());
  Rng rng(3);
  for (int i = 0; i < 200'000; ++i) seen[static_cast<std::size_t>(noise.sample(rng))] += 1;
  for (std::size_t w = 0; w < 20; ++w) CHECK(seen[w] / 200'000 == Approx(shares[w]).epsilon(0.1));
}

TEST_CASE("KeyedNoise: the order of the words does not matter", "[text][keyed]") {
  Numbers counts = zipf(500), keys = keys_of(500);
  const Numbers before = drawn(NoiseDistribution(counts, 0.75, keys), keys, kDraws);
  std::reverse(counts.begin(), counts.end());
  std::reverse(keys.begin(), keys.end());
  CHECK(drawn(NoiseDistribution(counts, 0.75, keys), keys, kDraws) == before);
}

TEST_CASE("KeyedNoise: a lost word changes its own draws only", "[text][keyed]") {
  const Numbers counts = zipf(500), keys = keys_of(500);
  const NoiseDistribution noise(counts, 0.75, keys);
  const Numbers before = drawn(noise, keys, kDraws);

  Numbers fewer = counts, fewer_keys = keys;
  fewer.erase(fewer.begin() + 200);
  fewer_keys.erase(fewer_keys.begin() + 200);
  const double lost = noise.probabilities()[200];
  const Numbers after = drawn(NoiseDistribution(fewer, 0.75, fewer_keys), fewer_keys, kDraws);
  CHECK(share_changed(before, after) < 3 * lost + 0.001);

  Numbers less = counts;  // one occurrence of some words
  for (std::size_t w = 10; w < 20; ++w) --less[w];
  CHECK(share_changed(before, drawn(NoiseDistribution(less, 0.75, keys), keys, kDraws)) < 0.005);
}

TEST_CASE("KeyedNoise: extremes of counts and exponents", "[text][keyed]") {
  const auto shares = [](const Numbers& counts, double exponent) {
    return NoiseDistribution(counts, exponent, keys_of(counts.size())).probabilities();
  };
  CHECK(shares({7}, 0.75) == std::vector<double>{1.0});
  CHECK(shares({5, 0, 5}, 0.75)[1] == 0.0);
  CHECK(shares({1, 1'000'000}, -2.0)[0] > 0.99);
  CHECK(shares({1, 1'000'000}, 2.0)[0] > 0.0);  // never lost altogether
  for (const double share : shares(Numbers(40, 9), 0.0)) CHECK(share == Approx(1.0 / 40));
  CHECK_THROWS_AS(shares({}, 0.75), Error);
  CHECK_THROWS_AS(shares({0, 0}, 0.75), Error);
  CHECK_THROWS_AS(shares({2, 1}, std::nan("")), Error);
}
