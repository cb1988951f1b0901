// Initial weights. Every function draws its numbers row by row from the run's Rng; float and double
// use the same draws.
#pragma once

#include <cmath>

#include "preformer/base/cold.h"
#include "preformer/base/fast_math.h"
#include "preformer/base/matrix.h"
#include "preformer/base/rng.h"

namespace preformer {

/// [rows, cols] from U(−bound, bound).
template <class S>
PREFORMER_COLD Matrix<S> uniform(Index rows, Index cols, double bound, Rng& rng) {
  Matrix<S> m(rows, cols);
  for (Index i = 0; i < m.size(); ++i) {
    m.data()[i] = static_cast<S>(bound * (2.0 * double(rng.uniform()) - 1.0));
  }
  return m;
}

/// [out, in] from U(−√(6/(in+out)), √(6/(in+out))): keeps the variance of activations and gradients
/// from layer to layer (Glorot & Bengio 2010, eq. 16).
template <class S>
Matrix<S> glorot_uniform(Index out, Index in, Rng& rng) {
  return uniform<S>(out, in, std::sqrt(6.0 / double(in + out)), rng);
}

/// [rows, cols] from N(0, deviation²), by Marsaglia's polar method: for a point (u, v) uniform in
/// the unit disc, with s = u² + v², both u·√(−2 ln s / s) and v·√(−2 ln s / s) are normal.
template <class S>
PREFORMER_COLD Matrix<S> normal(Index rows, Index cols, double deviation, Rng& rng) {
  Matrix<S> m(rows, cols);
  for (Index i = 0; i < m.size(); i += 2) {
    double u = 0, v = 0, s = 0;
    do {
      u = 2.0 * rng.uniform_double() - 1.0;
      v = 2.0 * rng.uniform_double() - 1.0;
      s = u * u + v * v;
    } while (s >= 1.0 || s < 1e-300);
    const double factor = deviation * std::sqrt(-2.0 * math::log(s) / s);
    m.data()[i] = static_cast<S>(u * factor);
    if (i + 1 < m.size()) m.data()[i + 1] = static_cast<S>(v * factor);
  }
  return m;
}

}  // namespace preformer
