// Aligns the frames of a live map. Between two frames of training the axes of a PCA may rotate,
// swap or change sign although the words hardly moved. The solution of the orthogonal Procrustes
// problem (Schönemann 1966) is the rotation or reflection that brings the new frame nearest to the
// last one.
#pragma once

#include <cstdint>
#include <span>

#include "preformer/base/matrix.h"

namespace preformer {

/// p ↦ scale · (p − from) R + to  for a row p [1, 2] and an orthogonal R = [[r00, r01], [r10,
/// r11]].
struct Alignment {
  double from[2] = {0, 0}, to[2] = {0, 0};
  double r[2][2] = {{1, 0}, {0, 1}};
  double scale = 1;
};

enum class AlignScale { kKeep, kFit };

/// Minimises Σ_i |align(current_i) − previous_i|² over rotations and reflections, and over the
/// scale if requested. previous, current: [N, 2], row i is the same word in both. If all directions
/// are equally good (fewer than two words, or all in one place), R is the identity.
Alignment procrustes(const MatrixRef& previous, const MatrixRef& current,
                     AlignScale scale = AlignScale::kKeep);

/// Applies the alignment to all positions [V, 2].
Matrix<float> align(const Alignment& alignment, const MatrixRef& positions);

/// Aligns a frame with the last one, which may contain other words. The alignment is computed from
/// the ids that both frames contain. previous: [previous_ids, 2], current: [current_ids, 2].
Matrix<float> align_frame(std::span<const std::int32_t> previous_ids, const MatrixRef& previous,
                          std::span<const std::int32_t> current_ids, const MatrixRef& current,
                          AlignScale scale = AlignScale::kKeep);

}  // namespace preformer
