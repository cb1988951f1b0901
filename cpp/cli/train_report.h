// What `preformer train` tells of a run once it is over.
#pragma once

#include <cstdint>
#include <string>

#include "cli/progress.h"
#include "cli/verbs.h"

namespace preformer::cli {

struct Outcome {
  TrainReport report;
  LastEpochLoss loss;
  double seconds = 0;
  std::uint64_t tokens = 0;  // consumed in that time
};

/// `expected_hash`: of the weights; empty: nothing is expected.
Json describe(const Trainer& trainer, const Outcome& outcome, const std::string& expected_hash);

/// The same in one line.
std::string say(const Json& json);

}  // namespace preformer::cli
