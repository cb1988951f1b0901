#include "preformer/query/procrustes.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "preformer/base/error.h"
#include "preformer/base/sort.h"

namespace preformer {
namespace {

void need_plane(const MatrixRef& positions) {
  if (positions.cols() == 2) return;
  throw Error(ErrorCode::kBadParameter, "Only maps of two dimensions can be aligned.",
              {"components", std::to_string(positions.cols()), "2"});
}

void centroid(const MatrixRef& positions, double centre[2]) {
  for (int d = 0; d < 2; ++d) {
    double sum = 0;
    for (Index i = 0; i < positions.rows(); ++i) sum += static_cast<double>(positions(i, d));
    centre[d] = positions.rows() > 0 ? sum / static_cast<double>(positions.rows()) : 0.0;
  }
}

}  // namespace

// With centred A (current) and B (previous), |A R − B|² is least where tr(Rᵀ M), M = Aᵀ B, is most.
// In the plane that needs no SVD. A rotation [[c, s],[−s, c]] gives c (m00 + m11) + s (m01 − m10),
// a reflection [[c, s],[s, −c]] gives c (m00 − m11) + s (m01 + m10): each is most, and equal to the
// length of its bracketed pair, for (c, s) along that pair. The longer of the two wins.
Alignment procrustes(const MatrixRef& previous, const MatrixRef& current, AlignScale scale) {
  need_plane(previous);
  need_plane(current);
  if (previous.rows() != current.rows()) {
    throw Error(ErrorCode::kBadParameter, "Both frames must hold the same words.",
                {"positions", std::to_string(current.rows()), std::to_string(previous.rows())});
  }
  Alignment a;
  centroid(current, a.from);
  centroid(previous, a.to);

  double m[2][2] = {{0, 0}, {0, 0}}, spread_current = 0, spread_previous = 0;
  for (Index i = 0; i < current.rows(); ++i) {
    const double x[2] = {current(i, 0) - a.from[0], current(i, 1) - a.from[1]};
    const double y[2] = {previous(i, 0) - a.to[0], previous(i, 1) - a.to[1]};
    for (int j = 0; j < 2; ++j) {
      for (int k = 0; k < 2; ++k) m[j][k] += x[j] * y[k];
      spread_current += x[j] * x[j];
      spread_previous += y[j] * y[j];
    }
  }

  const double turn[2] = {m[0][0] + m[1][1], m[0][1] - m[1][0]};
  const double flip[2] = {m[0][0] - m[1][1], m[0][1] + m[1][0]};
  const double turn_gain = std::sqrt(turn[0] * turn[0] + turn[1] * turn[1]);
  const double flip_gain = std::sqrt(flip[0] * flip[0] + flip[1] * flip[1]);
  const double scale_of_noise = 1e-12 * std::sqrt(spread_current * spread_previous);
  // A reflection must be better by more than rounding: points on one line fit both alike.
  const bool reflect = flip_gain > turn_gain + scale_of_noise;
  const double gain = reflect ? flip_gain : turn_gain;
  if (!(gain > scale_of_noise)) return a;

  const double c = (reflect ? flip[0] : turn[0]) / gain, s = (reflect ? flip[1] : turn[1]) / gain;
  a.r[0][0] = c;
  a.r[0][1] = s;
  a.r[1][0] = reflect ? s : -s;
  a.r[1][1] = reflect ? -c : c;
  if (scale == AlignScale::kFit) a.scale = gain / spread_current;
  return a;
}

Matrix<float> align(const Alignment& a, const MatrixRef& positions) {
  need_plane(positions);
  Matrix<float> moved(positions.rows(), 2);
  for (Index i = 0; i < positions.rows(); ++i) {
    const double x = positions(i, 0) - a.from[0], y = positions(i, 1) - a.from[1];
    for (int d = 0; d < 2; ++d) {
      moved(i, d) = static_cast<float>(a.scale * (x * a.r[0][d] + y * a.r[1][d]) + a.to[d]);
    }
  }
  return moved;
}

Matrix<float> align_frame(std::span<const std::int32_t> previous_ids, const MatrixRef& previous,
                          std::span<const std::int32_t> current_ids, const MatrixRef& current,
                          AlignScale scale) {
  const std::vector<std::size_t> rows =  // of the previous frame, by id
      sorted_indices(previous_ids.size(), [&](std::size_t a, std::size_t b) {
        return previous_ids[a] < previous_ids[b];
      });
  std::vector<std::pair<Index, Index>> shared;  // rows of previous, current
  for (std::size_t i = 0; i < current_ids.size(); ++i) {
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), current_ids[i],
                         [&](std::size_t row, std::int32_t id) { return previous_ids[row] < id; });
    if (found != rows.end() && previous_ids[*found] == current_ids[i]) {
      shared.emplace_back(static_cast<Index>(*found), static_cast<Index>(i));
    }
  }
  // Nothing shared: a new map, shown as it comes.
  if (shared.empty()) return current;
  Matrix<float> before(static_cast<Index>(shared.size()), 2), now(before.rows(), 2);
  for (Index i = 0; i < before.rows(); ++i) {
    before.row(i) = previous.row(shared[static_cast<std::size_t>(i)].first);
    now.row(i) = current.row(shared[static_cast<std::size_t>(i)].second);
  }
  return align(procrustes(before, now, scale), current);
}

}  // namespace preformer
