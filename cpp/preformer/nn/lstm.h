// Long short-term memory (Hochreiter & Schmidhuber 1997; forget gate: Gers, Schmidhuber & Cummins
// 2000; projection: Sak, Senior & Beaufays 2014, arXiv:1402.1128), as ELMo uses it.
//
// A cell c stores the memory. Three gates, numbers in (0, 1), control what is written to it, kept
// in it and read from it. For one sequence at time t, with input x_t and previous output h_{t−1}:
//
//   z   = x_t W + h_{t−1} U + b           [4C] = four blocks of C: z_i, z_j, z_f, z_o
//   i   = σ(z_i)                          input gate: how much of the candidate is written
//   j   = tanh(z_j)                       candidate
//   f   = σ(z_f + forget_bias)            forget gate: how much of the old cell is kept
//   o   = σ(z_o)                          output gate: how much of the cell is read
//   c_t = clip(f∘c_{t−1} + i∘j, cell_clip)
//   m_t = o∘tanh(c_t)
//   h_t = clip(m_t P, proj_clip)          without a projection: h_t = m_t
//
// While f ≈ 1 the gradient passes back through f∘c almost unchanged, so an LSTM can remember over
// many steps. forget_bias = 1 gives f ≈ 0.73 from the start (Jozefowicz et al. 2015).
//
// Names, gate order, clipping and weight layout are those of TensorFlow's LSTMCell and hence of
// bilm-tf: kernel = [W; U].
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "preformer/kernels/add_scaled.h"
#include "preformer/kernels/gemm.h"
#include "preformer/nn/initialisers.h"
#include "preformer/nn/lstm_gates.h"
#include "preformer/nn/parameter.h"

namespace preformer {

struct LstmOptions {
  double forget_bias = 1.0;  // TensorFlow's LSTMCell
  double cell_clip = 3.0;    // bilm-tf, train_elmo.py; 0: no clipping
  double proj_clip = 3.0;    // bilm-tf, train_elmo.py; 0: no clipping. Applies to a projection only
};

/// The state of a batch of sequences, from which a later call can continue.
template <class S>
struct LstmState {
  Matrix<S> cell;    // [B, C]
  Matrix<S> hidden;  // [B, H]
};

/// What backward needs from one forward call. A cache serves one call at a time. Reusing it for
/// calls of the same shapes allocates nothing.
template <class S>
struct LstmCache {
  Matrix<S> gates;      // [T·B, 4C]     i, j, f, o; after backward dz
  Matrix<S> cell;       // [(T+1)·B, C]  c_0 … c_T
  Matrix<S> tanh_cell;  // [T·B, C]
  Matrix<S> shown;      // [T·B, C]      m; empty without a projection
  Matrix<S> hidden;     // [(T+1)·B, H]  h_0 … h_T
  Matrix<S> dhidden;    // [T·B, H]      this and the next two: used by backward only
  Matrix<S> dshown;     // [B, C]
  Matrix<S> dcell;      // [B, C]
  PackedMatrix<S> recurrent, projection;  // U and P, in backward their transposes
  bool from_zero = true;                  // h_0 = 0: its products are skipped
};

/// Time-major: row t·B + b of a matrix is sequence b at time t.
///   x: [T·B, in]   h: [T·B, H]   kernel: [in+H, 4C]   bias: [1, 4C]   projection P: [C, H]
template <class S>
class Lstm {
 public:
  /// `proj` = 0: no projection, H = C. Weights start Glorot-uniform, biases at 0 (TensorFlow).
  PREFORMER_COLD Lstm(const std::string& name, Index in, Index cells, Index proj,
                      const LstmOptions& options, Rng& rng)
      : in_(in),
        cells_(cells),
        hidden_(proj > 0 ? proj : cells),
        options_(options),
        kernel_{name + ".kernel", glorot_uniform<S>(in + hidden_, 4 * cells, rng)},
        bias_{name + ".bias", Matrix<S>::Zero(1, 4 * cells), /*decays=*/false},
        projection_{name + ".projection",
                    proj > 0 ? glorot_uniform<S>(cells, proj, rng) : Matrix<S>(0, 0)} {
    for (Parameter<S>* p : parameters()) p->make_grad();
  }

