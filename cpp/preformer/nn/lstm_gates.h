// The elementwise half of an LSTM step: everything but the matrix products (nn/lstm.h has the
// equations). The functions are small and called once per time step, so WebAssembly engines switch
// to their optimised code early.
#pragma once

#include "preformer/base/fast_math.h"
#include "preformer/base/matrix.h"

namespace preformer::detail {

/// The inputs and outputs of the gates at one time step, for B sequences of C cells.
template <class S>
struct GateStep {
  Index batch, cells;
  S forget_bias, clip;  // clip 0: no clipping

  S* gates;              // [B, 4C]  forward: z → i, j, f, o;  backward: those → dz
  const S* bias;         // [1, 4C]
  const S* cell_before;  // [B, C]   c_{t−1}
  S* cell;               // [B, C]   c_t
  S* tanh_cell;          // [B, C]   tanh c_t
};

/// min(max(x, −clip), clip), for a vector or a single number.
template <class V, class S>
inline V clipped(V x, S clip) {
  const V high = V{} + clip, low = V{} - clip;
  x = x < low ? low : x;
  return x > high ? high : x;
}

/// `dx` where |x| < clip, 0 where x was clipped: the derivative of clipped().
template <class V, class S>
inline V where_not_clipped(V dx, V x, S clip) {
  const V high = V{} + clip, low = V{} - clip, zero = V{};
  dx = x > low ? dx : zero;
  return x < high ? dx : zero;
}

template <class V, class S>
inline V read(const S* from) {
  V v;
  std::memcpy(&v, from, sizeof v);
  return v;
}
template <class V, class S>
inline void write(S* to, V v) {
  std::memcpy(to, &v, sizeof v);
}

/// z ← σ(z + bias + shift) or tanh(z + bias), C numbers. These are loops of their own because one
/// number's chain of operations is long: in a plain loop a processor overlaps several of them.
template <class S>
[[gnu::noinline]] void sigmoid_block(S* z, const S* bias, S shift, Index count) {
  constexpr int W = Simd<S>::kWidth;
  Index c = 0;
  for (; c + W <= count; c += W) {
    store<S>(z + c, math::sigmoid<S>(load<S>(z + c) + load<S>(bias + c) + shift));
  }
  for (; c < count; ++c) z[c] = math::sigmoid<S>(z[c] + bias[c] + shift);
}
template <class S>
[[gnu::noinline]] void tanh_block(S* z, const S* bias, Index count) {
  constexpr int W = Simd<S>::kWidth;
  Index c = 0;
  for (; c + W <= count; c += W) {
    store<S>(z + c, math::tanh<S>(load<S>(z + c) + load<S>(bias + c)));
  }
  for (; c < count; ++c) z[c] = math::tanh<S>(z[c] + bias[c]);
}

/// One sequence, from cell c on: as many cells as V has lanes. V is a vector or a single number.
template <class V, class S>
inline void cell_forward(const GateStep<S>& step, const S* gates, const S* before, S* cell,
                         S* tanh_cell, S* out, Index c) {
  const Index C = step.cells;
  const V i = read<V>(gates + c), j = read<V>(gates + C + c), f = read<V>(gates + 2 * C + c),
          o = read<V>(gates + 3 * C + c);
  V state = f * read<V>(before + c) + i * j;
  if (step.clip > S(0)) state = clipped(state, step.clip);
  const V squashed = math::tanh<S>(state);
  write(cell + c, state);
  write(tanh_cell + c, squashed);
  write(out + c, V(o * squashed));
}

/// c_t = clip(σ(z_f + forget_bias)∘c_{t−1} + σ(z_i)∘tanh(z_j)),  out = σ(z_o)∘tanh c_t  [B, C].
template <class S>
[[gnu::noinline]] void lstm_gates_forward(const GateStep<S>& step, S* out) {
  constexpr int W = Simd<S>::kWidth;
  const Index C = step.cells;
  const S* const bias = step.bias;
  for (Index b = 0; b < step.batch; ++b) {
    S* const z = step.gates + b * 4 * C;
    sigmoid_block(z, bias, S(0), C);
    tanh_block(z + C, bias + C, C);
    sigmoid_block(z + 2 * C, bias + 2 * C, step.forget_bias, C);
    sigmoid_block(z + 3 * C, bias + 3 * C, S(0), C);
    const S* const before = step.cell_before + b * C;
    S *const cell = step.cell + b * C, *const tanh_cell = step.tanh_cell + b * C;
    Index c = 0;
    for (; c + W <= C; c += W) {
      cell_forward<SimdVector<S>>(step, z, before, cell, tanh_cell, out + b * C, c);
    }
    for (; c < C; ++c) cell_forward<S>(step, z, before, cell, tanh_cell, out + b * C, c);
  }
}

template <class V, class S>
inline void gates_backward(const GateStep<S>& step, S* z, const S* before, const S* cell,
                           const S* tanh_cell, const S* dout, S* dcell, Index c) {
  const Index C = step.cells;
  const V i = read<V>(z + c), j = read<V>(z + C + c), f = read<V>(z + 2 * C + c),
          o = read<V>(z + 3 * C + c);
  const V squashed = read<V>(tanh_cell + c), d = read<V>(dout + c);
  // out = o ∘ tanh c
  const V d_o = d * squashed;
  V dc = read<V>(dcell + c) + d * o * (S(1) - squashed * squashed);
  if (step.clip > S(0)) dc = where_not_clipped(dc, read<V>(cell + c), step.clip);
  // c = f ∘ c_before + i ∘ j
  const V d_i = dc * j, d_j = dc * i, d_f = dc * read<V>(before + c);
  write(dcell + c, V(dc * f));
  // σ' = σ (1 − σ),  tanh' = 1 − tanh²
  write(z + c, V(d_i * i * (S(1) - i)));
  write(z + C + c, V(d_j * (S(1) - j * j)));
  write(z + 2 * C + c, V(d_f * f * (S(1) - f)));
  write(z + 3 * C + c, V(d_o * o * (S(1) - o)));
}

/// Takes dout = ∂loss/∂out [B, C], and in dcell [B, C] the part of ∂loss/∂c_t that comes from step
/// t + 1. Afterwards the gates hold dz, and dcell holds that part of ∂loss/∂c_{t−1}.
template <class S>
[[gnu::noinline]] void lstm_gates_backward(const GateStep<S>& step, const S* dout, S* dcell) {
  constexpr int W = Simd<S>::kWidth;
  const Index C = step.cells;
  for (Index b = 0; b < step.batch; ++b) {
    S* const z = step.gates + b * 4 * C;
    const S *const before = step.cell_before + b * C, *const cell = step.cell + b * C;
    const S *const tanh_cell = step.tanh_cell + b * C, *const d = dout + b * C;
    Index c = 0;
    for (; c + W <= C; c += W) {
      gates_backward<SimdVector<S>>(step, z, before, cell, tanh_cell, d, dcell + b * C, c);
    }
    for (; c < C; ++c) gates_backward<S>(step, z, before, cell, tanh_cell, d, dcell + b * C, c);
  }
}

}  // namespace preformer::detail
