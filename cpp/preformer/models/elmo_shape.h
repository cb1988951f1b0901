// The options of an ELMo, with bilm-tf's names. bilm-tf's batch_size and unroll_steps correspond to
// the shape of the batches that the model gets.
#pragma once

#include <optional>

#include "preformer/nn/char_cnn.h"
#include "preformer/nn/lstm.h"

namespace preformer {

inline constexpr Index kLogitsTogether =
    Index{1} << 20;  // the most logits of a full softmax at a time, to bound the memory

/// Defaults: bilm-tf, bin/train_elmo.py, the model of Peters et al. 2018 (arXiv:1802.05365 §3.4).
struct ElmoShape {
  Index vocabulary = 0;        // V
  Index n_layers = 2;          // L, LSTMs per direction
  Index projection_dim = 512;  // D = H: size of token vectors and of an LSTM's output
  Index dim = 4096;            // C, cells of an LSTM
  // bilm-tf has no projection if C = D. AllenNLP's LSTMs always have one, and so do its weights.
  bool always_projects = false;
  double cell_clip = 3.0;                 // 0: none
  double proj_clip = 3.0;                 // 0: none
  bool use_skip_connections = true;       // from the input of each LSTM but the first to its output
  double dropout = 0.1;                   // of every LSTM's input and of the softmax's
  Index n_negative_samples_batch = 8192;  // 0, or at least the number of classes: full softmax
  std::optional<CharCnnOptions> char_cnn = CharCnnOptions{};  // nullopt: a table of word vectors

  bool projects() const { return always_projects || dim != projection_dim; }
  LstmOptions lstm() const { return {.cell_clip = cell_clip, .proj_clip = proj_clip}; }
};

}  // namespace preformer
