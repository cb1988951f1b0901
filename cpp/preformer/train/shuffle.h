// A random order that is the same in every build.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "preformer/base/rng.h"

namespace preformer {

/// A uniformly random order (Fisher & Yates; Knuth, TAOCP vol. 2, algorithm 3.4.2P). std::shuffle's
/// draws differ between standard libraries.
template <class T>
void shuffle(std::vector<T>& items, Rng& rng) {
  for (std::size_t i = items.size(); i > 1; --i) {
    std::swap(items[i - 1], items[rng.below(static_cast<std::uint32_t>(i))]);
  }
}

}  // namespace preformer
