// What a language model can be asked, whatever it is made of: n-gram counts, an NNLM or a biLM.
//
// Classes are the V words of the vocabulary, then <s> and </s> (text/sentence_boundaries.h). A
// sentence is given as its word ids, without boundaries; models add them.
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
  /// Throws BadParameter where the model only fills blanks; so does score().
  virtual RowVector<float> next_word(WordIds) const { refuse("next"); }

  /// P(word | the words of its sentence after it), [1, V+2].
  /// Throws BadParameter where the model reads forwards only.
  virtual RowVector<float> previous_word(WordIds) const { refuse("previous"); }

  /// P(word | the words on both sides), [1, V+2].
  virtual RowVector<float> middle_word(WordIds, WordIds) const { refuse("middle"); }

  /// ln P of every word of each sentence and of its end, in nats: a sentence of n words gives n + 1
  /// numbers. Many sentences at once, because models compute in batches.
  virtual std::vector<std::vector<double>> score(std::span<const WordIds>) const { refuse("next"); }

  /// The same read from the right: ln P(<s>), then of every word, in the order of the text.
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
