// The loss of one sentence of an ELMo with one number moved on the way. The LSTMs read step by
// step, so that a number of a single time step can be moved; tests compare it with the trace.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "preformer/inside/elmo_trace.h"
#include "preformer/inside/nudge.h"

namespace preformer {

namespace detail {

/// One LSTM with its skip connection over the rows of `x`, one call a step.
template <class S>
Matrix<S> read_step_by_step(ElmoStack<S>& stack, std::size_t k, const std::string& name,
                            const Matrix<S>& x, const Nudge<S>& nudge) {
  Matrix<S>& bias = stack.parameters(k)[1]->value;
  LstmState<S> state = stack.zero_states(1)[k];
  ElmoLayerCache<S> cache;
  Matrix<S> out(x.rows(), x.cols());
  for (Index t = 0; t < x.rows(); ++t) {
    // z = x W + h U + b: to move z at this step is to move b for this step.
    const bool gate = nudge.entry.name == name + "gates" && nudge.entry.row == t;
    const Matrix<S> now = x.row(t), kept = bias;
    if (gate) bias(0, nudge.entry.col) += nudge.by;
    out.row(t) = matrix_of(stack.forward_layer(k, view(now), 1, &state, nullptr, cache)).row(0);
    if (gate) bias = kept;
    if (nudge.entry.name == name + "hidden" && nudge.entry.row == t) {
      state.hidden(0, nudge.entry.col) += nudge.by;  // what the next step reads
      out(t, nudge.entry.col) += nudge.by;           // and the layer above
    }
  }
  nudge.apply(name + "out", out);
  return out;
}

}  // namespace detail

/// The mean loss over the 2(n + 1) predictions, as in trace_elmo. Numbers that can be moved,
/// besides parameters: "forward.tokens", "forward.lstm1.gates" (before σ and tanh),
/// "forward.lstm1.hidden", "forward.lstm1.out", "forward.logits", and those of "backward".
template <class S>
double elmo_loss(Elmo<S>& model, std::span<const std::int32_t> sentence, const Nudge<S>& nudge) {
  double nats = 0;
  for (const Direction direction : {kForward, kBackward}) {
    const std::string name = direction == kForward ? "forward." : "backward.";
    TokenSequence sequence;
    read_sentences({static_cast<Index>(sentence.size()), 1, sentence}, direction,
                   static_cast<std::int32_t>(model.shape().vocabulary), sequence);
    ElmoTokensCache<S> tokens;
    Matrix<S> x, logits;
    model.tokens().forward(sequence.inputs, tokens, x);
    nudge.apply(name + "tokens", x);
    for (std::size_t k = 0; k < static_cast<std::size_t>(model.shape().n_layers); ++k) {
      x = detail::read_step_by_step(model.stack(direction), k, detail::layer_name(direction, k), x,
                                    nudge);
    }
    model.softmax().forward(view(std::as_const(x)), logits);
    nudge.apply(name + "logits", logits);
    for (Index t = 0; t < logits.rows(); ++t) {
      const double target = logits(t, sequence.targets[static_cast<std::size_t>(t)]);
      nats += softmax_row(logits.row(t).data(), logits.cols()) - target;
    }
  }
  return nats / (2.0 * static_cast<double>(sentence.size() + 1));
}

}  // namespace preformer
