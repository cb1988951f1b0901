// The one sort of everything that is not hot. std::sort is 2 kB of code in every place that calls
// it.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace preformer {

/// 0 … n − 1 in the order that `before` says; equals stay in the order of their numbers.
std::vector<std::size_t> sorted_indices(
    std::size_t n, const std::function<bool(std::size_t, std::size_t)>& before);

}  // namespace preformer
