// Sorting where speed does not matter. Every call of std::sort adds 2 kB of code; calls of this
// function do not.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace preformer {

/// 0 … n − 1, sorted by `before`. A stable sort: equal elements stay in ascending order.
std::vector<std::size_t> sorted_indices(
    std::size_t n, const std::function<bool(std::size_t, std::size_t)>& before);

}  // namespace preformer
