// Sentences as a classifier reads them: the ids of their words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "preformer/models/labelled_examples.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

inline constexpr std::size_t kMaxExampleWords = 1000;

/// It moves, but cannot be copied: labelled() points to numbers that it owns.
class SentenceExamples {
 public:
  SentenceExamples() = default;
  SentenceExamples(SentenceExamples&&) = default;
  SentenceExamples& operator=(SentenceExamples&&) = default;

  /// Words that the vocabulary lacks become <unk> where it has that, else they are left out. Throws
  /// UnknownWord where no word is left, BadParameter where there was none, TooLarge for more than
  /// kMaxExampleWords; all name `field`, what the sentences were given as.
  void add(const Vocabulary& vocabulary, std::span<const std::string> words, std::int32_t label,
           const std::string& field);

  const LabelledExamples& labelled() const { return labelled_; }
  /// Words that the vocabularies lacked.
  std::size_t unknown() const { return unknown_; }

 private:
  LabelledExamples labelled_;
  std::vector<Matrix<float>> numbers_;  // [words, 1] each
  std::size_t unknown_ = 0;
};

}  // namespace preformer
