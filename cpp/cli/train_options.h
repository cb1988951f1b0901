// The options of `preformer train`, one for each field of a run's config and text options.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/text/phrases.h"
#include "preformer/text/text_options.h"
#include "preformer/train/config.h"

namespace preformer::cli {

/// The option of a field: "minCount" → "--min-count"; vectorSize is --size, as in word2vec.
std::string option_of(std::string_view field);

class TrainFlags {
 public:
  /// Adds the options to the verb. This object must outlive it.
  void add_to(CLI::App& verb);
  /// The chosen values, checked. alpha is the model's own if it was not given.
  TrainConfig config() const;
  TextOptions text() const;
  /// How pairs of words are joined, if they are: also those of a resumed run's text.
  bool joins_phrases() const { return phrase_passes_ > 0; }
  int phrase_passes() const { return phrase_passes_; }
  const PhraseOptions& phrases() const { return phrases_; }
  /// All options that were added; a resumed run accepts none of them.
  const std::vector<CLI::Option*>& flags() const { return flags_; }

 private:
  struct Add;

  TrainConfig config_;
  TextOptions text_;
  std::vector<std::string> filters_;
  PhraseOptions phrases_;
  int phrase_passes_ = 0;
  CLI::Option* alpha_ = nullptr;
  std::vector<CLI::Option*> flags_;
  std::vector<std::function<void()>> names_;  // sets enumerations by their names
};

}  // namespace preformer::cli
