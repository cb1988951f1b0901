// The report of `preformer train` at the end of a run.
#pragma once

#include <cstdint>
#include <string>

#include "cli/progress.h"
#include "cli/verbs.h"
#include "preformer/text/text_options.h"

namespace preformer::cli {

struct Outcome {
  TrainReport report;
  double seconds = 0;
  std::uint64_t tokens = 0;  // processed in that time
};

/// `expected_hash`: expected hash of the weights; empty: none.
Json describe(const Trainer& trainer, const Outcome& outcome, const std::string& expected_hash);

/// "2 tokens longer than 1000 bytes were skipped.", and what to do.
std::string overlong_note(std::size_t overlong, const TextOptions& text);

/// Says what was not used of the texts and of the file of --start: `known` of its words are those
/// of the corpus; −1: there is no file.
void note_text_losses(const Trainer& trainer, const TextOptions& text, const std::string& start,
                      std::int32_t known);

/// Throws NothingToLearn if the run is over and has made no step.
void require_learnt(const Trainer& trainer, const TrainReport& report);

/// The same as one line of text.
std::string say(const Json& json);

}  // namespace preformer::cli
