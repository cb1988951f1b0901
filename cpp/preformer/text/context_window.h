// The dynamic context window of word2vec: near words are drawn more often than far ones.
#pragma once

#include <cstdint>

#include "preformer/base/rng.h"

namespace preformer {

/// Radius of one window, uniform on 1 … window: the word at distance d is in the context with
/// probability (window − d + 1) / window. `window` ≥ 1.
inline int context_radius(int window, Rng& rng) {
  return 1 + static_cast<int>(rng.below(static_cast<std::uint32_t>(window)));
}

}  // namespace preformer
