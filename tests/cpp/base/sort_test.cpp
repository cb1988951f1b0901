#include "preformer/base/sort.h"

#include <algorithm>
#include <numeric>

#include "catch.h"
#include "preformer/base/rng.h"

using namespace preformer;

TEST_CASE("sorted_indices: as std::stable_sort, for any numbers", "[base]") {
  Rng rng(1);
  for (std::size_t n = 0; n < 200; ++n) {
    std::vector<int> keys(n);
    for (int& key : keys) key = static_cast<int>(rng.below(7));
    std::vector<std::size_t> expected(n);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    std::stable_sort(expected.begin(), expected.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] > keys[b]; });
    const auto found =
        sorted_indices(n, [&](std::size_t a, std::size_t b) { return keys[a] > keys[b]; });
    REQUIRE(found == expected);
  }
}
