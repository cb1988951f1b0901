// Sentences as examples for a classifier: the ids of their words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "preformer/models/labelled_examples.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

inline constexpr std::size_t kMaxExampleWords = 1000;

/// Can be moved but not copied, because labelled() points to numbers that it owns.
class SentenceExamples {
 public:
  SentenceExamples() = default;
  SentenceExamples(SentenceExamples&&) = default;
  SentenceExamples& operator=(SentenceExamples&&) = default;

  /// Words that are not in the vocabulary become <unk> if the vocabulary has it, and are left out
  /// otherwise. Throws UnknownWord if no word is left, BadParameter for an empty sentence, TooLarge
  /// for more than kMaxExampleWords; the errors name `field`.
  void add(const Vocabulary& vocabulary, std::span<const std::string> words, std::int32_t label,
           const std::string& field);

  const LabelledExamples& labelled() const { return labelled_; }
  /// The number of words that were not in the vocabulary.
  std::size_t unknown() const { return unknown_; }

 private:
  LabelledExamples labelled_;
  std::vector<Matrix<float>> numbers_;  // [words, 1] each
  std::size_t unknown_ = 0;
};

}  // namespace preformer
