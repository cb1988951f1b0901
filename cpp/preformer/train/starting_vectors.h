// Training that begins with word vectors from elsewhere instead of random ones.
#pragma once

#include <cstdint>

#include "preformer/models/word_vectors.h"
#include "preformer/train/trainer.h"

namespace preformer {

/// Sets the vectors of the words that `start` knows; the other words and all other weights keep
/// what they have. Call it before the first step, and again after every reset. Returns how many
/// words have a vector from `start`. Throws BadParameter where the sizes differ ("vectorSize"),
/// where a number is not finite, or where the model has no vector for a word ("start"): one-hot,
/// and ELMo that reads letter by letter.
std::int32_t begin_with_vectors(Trainer& trainer, const WordVectors& start);

/// The same of the output vectors of CBOW and Skip-gram, so that an earlier training goes on.
/// Throws BadParameter ("keep") where words have no output vectors: other models, hierarchical
/// softmax.
void begin_with_output_vectors(Trainer& trainer, const WordVectors& outputs);

}  // namespace preformer
