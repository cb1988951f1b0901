// Evaluation files and corpora often differ in case; an evaluation may look words up regardless.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/query/word_pairs.h"
#include "preformer/text/vocabulary.h"
#include "preformer/text/word_table.h"

namespace preformer {

/// Each code point in lower case. gensim compares upper case, which differs only where one letter
/// becomes several (ß, ŉ).
std::string lower_case(std::string_view word);

/// Words of the first `restrict_vocab` ids; of several that differ in case only, the first stands
/// for all, as in gensim.
class Spellings {
 public:
  Spellings(const Vocabulary& vocabulary, const EvaluationOptions& options);

  std::optional<std::int32_t> find(std::string_view word) const;
  /// How many ids may answer.
  std::int32_t size() const { return static_cast<std::int32_t>(first_of_.size()); }
  /// [size()]: for each id the first one spelt like it.
  const std::vector<std::int32_t>& first_of() const { return first_of_; }

 private:
  std::string key(std::string_view word) const {
    return fold_ ? lower_case(word) : std::string(word);
  }
  bool fold_;
  WordTable spellings_;
  std::vector<std::int32_t> first_id_;  // of each spelling
  std::vector<std::int32_t> first_of_;
};

}  // namespace preformer
