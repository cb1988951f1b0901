// One sentence in a classifier on word vectors or on an ELMo (models/vector_classifier.h,
// models/elmo_classifier.h have the equations).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "preformer/inside/trace.h"
#include "preformer/models/layered_classifier.h"
#include "preformer/nn/scalar_mix.h"
#include "preformer/nn/softmax_cross_entropy.h"

namespace preformer {

namespace detail {

/// The parameters of the head, found by their names; the mix is an ELMo classifier's.
template <class S>
struct SentenceHead {
  Parameter<S>*weight = nullptr, *bias = nullptr, *mix = nullptr, *gamma = nullptr;

  explicit SentenceHead(const ClassifierLayer<S>& head) {
    for (Parameter<S>* p : head.parameters) {
      if (p->name == "head.weight") weight = p;
      if (p->name == "head.bias") bias = p;
      if (p->name == "mix.weight") mix = p;
      if (p->name == "mix.gamma") gamma = p;
    }
    eigen_assert(weight != nullptr && bias != nullptr);
  }

  /// γ s_j: what each of `count` vectors counts for; without a mix, the only one counts 1.
  std::vector<S> shares(Index count) const {
    if (mix == nullptr) return std::vector<S>(static_cast<std::size_t>(count), S(1));
    std::vector<S> s = mix_weights(mix->value.data(), count);
    for (S& share : s) share *= gamma->value(0, 0);
    return s;
  }
};

/// What the head reads of one sentence, and what it computes.
template <class S>
struct SentenceForward {
  Matrix<S> read;    // the highest level below the head: the mean, or a mean per layer
  Matrix<S> mixed;   // [1, D], what is multiplied by the head's weights
  Matrix<S> logits;  // [1, classes]
  Matrix<S> probabilities;
  double loss = 0;

  void run(LayeredClassifier<S>& model, View<const S> words, std::int32_t target) {
    const std::size_t top = model.layers().size();
    std::vector<Matrix<S>> y;
    model.forward({&words, 1}, 0, top - 1, y);
    read = y.front();
    const std::vector<S> share = SentenceHead<S>(model.layers().back()).shares(read.rows());
    mixed = Matrix<S>::Zero(1, read.cols());
    for (Index j = 0; j < read.rows(); ++j) {
      mixed.row(0) += share[static_cast<std::size_t>(j)] * read.row(j);
    }
    model.forward({&words, 1}, 0, top, y);
    logits = probabilities = y.front();
    loss = softmax_row(probabilities.data(), probabilities.size()) - double(logits(0, target));
  }
};

}  // namespace detail

/// Follows a sentence of class `target` and takes one step of plain gradient descent on it, as
/// trace_image_cnn does. `words`: ids, [n, 1]. `model` is a copy without dropout.
///
/// Forward: of word vectors "vectors" [n, D] and "mean" [1, D]; of an ELMo "tokens" [n + 2, D],
/// "means" [L + 1, 2D] (of each layer over the words), "mix.shares" [1, L + 1] (γ s_j) and "mix"
/// [1, 2D]. Then "logits", "probabilities" and "probabilities.after".
template <class S>
Trace<S> trace_sentence(LayeredClassifier<S>& model, View<const S> words, std::int32_t target,
                        S alpha) {
  const auto layers = model.layers();
  std::vector<Parameter<S>*> parameters;
  for (const ClassifierLayer<S>& layer : layers) {
    parameters.insert(parameters.end(), layer.parameters.begin(), layer.parameters.end());
  }
  std::vector<std::int32_t> ids;
  for (Index n = 0; n < words.rows; ++n) {
    ids.push_back(static_cast<std::int32_t>(words.data[n * words.row_stride]));
  }
  const detail::SentenceHead<S> head(layers.back());
  detail::SentenceForward<S> forward;
  forward.run(model, words, target);

  Trace<S> trace;
  trace.loss = forward.loss;
  const std::vector<S> share = head.shares(forward.read.rows());
  const bool mixes = head.mix != nullptr;
  if (mixes) {
    std::vector<Matrix<S>> tokens;
    model.forward({&words, 1}, 0, 1, tokens);
    trace.add_forward("tokens", tokens.front());
    trace.add_forward("means", forward.read);
    trace.add_forward("mix.shares",
                      Eigen::Map<const Matrix<S>>(share.data(), 1, forward.read.rows()));
    trace.add_forward("mix", forward.mixed);
  } else {
    const Matrix<S>& table = layers.front().parameters.front()->value;
    Matrix<S> rows(words.rows, table.cols());
    for (Index n = 0; n < words.rows; ++n)
      rows.row(n) = table.row(ids[static_cast<std::size_t>(n)]);
    trace.add_forward("vectors", std::move(rows), ids);
    trace.add_forward("mean", forward.mixed);
  }
  trace.add_forward("logits", forward.logits);
  trace.add_forward("probabilities", forward.probabilities);

  // dlogits = p − onehot     dmixed = dlogits W     dmean_j = γ s_j dmixed     dvector = dmean / n
  Matrix<S> dlogits = forward.logits;
  softmax_cross_entropy(dlogits, {&target, 1}, S(1));
  const Matrix<S> dmixed = dlogits * head.weight->value;
  trace.add_backward("logits", dlogits);
  trace.add_backward(mixes ? "mix" : "mean", dmixed);
  if (mixes) {
    Matrix<S> dmeans(forward.read.rows(), dmixed.cols());
    for (Index j = 0; j < dmeans.rows(); ++j) {
      dmeans.row(j) = share[static_cast<std::size_t>(j)] * dmixed.row(0);
    }
    trace.add_backward("means", std::move(dmeans));
  } else {
    const Matrix<S> each = dmixed / S(words.rows);
    trace.add_backward("vectors", each.replicate(words.rows, 1), ids);
  }
  while_unfrozen(parameters, [&] {
    Rng no_dropout{1};
    model.gradients({&words, 1}, 0, 0, {&target, 1}, no_dropout, S(1));
    add_parameter_gradients(parameters, trace);
  });

  descend(parameters, alpha, trace);
  forward.run(model, words, target);
  trace.loss_after = forward.loss;
  trace.add_forward("probabilities.after", forward.probabilities);
  return trace;
}

}  // namespace preformer
