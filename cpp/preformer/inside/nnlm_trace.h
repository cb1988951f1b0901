// An NNLM, one example at a time (models/nnlm.h has the equations).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "preformer/base/fast_math.h"
#include "preformer/inside/nudge.h"
#include "preformer/inside/trace.h"
#include "preformer/models/nnlm.h"
#include "preformer/nn/softmax_cross_entropy.h"

namespace preformer {

namespace detail {

/// Loss and probabilities of one prediction; what was computed on the way is put into the trace.
template <class S>
struct NnlmForward {
  Matrix<S> lookup;         // [c, D], which read as [1, c·D] is x
  Matrix<S> before;         // o = d + H x, [1, h]
  Matrix<S> hidden;         // a = tanh o, [1, h]
  Matrix<S> logits;         // y, [1, V+2]
  Matrix<S> probabilities;  // [1, V+2]
  double loss = 0;

  View<const S> x() const { return {lookup.data(), 1, lookup.size(), lookup.size(), 1}; }

  void run(Nnlm<S>& model, std::span<const std::int32_t> context, std::int32_t target,
           const Nudge<S>& nudge = {}) {
    model.lookup().forward(context, lookup);
    nudge.apply("lookup", lookup);
    model.hidden().forward(x(), before);
    nudge.apply("hidden.before", before);
    hidden = before.unaryExpr([](S value) { return math::tanh<S>(value); });
    nudge.apply("hidden", hidden);
    model.output().forward(hidden, logits);
    if (model.direct() != nullptr) model.direct()->forward(x(), logits, Into::kAdd);
    nudge.apply("logits", logits);
    probabilities = logits;
    loss = softmax_row(probabilities.data(), probabilities.size()) - double(logits(0, target));
  }
};

}  // namespace detail

/// Follows the prediction of `target` after `context` ([c] token ids, oldest first, padded with
/// <s>) and takes one step of plain gradient descent with rate `alpha` on it. Training takes
/// batches and an optimiser of its own; on a batch of this one example its gradients are these.
///
/// `model` is a copy: its gradients are overwritten and its weights moved.
template <class S>
Trace<S> trace_nnlm(Nnlm<S>& model, std::span<const std::int32_t> context, std::int32_t target,
                    S alpha) {
  Trace<S> trace;
  const auto parameters = model.parameters();
  for (Parameter<S>* p : parameters) p->zero_grad();
  const std::vector<std::int32_t> words(context.begin(), context.end());

  detail::NnlmForward<S> forward;
  forward.run(model, context, target);
  trace.loss = forward.loss;
  trace.add_forward("lookup", forward.lookup, words);
  trace.add_forward("hidden.before", forward.before);
  trace.add_forward("hidden", forward.hidden);
  trace.add_forward("logits", forward.logits);
  trace.add_forward("probabilities", forward.probabilities);

  // dy = p − onehot     da = dy U     do = (1 − a²) ∘ da     dx = do H (+ dy W)
  Matrix<S> dy = forward.logits, da, dx(forward.lookup.rows(), forward.lookup.cols());
  softmax_cross_entropy(dy, {&target, 1}, S(1));
  model.output().backward(forward.hidden, dy, da);
  Matrix<S> before = da;
  before.array() *= S(1) - forward.hidden.array().square();
  const View<S> into{dx.data(), 1, dx.size(), dx.size(), 1};
  model.hidden().backward(forward.x(), before, into);
  if (model.direct() != nullptr) model.direct()->backward(forward.x(), dy, into, Into::kAdd);
  model.lookup().backward(context, dx);
  trace.add_backward("logits", dy);
  trace.add_backward("hidden", da);
  trace.add_backward("hidden.before", before);
  trace.add_backward("lookup", dx, words);
  add_parameter_gradients(parameters, trace);

  descend(parameters, alpha, trace);
  forward.run(model, context, target);
  trace.loss_after = forward.loss;
  trace.add_forward("probabilities.after", forward.probabilities);
  return trace;
}

}  // namespace preformer
