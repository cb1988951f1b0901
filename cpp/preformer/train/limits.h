// What a run may cost before it starts.
#pragma once

#include <cstdint>
#include <string>

#include "preformer/base/error.h"

namespace preformer {

// A tab has 4 GB at most; gradients and Adam's two moments take three times the weights.
inline constexpr std::uint64_t kMaxTrainedWeights = 100'000'000;

/// Throws TooLarge for more weights than a tab can train.
inline void require_weights_fit(std::uint64_t weights) {
  if (weights <= kMaxTrainedWeights) return;
  throw Error(ErrorCode::kTooLarge,
              "The model would have " + std::to_string(weights / 1'000'000) +
                  " million weights. Take smaller layers or raise the minimum count.",
              {"vectorSize", std::to_string(weights),
               "at most " + std::to_string(kMaxTrainedWeights) + " weights"});
}

}  // namespace preformer
