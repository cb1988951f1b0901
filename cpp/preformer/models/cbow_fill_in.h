// Predicts the word in the middle of a context with a trained CBOW.
//
//   P(w | context) = softmax over the output layer of h, the mean of the context's input vectors
#pragma once

#include <algorithm>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/kernels/add_scaled.h"
#include "preformer/models/language_model.h"
#include "preformer/models/word2vec.h"
#include "preformer/text/sentence_boundaries.h"

namespace preformer {

class CbowFillIn final : public LanguageModel {
 public:
  /// `window`: how many words on either side are read. The model must outlive this object.
  CbowFillIn(const Word2Vec<float>& model, std::int32_t vocabulary, int window)
      : model_(model), vocabulary_(vocabulary), window_(static_cast<std::size_t>(window)) {}

  Index classes() const override { return class_count(vocabulary_); }

  /// <s> and </s> get probability 0. Throws BadParameter if there is no word on either side.
  PREFORMER_COLD RowVector<float> middle_word(WordIds before, WordIds after) const override {
    before = before.last(std::min(before.size(), window_));
    after = after.first(std::min(after.size(), window_));
    const std::size_t words = before.size() + after.size();
    if (words == 0) {
      throw Error(ErrorCode::kBadParameter,
                  "CBOW needs at least one word beside the blank. Write some words around the _.",
                  {"context", "", "one word or more"});
    }
    const Matrix<float>& input = model_.input().value;
    std::vector<float> mean(static_cast<std::size_t>(input.cols()), 0.0f);
    for (const WordIds side : {before, after}) {
      for (const std::int32_t id : side) {
        add_scaled(mean.data(), input.row(id).data(), 1.0f / float(words), input.cols());
      }
    }
    RowVector<float> words_only;
    model_.output().probabilities(mean.data(), words_only);
    RowVector<float> p = RowVector<float>::Zero(classes());
    p.head(words_only.size()) = words_only;
    return p;
  }

 private:
  const Word2Vec<float>& model_;
  std::int32_t vocabulary_;
  std::size_t window_;
};

}  // namespace preformer
