// The last layer of every classifier: probabilities of the classes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "preformer/models/layered_classifier.h"
#include "preformer/nn/dropout.h"
#include "preformer/nn/linear.h"
#include "preformer/nn/softmax_cross_entropy.h"

namespace preformer {

struct ClassifierHead {
  Index classes = 2;
  double dropout = 0;  // of the head's input, during training
};

/// logits = W dropout(X) + b,  P(class) = softmax(logits)     X: [B, in]   W: [classes, in]
template <class S>
class SoftmaxHead {
 public:
  PREFORMER_COLD SoftmaxHead(Index in, const ClassifierHead& head, Rng& rng)
      : dropout_(head.dropout), linear_("head", in, head.classes, rng) {}

  Index classes() const { return linear_.out(); }

  void forward(const Matrix<S>& x, Matrix<S>& logits) const { linear_.forward(x, logits); }

  /// Adds scale · ∂loss/∂θ to the gradients. `dx` receives scale · ∂loss/∂X; null if no layer below
  /// needs it.
  ClassifierLoss gradients(const Matrix<S>& x, std::span<const std::int32_t> targets, Rng& rng,
                           S scale, Matrix<S>* dx) {
    const Matrix<S>* read = &x;
    if (dropout_.active()) {
      dropout_.forward(view(x), rng, mask_, dropped_);
      read = &dropped_;
    }
    linear_.forward(*read, logits_);
    ClassifierLoss loss{.nats = 0, .correct = count_correct(targets)};
    loss.nats = softmax_cross_entropy(logits_, targets, scale);
    if (dx == nullptr) {
      linear_.gather(view(*read), logits_);
      return loss;
    }
    linear_.backward(*read, logits_, *dx);
    if (dropout_.active()) dropout_.backward(mask_, *dx, *dx);
    return loss;
  }

  PREFORMER_COLD void replace(Index classes, Rng& rng) {
    linear_ = Linear<S>("head", linear_.in(), classes, rng);
  }

  std::vector<Parameter<S>*> parameters() { return linear_.parameters(); }
  Linear<S>& linear() { return linear_; }

 private:
  std::size_t count_correct(std::span<const std::int32_t> targets) const {
    std::size_t correct = 0;
    for (Index n = 0; n < logits_.rows(); ++n) {
      Index best = 0;
      for (Index c = 1; c < logits_.cols(); ++c) {
        if (logits_(n, c) > logits_(n, best)) best = c;
      }
      correct += targets[static_cast<std::size_t>(n)] == best ? 1 : 0;
    }
    return correct;
  }

  Dropout<S> dropout_;
  Linear<S> linear_;
  Matrix<S> mask_, dropped_,
      logits_;  // of the batch; kept between steps, so that a step allocates nothing
};

}  // namespace preformer
