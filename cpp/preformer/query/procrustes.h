// Keeps a live map steady. The axes of a PCA may turn, swap or flip between two frames of training
// although the words hardly moved; the orthogonal Procrustes problem (Schönemann 1966) finds the
// rotation or reflection that brings the new frame nearest to the one before.
#pragma once

#include <cstdint>
#include <span>

#include "preformer/base/matrix.h"

namespace preformer {

/// p ↦ scale · (p − from) R + to  for a row p [1, 2] and the orthogonal R = [[r00, r01],[r10,
/// r11]].
struct Alignment {
  double from[2] = {0, 0}, to[2] = {0, 0};
  double r[2][2] = {{1, 0}, {0, 1}};
  double scale = 1;
};

enum class AlignScale { kKeep, kFit };

/// Minimises Σ_i |align(current_i) − previous_i|² over rotations and reflections, and over the
/// scale if asked. previous, current: [N, 2], row i is the same word in both. Where no direction is
/// better than another (fewer than two words, or all on one spot) nothing turns.
Alignment procrustes(const MatrixRef& previous, const MatrixRef& current,
                     AlignScale scale = AlignScale::kKeep);

/// All positions [V, 2], moved.
Matrix<float> align(const Alignment& alignment, const MatrixRef& positions);

/// One frame onto the one before, which may have shown other words: the alignment is found over the
/// ids both frames hold. previous: [previous_ids, 2], current: [current_ids, 2].
Matrix<float> align_frame(std::span<const std::int32_t> previous_ids, const MatrixRef& previous,
                          std::span<const std::int32_t> current_ids, const MatrixRef& current,
                          AlignScale scale = AlignScale::kKeep);

}  // namespace preformer
