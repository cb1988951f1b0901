// Consecutive windows of a sentence that are trained in one step.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace preformer {

/// The centre words are words[first], words[first + 1], …, one per radius. A sentence of one word
/// has no context; every other window has.
struct WindowGroup {
  std::span<const std::int32_t> words;  // the sentence
  std::size_t first = 0;
  std::span<const int> radii;

  /// The positions of one window: begin … end − 1, the centre word's included.
  struct Reach {
    std::size_t centre, begin, end;
    std::size_t contexts() const { return end - begin - 1; }
  };
  Reach reach(std::size_t window) const {
    const std::size_t centre = first + window, radius = static_cast<std::size_t>(radii[window]);
    return {centre, centre - std::min(centre, radius), std::min(words.size(), centre + radius + 1)};
  }
  /// All positions of all windows.
  Reach span() const {
    Reach all = reach(0);
    for (std::size_t w = 1; w < radii.size(); ++w) {
      all.begin = std::min(all.begin, reach(w).begin);
      all.end = std::max(all.end, reach(w).end);
    }
    return all;
  }
};

}  // namespace preformer
