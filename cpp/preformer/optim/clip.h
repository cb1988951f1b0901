// Clipping: gradients whose norm is too large are scaled down by one common factor, which keeps
// their direction.
#pragma once

#include <cmath>

#include "preformer/optim/optimiser.h"

namespace preformer {

/// ‖g‖ over all parameters that are not frozen, in double precision, added in a fixed order.
template <class S>
double global_norm(std::span<Parameter<S>* const> parameters) {
  double sums[4] = {};  // four sums, because each addition waits for the previous one
  for (const Parameter<S>* p : parameters) {
    if (p->frozen) continue;
    for_live_entries(*p, [&](Index first, Index count) {
      const S* g = p->grad.data() + first;
      Index i = 0;
      for (; i + 4 <= count; i += 4) {
        for (Index k = 0; k < 4; ++k) sums[k] += double(g[i + k]) * double(g[i + k]);
      }
      for (; i < count; ++i) sums[0] += double(g[i]) * double(g[i]);
    });
  }
  return std::sqrt((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

/// If ‖g‖ > max_norm:  g *= max_norm / ‖g‖  (tf.clip_by_global_norm). Returns ‖g‖ before clipping.
/// max_norm 0 means no clipping; the norm is then not computed, and 0 is returned.
template <class S>
double clip_by_global_norm(std::span<Parameter<S>* const> parameters, double max_norm) {
  if (max_norm <= 0) return 0;
  const double norm = global_norm(parameters);
  if (!(norm > max_norm)) return norm;
  const S factor = static_cast<S>(max_norm / norm);
  for (Parameter<S>* p : parameters) {
    if (p->frozen) continue;
    for_live_entries(*p, [&](Index first, Index count) {
      S* g = p->grad.data() + first;
      for (Index i = 0; i < count; ++i) g[i] *= factor;
    });
  }
  return norm;
}

}  // namespace preformer