  Index cells() const { return cells_; }
  Index hidden() const { return hidden_; }

  /// h_1 … h_T of T·B = x.rows steps, from `initial` (null: zeros). The view lies in the cache.
  View<const S> forward(View<const S> x, Index batch, const LstmState<S>* initial,
                        LstmCache<S>& cache) const {
    eigen_assert(x.cols == in_ && batch > 0 && x.rows % batch == 0);
    begin(x.rows, batch, initial, cache);
    const View<S> gates = view(cache.gates), hidden = view(cache.hidden);
    cache.recurrent.pack(recurrent_kernel());
    if (projected()) cache.projection.pack(view(projection_.value));
    // x W does not depend on h, so one product computes it for all time steps.
    multiply(x, input_kernel(), gates, Into::kOverwrite);
    for (Index row = 0; row < x.rows; row += batch) {
      if (row > 0 || !cache.from_zero) {
        cache.recurrent.left_multiply(read_only(hidden.rows_from(row, batch)),
                                      gates.rows_from(row, batch), Into::kAdd);
      }
      const View<S> now = hidden.rows_from(row + batch, batch);
      S* const shown = projected() ? &cache.shown(row, 0) : now.data;
      detail::lstm_gates_forward(gate_step(row, batch, cache), shown);
      if (projected()) {
        cache.projection.left_multiply(view(std::as_const(cache.shown)).rows_from(row, batch), now,
                                       Into::kOverwrite);
        if (options_.proj_clip > 0) clip(now, S(options_.proj_clip));
      }
    }
    return output(batch, cache);
  }

  /// h_1 … h_T of the call that filled `cache`.
  View<const S> output(Index batch, const LstmCache<S>& cache) const {
    return view(cache.hidden).rows_from(batch, cache.hidden.rows() - batch);
  }

  /// (c_T, h_T) of the call that filled `cache`.
  void final_state(Index batch, const LstmCache<S>& cache, LstmState<S>& state) const {
    state.cell = cache.cell.bottomRows(batch);
    state.hidden = cache.hidden.bottomRows(batch);
  }

  /// Backward through time, from T to 1. dh_t = ∂loss/∂h_t is `dy` plus dz_{t+1} Uᵀ.
  ///
  ///   h = clip(m P)         dh = 0 where clipped;  dm = dh Pᵀ,  dP += mᵀ dh
  ///   m, c, i, j, f, o      lstm_gates.h:  dm, dc → dz, dc_{t−1}
  ///   z = x W + h U + b     dx = dz Wᵀ,  dh_{t−1} += dz Uᵀ
  ///                         dW += xᵀ dz,  dU += hᵀ dz,  db += Σ dz
  ///
  /// Overwrites the cache, so each forward allows one backward. `x` is forward's input;
  /// `dx`: [T·B, in]. The initial state gets no gradient (truncated back-propagation).
  void backward(View<const S> x, Index batch, View<const S> dy, LstmCache<S>& cache, View<S> dx,
                Into into = Into::kOverwrite) {
    const Index rows = cache.gates.rows();
    eigen_assert(x.cols == in_ && dy.cols == hidden_ && dx.cols == in_);
    eigen_assert(x.rows == rows && dy.rows == rows && dx.rows == rows);
    begin_backward(batch, dy, cache);
    const View<S> dhidden = view(cache.dhidden), gates = view(cache.gates);
    for (Index row = rows - batch; row >= 0; row -= batch) {
      const View<S> dh = dhidden.rows_from(row, batch);
      const S* dshown = dh.data;
      if (projected()) {
        if (options_.proj_clip > 0) stop_where_clipped(row, batch, cache);
        cache.projection.left_multiply(read_only(dh), view(cache.dshown), Into::kOverwrite);
        dshown = cache.dshown.data();
      }
      detail::lstm_gates_backward(gate_step(row, batch, cache), dshown, cache.dcell.data());
      if (row == 0) break;
      cache.recurrent.left_multiply(read_only(gates.rows_from(row, batch)),
                                    dhidden.rows_from(row - batch, batch), Into::kAdd);
    }
    multiply(read_only(gates), input_kernel().transposed(), dx, into);
    gather(x, batch, cache);
  }

