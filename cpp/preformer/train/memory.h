// Estimates of the memory that training needs, made before anything is allocated.
#pragma once

#include <cstdint>

#include "preformer/models/elmo_shape.h"
#include "preformer/models/nnlm.h"
#include "preformer/train/config.h"

namespace preformer {

/// Half of the 4 GB of a browser tab, since files need memory when they are read and written.
/// Natively, the memory of a workstation.
inline constexpr std::uint64_t kMaxTrainingBytes =
    sizeof(void*) == 4 ? 2'000'000'000 : 16'000'000'000;

/// The two matrices of CBOW or Skip-gram, in bytes. Threads share them.
std::uint64_t word2vec_bytes(std::uint64_t vocabulary, const TrainConfig& config);

/// For NNLM, in bytes: weights, gradients and moments, the matrices of a batch, and a text of
/// `places` words and paddings.
std::uint64_t training_bytes(const NnlmShape& shape, std::uint64_t places,
                             const TrainConfig& config);

/// The same for ELMo, with pieces of text of at most `longest` words.
std::uint64_t training_bytes(const ElmoShape& shape, std::uint64_t longest,
                             const TrainConfig& config);

/// Throws TooLarge, with the estimate, above kMaxTrainingBytes.
void require_memory(std::uint64_t bytes);

}  // namespace preformer
