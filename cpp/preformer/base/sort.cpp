#include "preformer/base/sort.h"

#include <algorithm>
#include <numeric>

namespace preformer {

std::vector<std::size_t> sorted_indices(
    std::size_t n, const std::function<bool(std::size_t, std::size_t)>& before) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (before(a, b)) return true;
    return a < b && !before(b, a);
  });
  return order;
}

}  // namespace preformer
