// The update of several Word2Vec windows as one minibatch. Each centre word has inputs of its own;
// the negative samples are shared. All gradients are computed from the old values, then all updates
// are made.
//
//   positives   f_wp = o_w · x_p      for the inputs p of centre word w; label 1
//   negatives   F    = N Xᵀ           [K, P]; label 0
//   loss        Σ_w Σ_p∈w softplus(−f_wp) + Σ_p weight_p Σ_k softplus(F_kp)
//   residuals   R = −∂loss/∂F
//   step        x_p += α (Σ_w r_wp o_w + Σ_k R_kp n_k)
//               o_w += α Σ_p r_wp x_p      n_k += α Σ_p R_kp x_p
//
// weight_p is the number of windows that input p is part of. So input and negative sample are
// multiplied once, however many windows they have in common. A centre word is no negative sample of
// its own window: where it was drawn, its inputs weigh one window less.
#pragma once

#include <algorithm>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/kernels/add_scaled.h"
#include "preformer/kernels/both_products.h"
#include "preformer/kernels/losses.h"
#include "preformer/kernels/row_products.h"

namespace preformer {

/// What a step trains on. Kept from step to step, so that a step allocates nothing.
template <class S>
struct StepGroup {
  std::vector<S*> inputs;     // x_p, [P]; rows may repeat, here and below
  std::vector<S> weights;     // [P]
  std::vector<S*> centres;    // o_w, [G]
  std::vector<Index> pairs;   // the numbers of the inputs of o_0, of o_1, …
  std::vector<Index> ends;    // [G]: where those of o_w end
  std::vector<S*> negatives;  // n_k, [K]

  void clear() {
    inputs.clear();
    weights.clear();
    centres.clear();
    pairs.clear();
    ends.clear();
  }
};

template <class S>
class GroupStep {
 public:
  /// Updates X, O and N. Returns the loss in nats.
  [[gnu::noinline]] double run(const StepGroup<S>& group, Index dims, S alpha) {
    dims_ = dims;
    inputs_ = size(group.inputs);
    stride_ = whole_vectors(inputs_);
    point(group);
    compute_logits(group);
    const double loss = compute_residuals(group, alpha);
    update(group);
    return loss;
  }

 private:
  /// A centre word that was drawn as a negative sample, and one input of its window.
  struct Excluded {
    Index at;  // in shared_
    S logit;
  };

  template <class T>
  static Index size(const std::vector<T>& v) {
    return static_cast<Index>(v.size());
  }
  static Index whole_vectors(Index numbers) {
    constexpr Index W = Simd<S>::kWidth;
    return (numbers + W - 1) / W * W;
  }

  S* dx(Index input) { return dx_.data() + input * dims_; }

  PREFORMER_COLD void point(const StepGroup<S>& group) {
    const Index outputs = size(group.centres) + size(group.negatives);
    dx_.assign(static_cast<std::size_t>(inputs_ * dims_), S(0));
    dout_.resize(static_cast<std::size_t>(outputs * dims_));
    dx_rows_.clear();
    dout_rows_.clear();
    pair_inputs_.clear();
    pair_dx_.clear();
    for (Index p = 0; p < inputs_; ++p) dx_rows_.push_back(dx(p));
    for (Index n = 0; n < outputs; ++n) dout_rows_.push_back(dout_.data() + n * dims_);
    for (const Index p : group.pairs) {
      pair_inputs_.push_back(group.inputs[static_cast<std::size_t>(p)]);
      pair_dx_.push_back(dx(p));
    }
  }

  /// Calls f(w, first, count) for every centre word: its inputs' places in `pairs`.
  template <class F>
  static void for_centres(const StepGroup<S>& group, F&& f) {
    Index first = 0;
    for (std::size_t w = 0; w < group.centres.size(); ++w) {
      f(w, first, group.ends[w] - first);
      first = group.ends[w];
    }
  }

