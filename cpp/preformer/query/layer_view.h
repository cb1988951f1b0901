// Selects which vectors of a contextual model are used: one layer or the weighted mix of all
// layers, both directions or one.
//
//   ELMo_k = γ Σ_j s_j h_kj,   s = softmax(w)      (Peters et al. 2018, arXiv:1802.05365, eq. 1)
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/base/names.h"

namespace preformer {

enum class Directions { kBoth, kForward, kBackward };

/// "both", "forward", "backward".
Names<Directions> direction_names();

struct LayerView {
  static constexpr int kMix = -1;

  int layer = kMix;  // 0 … L, or kMix
  Directions direction = Directions::kBoth;
  std::vector<float> weights = {};  // w_0 … w_L of the mix; empty: all equal
  float gamma = 1;                  // γ; scales the mix only
};

/// Reads "mix" or the number of a layer. Throws BadParameter unless it is 0 … top_layer.
int parse_layer(std::string_view text, int top_layer);

/// layers: L+1 matrices [n, 2H], forward half first. Returns [n, 2H], or [n, H] for one direction.
/// Throws BadParameter for a layer that does not exist, or if there are not L+1 weights.
Matrix<float> select_vectors(std::span<const Matrix<float>> layers, const LayerView& view);

}  // namespace preformer
