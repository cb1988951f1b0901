// The questions of `preformer train --seeds N`, and in how many runs their answers hold.
// web/src/api/repeat-questions.js answers the same.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cli/verbs.h"
#include "preformer/query/agreement.h"
#include "preformer/query/generate.h"
#include "preformer/text/tokenizer.h"
#include "preformer/train/trainer.h"

namespace preformer::cli {

struct SeedQuestion {
  enum class Kind { kSimilar, kAnalogy, kOdd, kNext, kBlank, kScore, kGenerate, kEvaluate };
  struct Number {
    std::string name, section;   // the section of a file of analogies; empty: all
    std::vector<double> values;  // of the runs that have it
  };

  Kind kind;
  const char* name;
  std::string text;
  std::vector<std::string> words;
  std::string file = {};  // the text that is evaluated
  Agreement agreement = {};
  std::vector<Number> numbers = {};
  std::map<std::string, std::uint64_t> texts = {};  // continuations, and in how many runs

  void add_number(const char* number, const std::string& section, double value);
};

/// Throws BadParameter unless the question has `least` to `most` words.
void require_words(const SeedQuestion& question, std::size_t least, std::size_t most,
                   const char* permitted);

/// Adds the answer of one run. `draw` is how a continuation is drawn: alike in every run.
void ask(const Trainer& trainer, SeedQuestion& question, const TokenizerOptions& tokenizer,
         const GenerateOptions& draw);

Json held_json(const SeedQuestion& question, const Vocabulary& vocabulary);

/// "similar king: queen first in 18 of 20 (0.982 ± 0.011), prince 2 (0.951 ± 0.020)"
std::string held_text(const Json& answer, std::uint64_t runs);

}  // namespace preformer::cli
