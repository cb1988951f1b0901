// Evaluation files and corpora often differ in case; an evaluation may ignore case.
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

/// In lower case, with σ for every ς. gensim compares upper case. The results differ only for
/// letters whose upper case is several letters (ß, ŉ).
std::string without_case(std::string_view word);

/// The words of the first `restrict_vocab` ids. Of several words that differ only in case, the
/// first is used, as in gensim.
class Spellings {
 public:
  Spellings(const Vocabulary& vocabulary, const EvaluationOptions& options);

  std::optional<std::int32_t> find(std::string_view word) const;
  /// The number of ids that are used.
  std::int32_t size() const { return static_cast<std::int32_t>(first_of_.size()); }
  /// [size()]: for each id the first one spelt like it.
  const std::vector<std::int32_t>& first_of() const { return first_of_; }

 private:
  std::string key(std::string_view word) const {
    return fold_ ? without_case(word) : std::string(word);
  }
  bool fold_;
  WordTable spellings_;
  std::vector<std::int32_t> first_id_;  // of each spelling
  std::vector<std::int32_t> first_of_;
};

}  // namespace preformer
