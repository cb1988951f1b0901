// The number of multiply-adds of a training step, computed from the shapes of the model.
#pragma once

#include <cstdint>

#include "preformer/models/elmo_shape.h"
#include "preformer/models/nnlm.h"
#include "preformer/train/config.h"

namespace preformer {

/// Multiply-adds of the matrix products of NNLM for one prediction, forward and backward.
std::uint64_t multiply_adds(const NnlmShape& shape);

/// The same for one place of a sentence in ELMo, with both directions. The character network is not
/// included: it runs once per distinct word, and splitting a batch does not divide its work.
std::uint64_t multiply_adds(const ElmoShape& shape);

/// The same for one token of the text, for NNLM and ELMo. 0 for other models, whose time is not
/// that of matrix products.
std::uint64_t multiply_adds(const TrainConfig& config, Index vocabulary);

}  // namespace preformer
