// The interface of all language models: n-gram models, NNLM, the biLM of ELMo, CBOW.
//
// Classes are the V words of the vocabulary, then <s> and </s> (text/sentence_boundaries.h).
// Sentences are given as word ids without boundaries; models add the boundaries.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/base/error.h"
#include "preformer/base/matrix.h"

namespace preformer {

using WordIds = std::span<const std::int32_t>;

class LanguageModel {
 public:
  virtual ~LanguageModel() = default;

  /// V + 2: the length of every row of probabilities.
  virtual Index classes() const = 0;

  /// P(word | the words of its sentence before it), [1, V+2], summing to 1.
  /// Throws BadParameter if the model only predicts words in the middle; so does score().
  virtual RowVector<float> next_word(WordIds) const { refuse("next"); }

  /// P(word | the words of its sentence after it), [1, V+2].
  /// Throws BadParameter if the model reads forwards only.
  virtual RowVector<float> previous_word(WordIds) const { refuse("previous"); }

  /// P(word | the words on both sides), [1, V+2].
  virtual RowVector<float> middle_word(WordIds, WordIds) const { refuse("middle"); }

  /// ln P of every word of each sentence and of its end, in nats: n + 1 numbers for a sentence of n
  /// words. Takes many sentences at once, because models compute in batches.
  virtual std::vector<std::vector<double>> score(std::span<const WordIds>) const { refuse("next"); }

  /// The same from the right: ln P of <s>, then of every word, in the order of the text.
  virtual std::vector<std::vector<double>> score_backward(std::span<const WordIds>) const {
    refuse("previous");
  }

 protected:
  [[noreturn]] static void refuse(std::string_view which) {
    throw Error(
        ErrorCode::kBadParameter,
        "This model gives no probabilities for the " + std::string(which) +
            " word. An ELMo gives them all; NNLM the next word, CBOW the one in the middle.",
        {"model", std::string(which), "elmo"});
  }
};

}  // namespace preformer
