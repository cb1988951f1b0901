#include "preformer/text/subsampling.h"

#include <algorithm>
#include <cmath>

namespace preformer {

std::vector<float> keep_probabilities(std::span<const std::uint64_t> counts, std::uint64_t total,
                                      double sample) {
  std::vector<float> keep(counts.size(), 1.0f);
  if (!(sample > 0.0)) return keep;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    const double f = static_cast<double>(counts[i]) / static_cast<double>(total);
    const double ratio = sample / f;  // t/f
    keep[i] = static_cast<float>(std::min(1.0, std::sqrt(ratio) + ratio));
  }
  return keep;
}

}  // namespace preformer