  std::vector<Parameter<S>*> parameters() {
    if (projected()) return {&kernel_, &bias_, &projection_};
    return {&kernel_, &bias_};
  }

 private:
  bool projected() const { return projection_.value.size() > 0; }
  View<const S> input_kernel() const { return view(kernel_.value).rows_from(0, in_); }
  View<const S> recurrent_kernel() const { return view(kernel_.value).rows_from(in_, hidden_); }

  detail::GateStep<S> gate_step(Index row, Index batch, LstmCache<S>& cache) const {
    return {batch,
            cells_,
            S(options_.forget_bias),
            S(options_.cell_clip),
            &cache.gates(row, 0),
            bias_.value.data(),
            &cache.cell(row, 0),
            &cache.cell(row + batch, 0),
            &cache.tanh_cell(row, 0)};
  }

  void begin(Index rows, Index batch, const LstmState<S>* initial, LstmCache<S>& cache) const {
    cache.gates.resize(rows, 4 * cells_);
    cache.cell.resize(rows + batch, cells_);
    cache.tanh_cell.resize(rows, cells_);
    cache.hidden.resize(rows + batch, hidden_);
    if (projected()) cache.shown.resize(rows, cells_);
    cache.from_zero = initial == nullptr;
    if (cache.from_zero) {
      cache.cell.topRows(batch).setZero();
      cache.hidden.topRows(batch).setZero();
    } else {
      eigen_assert(initial->cell.rows() == batch && initial->cell.cols() == cells_);
      eigen_assert(initial->hidden.rows() == batch && initial->hidden.cols() == hidden_);
      cache.cell.topRows(batch) = initial->cell;
      cache.hidden.topRows(batch) = initial->hidden;
    }
  }

  void begin_backward(Index batch, View<const S> dy, LstmCache<S>& cache) const {
    cache.dhidden.resize(dy.rows, hidden_);
    for (Index row = 0; row < dy.rows; ++row) {
      std::copy_n(dy.data + row * dy.row_stride, hidden_, &cache.dhidden(row, 0));
    }
    cache.dcell.setZero(batch, cells_);
    cache.recurrent.pack(recurrent_kernel().transposed());
    if (projected()) {
      cache.dshown.resize(batch, cells_);
      cache.projection.pack(view(std::as_const(projection_.value)).transposed());
    }
  }

  static void clip(View<S> h, S limit) {
    for (Index i = 0; i < h.rows * h.cols; ++i) h.data[i] = detail::clipped(h.data[i], limit);
  }

  void stop_where_clipped(Index row, Index batch, LstmCache<S>& cache) const {
    const S* const h = &cache.hidden(row + batch, 0);
    S* const dh = &cache.dhidden(row, 0);
    for (Index i = 0; i < batch * hidden_; ++i) {
      dh[i] = detail::where_not_clipped(dh[i], h[i], S(options_.proj_clip));
    }
  }

  /// The parameters' gradients, for all time steps at once. The rows of `gates` now hold
  /// dz_1 … dz_T, and the first T·B rows of `hidden` hold h_0 … h_{T−1}.
  void gather(View<const S> x, Index batch, const LstmCache<S>& cache) {
    const View<const S> dz = view(cache.gates);
    if (!kernel_.frozen) {
      const View<S> grad = view(kernel_.grad);
      multiply(x.transposed(), dz, grad.rows_from(0, in_), Into::kAdd);
      const Index first = cache.from_zero ? batch : 0;
      const Index rows = dz.rows - first;
      multiply(view(cache.hidden).rows_from(first, rows).transposed(), dz.rows_from(first, rows),
               grad.rows_from(in_, hidden_), Into::kAdd);
    }
    if (!bias_.frozen) {
      for (Index row = 0; row < dz.rows; ++row) {
        add_scaled(bias_.grad.data(), dz.data + row * dz.row_stride, S(1), dz.cols);
      }
    }
    if (projected() && !projection_.frozen) {
      multiply(view(cache.shown).transposed(), view(cache.dhidden), view(projection_.grad),
               Into::kAdd);
    }
  }

  Index in_, cells_, hidden_;
  LstmOptions options_;
  Parameter<S> kernel_, bias_, projection_;
};

}  // namespace preformer
