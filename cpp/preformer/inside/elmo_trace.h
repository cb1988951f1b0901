// ELMo, one sentence at a time: both directions, layer by layer (models/elmo.h, nn/lstm.h).
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "preformer/inside/trace.h"
#include "preformer/models/elmo.h"
#include "preformer/nn/scalar_mix.h"
#include "preformer/nn/softmax_cross_entropy.h"

namespace preformer {

namespace detail {

/// One direction read without dropout, and the softmax on top of it. T = n + 1 steps.
template <class S>
struct DirectionForward {
  TokenSequence sequence;  // what is read and what is to be guessed, [T] each
  ElmoTokensCache<S> tokens;
  Matrix<S> x;  // [T, D]
  ElmoStackCache<S> stack;
  View<const S> top;                // [T, D]
  Matrix<S> logits, probabilities;  // [T, V+2]
  double loss = 0;

  void run(Elmo<S>& model, Direction direction, std::span<const std::int32_t> sentence) {
    const auto vocabulary = static_cast<std::int32_t>(model.shape().vocabulary);
    read_sentences({static_cast<Index>(sentence.size()), 1, sentence}, direction, vocabulary,
                   sequence);
    model.tokens().forward(sequence.inputs, tokens, x);
    top = model.stack(direction).forward(view(std::as_const(x)), 1, nullptr, nullptr, stack);
    model.softmax().forward(top, logits);
    probabilities = logits;
    loss = 0;
    for (Index t = 0; t < logits.rows(); ++t) {
      const Index target = sequence.targets[static_cast<std::size_t>(t)];
      loss += softmax_row(probabilities.row(t).data(), logits.cols()) - double(logits(t, target));
    }
  }
};

/// "forward.lstm1.": the prefix of a layer's quantities, as its parameters are named.
inline std::string layer_name(Direction direction, std::size_t layer) {
  return std::string(direction == kForward ? "forward" : "backward") + ".lstm" +
         std::to_string(layer + 1) + ".";
}

template <class S>
void add_cells(Direction direction, std::size_t k, const ElmoLayerCache<S>& layer,
               Trace<S>& trace) {
  const std::string name = layer_name(direction, k);
  const Index steps = layer.lstm.gates.rows(), cells = layer.lstm.gates.cols() / 4;
  const char* const gates[] = {"input-gate", "candidate", "forget-gate", "output-gate"};
  for (Index block = 0; block < 4; ++block) {
    trace.add_forward(name + gates[block], layer.lstm.gates.middleCols(block * cells, cells));
  }
  trace.add_forward(name + "cell", layer.lstm.cell.bottomRows(steps));
  if (layer.lstm.shown.size() > 0) trace.add_forward(name + "unprojected", layer.lstm.shown);
  trace.add_forward(name + "hidden", layer.lstm.hidden.bottomRows(steps));
  trace.add_forward(name + "out", matrix_of(layer.out));  // with the skip connection, if any
}

/// What the character network computes of each distinct word: "characters" are ids (text/
/// characters.h), "filters" the maxima over the places after ReLU, "filters.place" where they are.
template <class S>
void add_spellings(const ElmoTokensCache<S>& tokens, Trace<S>& trace) {
  const auto words = static_cast<Index>(tokens.words.size());
  const auto letters = static_cast<Index>(tokens.characters.size()) / std::max<Index>(words, 1);
  using Ids = Eigen::Matrix<std::int32_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const Ids> ids(tokens.characters.data(), words, letters);
  trace.add_forward("characters", ids.template cast<S>(), tokens.words);
  trace.add_forward("filters", tokens.cnn.highways[0], tokens.words);
  trace.add_forward("filters.place", tokens.cnn.places.template cast<S>(), tokens.words);
  for (std::size_t n = 0; n < tokens.cnn.gates.size(); ++n) {
    const std::string name = "highway" + std::to_string(n + 1);
    trace.add_forward(name + ".gate", tokens.cnn.gates[n].gate, tokens.words);
    trace.add_forward(name + ".transform", tokens.cnn.gates[n].transform, tokens.words);
    trace.add_forward(name, tokens.cnn.highways[n + 1], tokens.words);
  }
}

}  // namespace detail

/// Follows one sentence of n words through both directions and takes one step of plain gradient
/// descent with rate `alpha` on it. The loss is the mean over the 2(n + 1) predictions, as in
/// training (bilm-tf); training takes batches and an optimiser of its own, and draws dropout. On a
/// batch of this one sentence, without dropout and with the full softmax, its gradients are these.
///
/// A direction's rows are its steps in the order of reading: the backward direction begins at </s>.
/// "layers" stand in the order of the text: for each of the L + 1 layers [n, 2D], then their mean.
/// `model` is a copy: its gradients are overwritten and its weights moved.
template <class S>
Trace<S> trace_elmo(Elmo<S>& model, std::span<const std::int32_t> sentence, S alpha) {
  Trace<S> trace;
  const auto parameters = model.parameters();
  for (Parameter<S>* p : parameters) p->zero_grad();
  const S scale = S(1) / S(2 * (sentence.size() + 1));
  const auto words = static_cast<Index>(sentence.size());
  const auto layers = static_cast<std::size_t>(model.shape().n_layers);
  const Index dims = model.shape().projection_dim;
  std::vector<Matrix<S>> shown(layers + 1, Matrix<S>(words, 2 * dims));

  detail::DirectionForward<S> read[2];
  for (const Direction direction : {kForward, kBackward}) {
    detail::DirectionForward<S>& pass = read[direction];
    pass.run(model, direction, sentence);
    trace.loss += pass.loss * double(scale);
    const std::string name = direction == kForward ? "forward." : "backward.";
    if (direction == kForward && model.shape().char_cnn) detail::add_spellings(pass.tokens, trace);
    trace.add_forward(name + "tokens", pass.x, pass.sequence.inputs);
    for (std::size_t k = 0; k < layers; ++k) {
      detail::add_cells(direction, k, pass.stack.layers[k], trace);
    }
    trace.add_forward(name + "logits", pass.logits, pass.sequence.targets);
    trace.add_forward(name + "probabilities", pass.probabilities, pass.sequence.targets);
    for (std::size_t k = 0; k <= layers; ++k) {
      const Matrix<S> out = k == 0 ? pass.x : matrix_of(pass.stack.layers[k - 1].out);
      for (Index word = 0; word < words; ++word) {
        // Word i is read at step i + 1 forwards, at step n − i backwards.
        const Index step = direction == kForward ? word + 1 : words - word;
        shown[k].row(word).segment(direction * dims, dims) = out.row(step);
      }
    }
  }
  const std::vector<std::int32_t> ids(sentence.begin(), sentence.end());
  for (std::size_t k = 0; k <= layers; ++k) {
    trace.add_forward("layer" + std::to_string(k), shown[k], ids);
  }
  const auto mixed = static_cast<Index>(shown.size());
  Matrix<S> mix;
  ScalarMix<S>("mix", mixed).forward(shown, mix);  // untrained: equal weights, γ = 1
  trace.add_forward("mix.weights", Matrix<S>::Constant(1, mixed, S(1) / S(mixed)));
  trace.add_forward("mix.gamma", Matrix<S>::Ones(1, 1));
  trace.add_forward("mix", mix, ids);

  for (const Direction direction : {kForward, kBackward}) {
    detail::DirectionForward<S>& pass = read[direction];
    const std::string name = direction == kForward ? "forward." : "backward.";
    Matrix<S> dlogits = pass.logits, dout(pass.top.rows, pass.top.cols), dx;
    softmax_cross_entropy(dlogits, pass.sequence.targets, scale);
    model.softmax().backward(pass.top, dlogits, view(dout));
    trace.add_backward(name + "logits", dlogits, pass.sequence.targets);
    for (std::size_t k = layers; k-- > 0;) {
      const std::string layer = detail::layer_name(direction, k);
      LstmCache<S>& lstm = pass.stack.layers[k].lstm;
      trace.add_backward(layer + "out", dout);
      model.stack(direction).backward_layer(k, 1, /*dropped=*/false, dout, pass.stack.layers[k],
                                            dx);
      trace.add_backward(layer + "hidden", lstm.dhidden);
      trace.add_backward(layer + "gates", lstm.gates);  // ∂loss/∂z: backward has put it there
      std::swap(dout, dx);
    }
    dx = dout;
    trace.add_backward(name + "tokens", dx, pass.sequence.inputs);
    model.tokens().backward(pass.sequence.inputs, dx, pass.tokens);
  }
  add_parameter_gradients(parameters, trace);

  descend(parameters, alpha, trace);
  for (const Direction direction : {kForward, kBackward}) {
    read[direction].run(model, direction, sentence);
    trace.loss_after += read[direction].loss * double(scale);
    trace.add_forward(
        std::string(direction == kForward ? "forward" : "backward") + ".probabilities.after",
        read[direction].probabilities, read[direction].sequence.targets);
  }
  return trace;
}

}  // namespace preformer
