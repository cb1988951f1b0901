// What defines an ELMo, under bilm-tf's names for its options. Its batch_size and unroll_steps are
// the shape of the batches that the model is given.
#pragma once

#include <optional>

#include "preformer/nn/char_cnn.h"
#include "preformer/nn/lstm.h"

namespace preformer {

inline constexpr Index kLogitsTogether = Index{1} << 20;  // bounds the memory of a full softmax

/// Defaults: bilm-tf, bin/train_elmo.py, the model of Peters et al. 2018 (arXiv:1802.05365 §3.4).
struct ElmoShape {
  Index vocabulary = 0;              // V
  Index n_layers = 2;                // L, LSTMs a direction
  Index projection_dim = 512;        // D = H: size of token vectors and of what an LSTM shows
  Index dim = 4096;                  // C, cells of an LSTM; equal to projection_dim: no projection
  double cell_clip = 3.0;            // 0: none
  double proj_clip = 3.0;            // 0: none
  bool use_skip_connections = true;  // from each LSTM's input to its output, but the first's
  double dropout = 0.1;              // at every LSTM's input and before the softmax
  Index n_negative_samples_batch = 8192;  // 0, or not fewer than classes: full softmax
  std::optional<CharCnnOptions> char_cnn = CharCnnOptions{};  // none: a table of word vectors

  LstmOptions lstm() const { return {.cell_clip = cell_clip, .proj_clip = proj_clip}; }
};

}  // namespace preformer
