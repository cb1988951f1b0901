// What training will hold in memory, known before any of it is allocated.
#pragma once

#include <cstdint>

#include "preformer/models/elmo_shape.h"
#include "preformer/models/nnlm.h"
#include "preformer/train/config.h"

namespace preformer {

/// Half of the 4 GB that a tab can have: files on their way in and out want the rest. Natively what
/// a workstation has.
inline constexpr std::uint64_t kMaxTrainingBytes =
    sizeof(void*) == 4 ? 2'000'000'000 : 16'000'000'000;

/// The two matrices of CBOW or Skip-gram, in bytes; threads share them.
std::uint64_t word2vec_bytes(std::uint64_t vocabulary, const TrainConfig& config);

/// Weights, gradients and moments of NNLM, what forward keeps for backward, and a text of `places`
/// words and paddings, in bytes.
std::uint64_t training_bytes(const NnlmShape& shape, std::uint64_t places,
                             const TrainConfig& config);

/// The same of ELMo, for pieces of text of at most `longest` words.
std::uint64_t training_bytes(const ElmoShape& shape, std::uint64_t longest,
                             const TrainConfig& config);

/// Throws TooLarge, with the estimate, above kMaxTrainingBytes.
void require_memory(std::uint64_t bytes);

}  // namespace preformer
