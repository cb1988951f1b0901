#include "preformer/base/thread_pool.h"

#include <atomic>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "catch.h"

using namespace preformer;

TEST_CASE("ThreadPool: every part runs once, whatever their number", "[base][threads]") {
  for (const int threads : {1, 2, 5}) {
    ThreadPool pool(threads);
    CHECK(pool.size() >= 1);
    CHECK(pool.size() <= static_cast<std::size_t>(threads));
    for (std::size_t parts = 0; parts < 12; ++parts) {
      std::vector<int> runs(parts, 0);
      pool.run(parts, [&](std::size_t p) { ++runs[p]; });
      CHECK(runs == std::vector<int>(parts, 1));
    }
  }
}

TEST_CASE("ThreadPool: what the parts wrote is seen after each of many short runs",
          "[base][threads]") {
  ThreadPool pool(3);
  std::vector<std::uint64_t> sums(3, 0);
  std::uint64_t expected = 0;
  for (std::uint64_t round = 0; round < 20'000; ++round) {
    const std::size_t parts = 1 + round % 3;
    pool.run(parts, [&](std::size_t p) { sums[p] += round; });  // no part shares a number
    expected += parts * round;
  }
  CHECK(sums[0] + sums[1] + sums[2] == expected);
}

TEST_CASE("ThreadPool: an exception reaches the caller, and the pool goes on", "[base][threads]") {
  ThreadPool pool(2);
  for (const std::size_t thrower : {0, 1}) {
    std::atomic<int> others = 0;
    const auto run = [&] {
      pool.run(2, [&](std::size_t p) {
        if (p == thrower) throw std::runtime_error("part " + std::to_string(p));
        ++others;
      });
    };
    CHECK_THROWS_AS(run(), std::runtime_error);
    if (pool.size() == 2) CHECK(others == 1);  // the other part was not left half done
  }
  int parts = 0;
  pool.run(1, [&](std::size_t) { ++parts; });
  CHECK(parts == 1);
}
