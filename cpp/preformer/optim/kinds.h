// The kinds of optimisers and of learning rate schedules, and their names in configurations.
#pragma once

#include <array>

#include "preformer/base/names.h"

namespace preformer {

enum class OptimiserKind { kSgd, kAdagrad, kAdam };
enum class Schedule { kConstant, kLinear, kInverseTime };

inline Names<OptimiserKind> optimiser_names() {
  static constexpr std::array<Name<OptimiserKind>, 3> kNames{{{OptimiserKind::kSgd, "sgd"},
                                                              {OptimiserKind::kAdagrad, "adagrad"},
                                                              {OptimiserKind::kAdam, "adam"}}};
  return kNames;
}

inline Names<Schedule> schedule_names() {
  static constexpr std::array<Name<Schedule>, 3> kNames{{{Schedule::kConstant, "constant"},
                                                         {Schedule::kLinear, "linear"},
                                                         {Schedule::kInverseTime, "inverse-time"}}};
  return kNames;
}

}  // namespace preformer
