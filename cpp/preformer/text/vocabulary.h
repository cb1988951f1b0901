// Words and their counts. Ids are in the order of falling counts, ties by first appearance, so that
// a text always gives the same vocabulary.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "preformer/text/word_table.h"

namespace preformer {

inline constexpr std::string_view kUnknownToken = "<unk>";

enum class UnknownPolicy {
  kDrop,  // words outside the vocabulary are removed from the text, as in word2vec.c and gensim
  kUnk,   // they become <unk>, which has id 0 whatever its count
};

struct VocabularyOptions {
  std::int64_t min_count = 1;  // rarer words are left out
  std::int64_t max_size = 0;   // keep the most frequent ones, <unk> not counted; 0: all
  UnknownPolicy unknown = UnknownPolicy::kDrop;
};

class Vocabulary {
 public:
  /// Appends a word. Throws BadFormat if it exists already.
  std::int32_t add(std::string_view word, std::uint64_t count);

  std::int32_t size() const { return words_.size(); }
  bool empty() const { return size() == 0; }
  /// Valid until the vocabulary changes.
  std::string_view word(std::int32_t id) const { return words_[id]; }
  std::uint64_t count(std::int32_t id) const { return counts_[static_cast<std::size_t>(id)]; }
  std::span<const std::uint64_t> counts() const { return counts_; }
  /// Σ counts.
  std::uint64_t total() const { return total_; }

  std::optional<std::int32_t> find(std::string_view word) const { return words_.find(word); }
  /// The word as written, or else composed, or else decomposed (nfc.h): how a question is looked
  /// up.
  std::optional<std::int32_t> find_in_any_form(std::string_view word) const;
  /// Finds in any form. Throws UnknownWord. Its value() is the word, its permitted() the nearest
  /// spelling, if any.
  std::int32_t id_or_throw(std::string_view word) const;
  /// The nearest spelling: the word in lower case, or else the word with the fewest edits, at most
  /// two; ties by id.
  std::optional<std::int32_t> suggest(std::string_view word) const;

 private:
  WordTable words_;
  std::vector<std::uint64_t> counts_;
  std::uint64_t total_ = 0;
};

struct BuiltVocabulary {
  Vocabulary vocabulary;
  std::vector<std::int32_t> ids;  // new id of each word of the table; −1: dropped
};

/// Makes the vocabulary of the words in a table, of which word i occurs counts[i] times. Throws
/// BadParameter for min_count < 1 or max_size < 0.
BuiltVocabulary build_vocabulary(const WordTable& words, std::span<const std::uint64_t> counts,
                                 const VocabularyOptions& options);

}  // namespace preformer
