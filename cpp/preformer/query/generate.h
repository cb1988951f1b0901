// Continues a text: each new word is drawn from the model's probabilities for the next word.
#pragma once

#include <cstdint>
#include <vector>

#include "preformer/models/language_model.h"

namespace preformer {

struct GenerateOptions {
  std::int64_t length = 20;  // at most this many words after the prompt
  double temperature = 1;    // P^(1/temperature), normalised: 0 always takes the most probable word
  std::int64_t top_k = 0;    // draws only among this many most probable words; 0: all
  std::uint64_t seed = 1;

  /// Throws BadParameter naming the first field out of range.
  void validate() const;
};

struct Generated {
  std::vector<std::int32_t> ids;  // after the prompt, without </s>
  bool ended = false;             // the model drew </s> before `length` words
};

Generated generate(const LanguageModel& model, WordIds prompt, const GenerateOptions& options);

}  // namespace preformer
