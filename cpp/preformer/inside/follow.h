// Follows an example through a copy of a trainer's model: the trainer is not changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "preformer/inside/trace.h"
#include "preformer/train/trainer.h"

namespace preformer {

/// A sentence, [n] word ids, and the position of the word to predict. NNLM predicts it from the
/// words before it (position n: the end of the sentence), CBOW and Skip-gram from the words around
/// it. ELMo reads the whole sentence and predicts every word of it; the position is not used.
struct Example {
  std::vector<std::int32_t> sentence;
  std::size_t position = 0;
};

/// `alpha`: learning rate of the step. `noise_seed` draws the negative samples.
/// Throws BadParameter for a model without weights (one-hot), a position outside the sentence, or a
/// window without neighbours.
Trace<float> follow(const Trainer& trainer, const Example& example, double alpha,
                    std::uint64_t noise_seed);

}  // namespace preformer
