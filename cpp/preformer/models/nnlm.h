// The neural probabilistic language model: Bengio, Ducharme, Vincent & Jauvin 2003, JMLR 3:1137.
//
//   x = [C(w_{t−c}); …; C(w_{t−1})]                    the c words before, oldest first
//   a = tanh(d + H x)                                  hidden
//   y = b + U a (+ W x)                                logits; W: the direct connections
//   P(w_t = i | context) = e^{y_i} / Σ_j e^{y_j}
//
// Shapes: C [V+2, D]   H [h, c·D]   U [V+2, h]   W [V+2, c·D]; examples are rows, so x is [B, c·D].
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/models/language_model.h"
#include "preformer/nn/embedding.h"
#include "preformer/nn/linear.h"
#include "preformer/nn/sampled_softmax.h"

namespace preformer {

struct NnlmShape {
  Index vocabulary = 0;   // V
  Index vector_size = 0;  // D, the paper's m
  Index context = 0;      // c, the paper's n − 1
  Index hidden = 0;       // h
  bool direct = false;    // with W
  Index samples = 0;      // for the sampled softmax in training; 0: full softmax. Not with W
};

template <class S>  // float ships; double is what the gradient tests check
class Nnlm final : public LanguageModel {
 public:
  PREFORMER_COLD Nnlm(const NnlmShape& shape, Rng& rng);

  /// Adds scale · ∂loss/∂θ to every gradient, loss = −Σ_b ln P(target_b | context_b). Returns the
  /// loss in nats. `contexts` [B·c]: oldest word first, padded with <s>.
  /// With a sampled softmax (nn/sampled_softmax.h), the loss is that of the target among the words
  /// which `rng` draws for this batch; probabilities are always those of the full softmax.
  double gradients(std::span<const std::int32_t> contexts, std::span<const std::int32_t> targets,
                   S scale, Rng& rng);
  /// With the full softmax, which draws nothing.
  double gradients(std::span<const std::int32_t> contexts, std::span<const std::int32_t> targets,
                   S scale) {
    eigen_assert(!sampled_);
    Rng unused(1);
    return gradients(contexts, targets, scale, unused);
  }

  /// embedding.weight, hidden.weight, hidden.bias, output.weight, output.bias (, direct.weight)
  PREFORMER_COLD std::vector<Parameter<S>*> parameters();
  /// C, [V+2, D]: the word vectors are its first V rows.
  const Matrix<S>& embedding() const { return embedding_.weight().value; }

  // The layers, for those who follow one example through them (inside/).
  Embedding<S>& lookup() { return embedding_; }                  // C
  Linear<S>& hidden() { return hidden_; }                        // H, d
  Linear<S>& output() { return output_; }                        // U, b
  Linear<S>* direct() { return direct_ ? &*direct_ : nullptr; }  // W, or none

  Index classes() const override { return shape_.vocabulary + 2; }
  PREFORMER_COLD RowVector<float> next_word(WordIds before) const override;
  PREFORMER_COLD std::vector<std::vector<double>> score(
      std::span<const WordIds> sentences) const override;

 private:
  /// The matrices of one batch. Kept between steps, so that a step allocates nothing.
  struct Batch {
    Matrix<S> inputs;   // [B·c, D]; x if read as [B, c·D]
    Matrix<S> hidden;   // a, [B, h]
    Matrix<S> logits;   // y, [B, V+2]
    Matrix<S> dhidden;  // [B, h]
    Matrix<S> dinputs;  // [B·c, D]
  };

  template <class T>
  View<T> as_examples(T* data, Index examples) const {
    const Index width = shape_.context * shape_.vector_size;
    return {data, examples, width, width, 1};
  }
  /// Appends the last c words of `before`, padded with <s> on the left.
  PREFORMER_COLD void append_context(WordIds before, std::vector<std::int32_t>& contexts) const;
  /// Computes a and, with forward(), y.
  void forward_hidden(std::span<const std::int32_t> contexts, Batch& batch) const;
  void forward(std::span<const std::int32_t> contexts, Batch& batch) const;
  void backward(std::span<const std::int32_t> contexts, Batch& batch);
  void backward_hidden(std::span<const std::int32_t> contexts, Batch& batch);

  NnlmShape shape_;
  Embedding<S> embedding_;                    // C
  Linear<S> hidden_;                          // H, d
  Linear<S> output_;                          // U, b
  std::optional<Linear<S>> direct_;           // W
  std::optional<SampledSoftmax<S>> sampled_;  // in training only
  Batch batch_;
};

extern template class Nnlm<float>;
extern template class Nnlm<double>;

}  // namespace preformer
