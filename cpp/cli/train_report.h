// The report of `preformer train` at the end of a run.
#pragma once

#include <cstdint>
#include <string>

#include "cli/progress.h"
#include "cli/verbs.h"

namespace preformer::cli {

struct Outcome {
  TrainReport report;
  double seconds = 0;
  std::uint64_t tokens = 0;  // processed in that time
};

/// `expected_hash`: expected hash of the weights; empty: none.
Json describe(const Trainer& trainer, const Outcome& outcome, const std::string& expected_hash);

/// The same as one line of text.
std::string say(const Json& json);

}  // namespace preformer::cli
