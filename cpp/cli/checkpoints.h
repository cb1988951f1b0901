// Checkpoints on disk.
#pragma once

#include <memory>
#include <string>

#include "preformer/io/checkpoint.h"
#include "preformer/models/elmo.h"
#include "preformer/models/word_vectors.h"

namespace preformer::cli {

/// A model for queries, with the tokenizer for their text.
struct Opened {
  std::unique_ptr<Trainer> trainer;
  TextOptions text;

  const Vocabulary& vocabulary() const { return trainer->corpus().vocabulary; }
  /// The words of one sentence.
  std::vector<std::string> split(std::string_view sentence) const;
  /// Throws BadParameter if the model has no probabilities, or is not an ELMo.
  const LanguageModel& language_model() const;
  const Elmo<float>& elmo() const;
};

Opened open_checkpoint(const std::string& path);

}  // namespace preformer::cli
