#include "preformer/base/rng.h"

#include <array>
#include <vector>

#include "catch.h"

using preformer::Rng;

TEST_CASE("Rng: the published sequence of PCG32", "[base]") {
  // pcg32-global-demo of the reference implementation: seed 42, stream 54.
  Rng rng(42, 54);
  for (const std::uint32_t expected :
       {0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u, 0xbfa4784bu, 0xcbed606eu}) {
    CHECK(rng.next() == expected);
  }
}

TEST_CASE("Rng: below is uniform and in range", "[base]") {
  Rng rng(7);
  const std::uint32_t n = GENERATE(1u, 2u, 3u, 5u, 7u, 100u);
  std::vector<int> seen(n, 0);
  const int draws = 20'000 * static_cast<int>(n);
  for (int i = 0; i < draws; ++i) ++seen.at(rng.below(n));
  for (const int count : seen) CHECK(count == Approx(20'000).epsilon(0.04));
}

TEST_CASE("Rng: a saved state continues the sequence", "[base]") {
  Rng rng(3);
  rng.next();
  const Rng::State saved = rng.state();
  const std::array expected{rng.next(), rng.next(), rng.next()};
  Rng other(99);
  other.set_state(saved);
  CHECK(std::array{other.next(), other.next(), other.next()} == expected);
}

TEST_CASE("Rng: uniform numbers fill the interval from 0 to 1", "[base]") {
  Rng rng(11);
  double sum = 0, sum_double = 0;
  for (int i = 0; i < 100'000; ++i) {
    const float u = rng.uniform();
    const double v = rng.uniform_double();
    REQUIRE((u >= 0.0f && u < 1.0f && v >= 0.0 && v < 1.0));
    sum += u;
    sum_double += v;
  }
  CHECK(sum / 100'000 == Approx(0.5).margin(0.005));
  CHECK(sum_double / 100'000 == Approx(0.5).margin(0.005));
}
