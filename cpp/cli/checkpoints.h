// Checkpoints on disk.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/io/checkpoint.h"
#include "preformer/models/elmo.h"
#include "preformer/models/word_vectors.h"

namespace preformer::cli {

/// The words of one sentence.
std::vector<std::string> words_of(std::string_view sentence, const TokenizerOptions& tokenizer);

/// Throws BadParameter if the model has no probabilities.
const LanguageModel& language_model_of(const Trainer& trainer);

/// A model for queries, with the tokenizer for their text.
struct Opened {
  std::unique_ptr<Trainer> trainer;
  TextOptions text;

  const Vocabulary& vocabulary() const { return trainer->corpus().vocabulary; }
  std::vector<std::string> split(std::string_view sentence) const {
    return words_of(sentence, text.tokenizer);
  }
  const LanguageModel& language_model() const { return language_model_of(*trainer); }
  /// Throws BadParameter if the model is not an ELMo.
  const Elmo<float>& elmo() const;
};

Opened open_checkpoint(const std::string& path);

}  // namespace preformer::cli
