// How the learning rate changes in the course of a run.
#pragma once

#include <algorithm>
#include <cstdint>

#include "preformer/optim/kinds.h"

namespace preformer {

inline constexpr double kInverseTimeRate = 1e-8;  // r of Bengio et al. 2003, §4

/// constant       α₀
/// linear         max(α₀ (1 − progress), α_min)     word2vec.c; progress: 0 … 1
/// inverse-time   α₀ / (1 + r t)                    Bengio et al. 2003, §4; t: updates so far (the
///                                                  paper updates after every example)
inline double learning_rate(Schedule schedule, double alpha, double min_alpha, double progress,
                            std::uint64_t updates) {
  switch (schedule) {
    case Schedule::kConstant: return alpha;
    case Schedule::kLinear: return std::max(alpha * (1.0 - progress), min_alpha);
    case Schedule::kInverseTime: return alpha / (1.0 + kInverseTimeRate * double(updates));
  }
  return alpha;
}

}  // namespace preformer
