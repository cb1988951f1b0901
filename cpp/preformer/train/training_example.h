// What a step of training looks at, to be shown or followed (inside/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "preformer/base/rng.h"

namespace preformer {

struct TrainingExample {
  /// [n] word ids: a sentence of the text, for Word2Vec without the words that subsampling dropped.
  std::vector<std::int32_t> sentence;
  /// The word to predict; n is the end of the sentence. ELMo predicts every word.
  std::size_t position = 0;
  int radius = 0;            // of Word2Vec's window, in words on either side
  Rng::State noise = {};     // draws Word2Vec's negative samples
  std::size_t number = 0;    // of the sentence in the text, from 0
  std::size_t together = 1;  // how many examples the step takes
};

}  // namespace preformer
