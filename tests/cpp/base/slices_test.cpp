#include "preformer/base/slices.h"

#include <vector>

#include "catch.h"

using namespace preformer;

namespace {

double now = 0;
double fake_clock() { return now; }

}  // namespace

TEST_CASE("run_slice: looks at the clock more and more rarely, until the budget is spent",
          "[base]") {
  std::vector<std::uint64_t> counts;
  const auto work = [&](std::uint64_t count) {
    counts.push_back(count);
    now += static_cast<double>(count);  // a step takes a millisecond
  };
  CHECK(run_slice(10, fake_clock, 4, work, [] { return false; }) == 11);
  CHECK(counts == std::vector<std::uint64_t>{1, 2, 4, 4});
  counts.clear();
  CHECK(run_slice(10, fake_clock, 4, work, [&] { return counts.size() == 2; }, 3) == 7);
  CHECK(counts == std::vector<std::uint64_t>{3, 4});
}

TEST_CASE("finish_within: one step at least, none after the last", "[base]") {
  int left = 5;
  const auto step = [&] {
    now += 1;
    return --left == 0;
  };
  CHECK_FALSE(finish_within(0, fake_clock, step));
  CHECK(left == 4);
  CHECK_FALSE(finish_within(2, fake_clock, step));
  CHECK(left == 2);
  CHECK(finish_within(100, fake_clock, step));
  CHECK(left == 0);
}
