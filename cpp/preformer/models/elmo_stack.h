// One direction of ELMo: a stack of LSTMs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "preformer/models/elmo_shape.h"
#include "preformer/nn/dropout.h"

namespace preformer {

/// What backward needs from the forward call of one LSTM.
template <class S>
struct ElmoLayerCache {
  View<const S> in, out;  // in_k and out_k, [T·B, D]
  Matrix<S> mask;         // of the dropout, if active
  Matrix<S> dropped;      // in_k, if dropout is active
  Matrix<S> sum;          // out_k, if a skip connection adds in_k
  LstmCache<S> lstm;
};

/// What backward needs from one forward call. Its views point into its own matrices; moving it
/// keeps them valid, copying is not allowed.
template <class S>
struct ElmoStackCache {
  ElmoStackCache() = default;
  ElmoStackCache(ElmoStackCache&&) = default;
  ElmoStackCache& operator=(ElmoStackCache&&) = default;

  std::vector<ElmoLayerCache<S>> layers;
  Matrix<S> mask, dropped;  // of the top
  Matrix<S> dout, din;      // used by backward only
};

/// For k = 1 … L, with out_0 the token vectors X:
///
///   in_k  = dropout(out_{k−1})
///   out_k = LSTM_k(in_k) + in_k         the skip connection only from k = 2 on
///   top   = dropout(out_L)              the softmax's input; out_L itself without dropout
///
/// In this order because bilm-tf wraps the LSTM in the residual, and that in dropout: the skip
/// connection adds the input after dropout. out_k is layer k of ELMo.
template <class S>
class ElmoStack {
 public:
  PREFORMER_COLD ElmoStack(const std::string& name, const ElmoShape& shape, Rng& rng)
      : skip_(shape.use_skip_connections), dropout_(shape.dropout) {
    const Index dims = shape.projection_dim;
    for (Index k = 0; k < shape.n_layers; ++k) {
      lstms_.emplace_back(name + ".lstm" + std::to_string(k + 1), dims, shape.dim,
                          shape.projects() ? dims : 0, shape.lstm(), rng);
    }
  }

  /// X: [T·B, D] → top. `states`: one per layer, the start of the batch, replaced by its end; null
  /// starts from zero. `rng` draws the dropout; null for evaluation.
  View<const S> forward(View<const S> x, Index batch, std::vector<LstmState<S>>* states, Rng* rng,
                        ElmoStackCache<S>& cache) const {
    eigen_assert(states == nullptr || states->size() == lstms_.size());
    cache.layers.resize(lstms_.size());
    View<const S> out = x;
    for (std::size_t k = 0; k < lstms_.size(); ++k) {
      LstmState<S>* const state = states == nullptr ? nullptr : &(*states)[k];
      out = forward_layer(k, out, batch, state, rng, cache.layers[k]);
    }
    return drops(rng) ? drop(out, *rng, cache.mask, cache.dropped) : out;
  }

  /// One LSTM only, k from 0: out_{k−1} → out_k.
  View<const S> forward_layer(std::size_t k, View<const S> below, Index batch, LstmState<S>* state,
                              Rng* rng, ElmoLayerCache<S>& layer) const {
    layer.in = drops(rng) ? drop(below, *rng, layer.mask, layer.dropped) : below;
    layer.out = lstms_[k].forward(layer.in, batch, state, layer.lstm);
    if (state != nullptr) lstms_[k].final_state(batch, layer.lstm, *state);
    if (skips(k)) {
      layer.sum.resize(below.rows, layer.out.cols);
      for (Index i = 0; i < layer.sum.size(); ++i) {
        layer.sum.data()[i] = layer.out.data[i] + layer.in.data[i];
      }
      layer.out = view(std::as_const(layer.sum));
    }
    return layer.out;
  }

  /// Overwrites `dtop` [T·B, D]. `dropped`: whether forward was given an `rng`.
  void backward(Index batch, bool dropped, Matrix<S>& dtop, ElmoStackCache<S>& cache, View<S> dx) {
    if (dropped && dropout_.active()) dropout_.backward(cache.mask, dtop, dtop);
    std::swap(cache.dout, dtop);
    for (std::size_t k = lstms_.size(); k-- > 0;) {
      backward_layer(k, batch, dropped, cache.dout, cache.layers[k], cache.din);
      std::swap(cache.dout, cache.din);
    }
    eigen_assert(dx.rows == cache.dout.rows() && dx.cols == cache.dout.cols());
    for (Index row = 0; row < dx.rows; ++row) {
      std::copy_n(&cache.dout(row, 0), dx.cols, dx.data + row * dx.row_stride);
    }
  }

  /// One LSTM only: ∂loss/∂out_k → ∂loss/∂out_{k−1}.
  void backward_layer(std::size_t k, Index batch, bool dropped, const Matrix<S>& dout,
                      ElmoLayerCache<S>& layer, Matrix<S>& din) {
    din.resize(dout.rows(), dout.cols());
    lstms_[k].backward(layer.in, batch, view(dout), layer.lstm, view(din));
    if (skips(k)) din += dout;
    if (dropped && dropout_.active()) dropout_.backward(layer.mask, din, din);
  }

  /// Zeros, one state per layer.
  std::vector<LstmState<S>> zero_states(Index batch) const {
    std::vector<LstmState<S>> states;
    states.reserve(lstms_.size());
    for (const Lstm<S>& lstm : lstms_) {
      states.push_back(
          {Matrix<S>::Zero(batch, lstm.cells()), Matrix<S>::Zero(batch, lstm.hidden())});
    }
    return states;
  }

  std::vector<Parameter<S>*> parameters() {
    std::vector<Parameter<S>*> all;
    for (Lstm<S>& lstm : lstms_) {
      for (Parameter<S>* p : lstm.parameters()) all.push_back(p);
    }
    return all;
  }
  /// Those of LSTM k only.
  std::vector<Parameter<S>*> parameters(std::size_t k) { return lstms_[k].parameters(); }

 private:
  bool skips(std::size_t k) const { return skip_ && k > 0; }
  bool drops(const Rng* rng) const { return rng != nullptr && dropout_.active(); }

  View<const S> drop(View<const S> x, Rng& rng, Matrix<S>& mask, Matrix<S>& dropped) const {
    dropout_.forward(x, rng, mask, dropped);
    return view(std::as_const(dropped));
  }

  bool skip_;
  Dropout<S> dropout_;
  std::vector<Lstm<S>> lstms_;
};

}  // namespace preformer
