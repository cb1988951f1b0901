// Classifies sentences by an ELMo's layers for their words (Peters et al. 2018, arXiv:1802.05365
// §3.3). The sentence encoder is the average over the words.
//
//   h_{k,j}    layer j = 0 … L of word k = 1 … n           elmo.h
//   m_j        = 1/n Σ_k h_{k,j}                           [2D]
//   e          = γ Σ_j s_j m_j                             scalar mix
//   logits     = W dropout(e) + b
//
// The scalar mix of the averages equals the average of the scalar mixes. So with a frozen ELMo,
// L + 1 vectors per sentence are all that has to be kept.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "preformer/models/classifier_head.h"
#include "preformer/models/elmo_classifier_batch.h"
#include "preformer/nn/scalar_mix.h"

namespace preformer {

/// Layers "tokens", "lstm1" … "lstmL" (both directions), "head" (scalar mix and affine map).
/// Parameters below the head have the names they have in Elmo, so that weights can be copied.
///
///   level 0             word ids                                        [n, 1], n ≥ 1
///   level 1             token vectors of <s>, w₁ … wₙ, </s>             [n + 2, D]
///   level j + 1 ≤ L     m_0 … m_j, then layer j at the n + 1 steps      [j + 1 + n + 1, 2D]
///                       of both directions, each in its own order
///   level L + 1         m_0 … m_L                                       [L + 1, 2D]
///   level L + 2         logits                                          [1, classes]
///
/// Sentences of different lengths share a batch: shorter ones are padded at the end of what each
/// direction reads, which does not change the results for the words before.
template <class S>  // float ships; double is what the gradient tests check
class ElmoClassifier final : public LayeredClassifier<S> {
 public:
  using typename LayeredClassifier<S>::Example;

  /// `shape.dropout` applies to the layers that are trained; shape.n_negative_samples_batch is not
  /// used. `characters`: as for Elmo.
  PREFORMER_COLD ElmoClassifier(const ElmoShape& shape, std::vector<std::int32_t> characters,
                                const ClassifierHead& head, Rng& rng);

  PREFORMER_COLD std::vector<ClassifierLayer<S>> layers() override;
  Index classes() const override { return head_.classes(); }
  void forward(std::span<const Example> x, std::size_t from, std::size_t to,
               std::vector<Matrix<S>>& y) const override;
  ClassifierLoss gradients(std::span<const Example> x, std::size_t from, std::size_t lowest,
                           std::span<const std::int32_t> targets, Rng& rng, S scale) override;
  /// Also resets the scalar mix.
  PREFORMER_COLD void replace_head(Index classes, Rng& rng) override;

  /// s_0 … s_L: the weight of every layer in the mix.
  std::vector<S> mix_weights() const { return mix_.weights(); }

 private:
  using Batch = ElmoClassifierBatch<S>;

  /// L + 1, the level that the head reads.
  std::size_t top() const { return static_cast<std::size_t>(shape_.n_layers) + 1; }
  template <class F>
  void for_each_batch(std::span<const Example> x, std::span<const std::size_t> order,
                      std::size_t from, Batch& batch, F&& f) const;
  void run(std::size_t layer, Rng* rng, Batch& batch) const;
  void backward(std::size_t lowest, Batch& batch);
  void backward_tokens(Batch& batch);

  ElmoShape shape_;
  ElmoTokens<S> tokens_;
  ElmoStack<S> stacks_[2];
  ScalarMix<S> mix_;
  SoftmaxHead<S> head_;
  Batch training_;
};

extern template class ElmoClassifier<float>;
extern template class ElmoClassifier<double>;

}  // namespace preformer