  PREFORMER_COLD void compute_logits(const StepGroup<S>& group) {
    const Index negatives = size(group.negatives);
    shared_.resize(static_cast<std::size_t>(negatives * stride_));
    row_dots<S>({group.negatives.data(), negatives}, {group.inputs.data(), inputs_}, dims_,
                shared_.data(), stride_);
    for (Index k = 0; k < negatives; ++k) {
      std::fill(shared_.data() + k * stride_ + inputs_, shared_.data() + (k + 1) * stride_, S(0));
    }

    constexpr S kNoLoss = 1000;  // softplus(−1000) is 0
    own_.assign(static_cast<std::size_t>(whole_vectors(size(group.pairs))), kNoLoss);
    for_centres(group, [&](std::size_t w, Index first, Index count) {
      row_dots<S>({&group.centres[w], 1}, {pair_inputs_.data() + first, count}, dims_,
                  own_.data() + first, count);
    });
  }

  /// Turns logits into residuals times α. Returns the loss.
  PREFORMER_COLD double compute_residuals(const StepGroup<S>& group, S alpha) {
    weights_.assign(static_cast<std::size_t>(stride_), S(0));
    scales_.assign(static_cast<std::size_t>(stride_), S(0));
    for (std::size_t p = 0; p < group.inputs.size(); ++p) {
      weights_[p] = group.weights[p];
      scales_[p] = group.weights[p] * alpha;
    }
    find_excluded(group);
    double loss = positive_residuals(own_.data(), size(own_)) +
                  negative_residuals(shared_.data(), size(group.negatives), stride_,
                                     weights_.data(), scales_.data());
    for (std::size_t n = 0; n < group.pairs.size(); ++n) {
      own_[n] *= alpha;
    }
    for (const Excluded& one : excluded_) {
      loss -= double(math::softplus(one.logit));
      shared_[static_cast<std::size_t>(one.at)] += alpha * math::sigmoid(one.logit);
    }
    return loss;
  }

  PREFORMER_COLD void find_excluded(const StepGroup<S>& group) {
    excluded_.clear();
    for (Index k = 0; k < size(group.negatives); ++k) {
      for_centres(group, [&](std::size_t w, Index first, Index count) {
        if (group.centres[w] != group.negatives[static_cast<std::size_t>(k)]) return;
        for (Index n = first; n < first + count; ++n) {
          const Index p = group.pairs[static_cast<std::size_t>(n)], at = k * stride_ + p;
          excluded_.push_back({at, shared_[static_cast<std::size_t>(at)]});
        }
      });
    }
  }

  PREFORMER_COLD void update(const StepGroup<S>& group) {
    const Index centres = size(group.centres), negatives = size(group.negatives);
    both_products<S>(shared_.data(), 1, stride_, {group.inputs.data(), inputs_},
                     {group.negatives.data(), negatives}, dims_, dx_rows_.data(),
                     dout_rows_.data() + centres);
    for_centres(group, [&](std::size_t w, Index first, Index count) {
      both_products<S>(own_.data() + first, 1, 0, {pair_inputs_.data() + first, count},
                       {&group.centres[w], 1}, dims_, pair_dx_.data() + first, &dout_rows_[w]);
    });
    add_rows(group.inputs.data(), inputs_, dx_.data(), dims_);
    add_rows(group.centres.data(), centres, dout_.data(), dims_);
    add_rows(group.negatives.data(), negatives, dout_.data() + centres * dims_, dims_);
  }

  Index dims_ = 0;          // D
  Index inputs_ = 0;        // P
  Index stride_ = 0;        // P, rounded up to whole vectors
  std::vector<S> own_;      // logits, then residuals of the pairs
  std::vector<S> shared_;   // [K, stride]
  std::vector<S> weights_;  // [stride]; 0 behind the last input
  std::vector<S> scales_;   // [stride]: α · weight
  std::vector<Excluded> excluded_;
  std::vector<S> dx_, dout_;  // [P, D], [G + K, D]
  std::vector<S*> pair_inputs_, pair_dx_, dx_rows_, dout_rows_;
};

}  // namespace preformer
