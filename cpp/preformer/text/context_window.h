// The dynamic context window of word2vec: near words are in the context more often than far ones.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "preformer/base/rng.h"

namespace preformer {

/// Radius of one window, uniform on 1 … window: the word at distance d is in the context with
/// probability (window − d + 1) / window. `window` ≥ 1.
inline int context_radius(int window, Rng& rng) {
  return 1 + static_cast<int>(rng.below(static_cast<std::uint32_t>(window)));
}

/// The words at most `radius` away from `position`, without the one there.
inline void gather_context(const std::vector<std::int32_t>& words, std::size_t position, int radius,
                           std::vector<std::int32_t>& context) {
  const auto reach = static_cast<std::size_t>(radius);
  const std::size_t first = position > reach ? position - reach : 0;
  const std::size_t last = std::min(words.size() - 1, position + reach);
  context.clear();
  for (std::size_t at = first; at <= last; ++at) {
    if (at != position) context.push_back(words[at]);
  }
}

}  // namespace preformer
