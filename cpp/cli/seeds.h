// `preformer train --seeds N`: the same run with several seeds, and in how many of them answers
// held.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/verbs.h"
#include "preformer/query/generate.h"
#include "preformer/text/text_options.h"
#include "preformer/train/trainer.h"

namespace preformer::cli {

class SeedsOptions {
 public:
  void add_to(CLI::App& verb);
  /// Whether --seeds was given. Throws BadParameter for questions without it, and for it without
  /// questions.
  bool wanted() const;
  /// Trains one run per seed, from `first` on, and asks each. `train` returns the trained model;
  /// `encoding` is that of files that are evaluated.
  Answer run(std::uint64_t first, const TextOptions& text, const std::string& encoding,
             const std::function<std::unique_ptr<Trainer>(std::uint64_t seed)>& train) const;
  /// --seeds, which excludes what is written of one run.
  CLI::Option* option() const { return seeds_option_; }

 private:
  std::uint64_t seeds_ = 0;
  std::vector<std::string> similar_, analogy_, odd_, next_, blank_, score_, generate_, evaluate_;
  GenerateOptions draw_;
  CLI::Option* seeds_option_ = nullptr;
};

}  // namespace preformer::cli
