// Sentences into classes by what an ELMo sees in their words (Peters et al. 2018,
// arXiv:1802.05365 §3.3, with the average as its sentence encoder).
//
//   h_{k,j}    layer j = 0 … L of word k = 1 … n           elmo.h
//   m_j        = 1/n Σ_k h_{k,j}                           [2D]
//   e          = γ Σ_j s_j m_j                             the scalar mix of the averages,
//                                                          which is the average of the scalar mixes
//   logits     = W dropout(e) + b
//
// The average commutes with the mix, so that L + 1 vectors are all that a frozen ELMo has to keep
// of a sentence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "preformer/models/classifier_head.h"
#include "preformer/models/elmo_stack.h"
#include "preformer/models/elmo_tokens.h"
#include "preformer/nn/scalar_mix.h"

namespace preformer {

/// Layers "tokens", "lstm1" … "lstmL" (both directions), "head" (scalar mix and affine map).
/// Parameters below the head are named as Elmo's, whose weights can so be copied by name.
///
///   level 0             word ids                                        [n, 1], n ≥ 1
///   level 1             token vectors of <s>, w₁ … wₙ, </s>             [n + 2, D]
///   level j + 1 ≤ L     m_0 … m_j, then layer j at the n + 1 steps      [j + 1 + n + 1, 2D]
///                       of either direction, each in its own order
///   level L + 1         m_0 … m_L                                       [L + 1, 2D]
///   level L + 2         logits                                          [1, classes]
///
/// Sentences of different length share a batch: the shorter are padded at the end of what either
/// direction reads, which changes nothing of what was read before.
template <class S>  // float ships; double is what the gradient tests check
class ElmoClassifier final : public LayeredClassifier<S> {
 public:
  using typename LayeredClassifier<S>::Example;

  /// `shape.dropout` acts in the layers that learn; shape.n_negative_samples_batch is not read.
  /// `characters`: as Elmo's.
  PREFORMER_COLD ElmoClassifier(const ElmoShape& shape, std::vector<std::int32_t> characters,
                                const ClassifierHead& head, Rng& rng);

  PREFORMER_COLD std::vector<ClassifierLayer<S>> layers() override;
  Index classes() const override { return head_.classes(); }
  void forward(std::span<const Example> x, std::size_t from, std::size_t to,
               std::vector<Matrix<S>>& y) const override;
  ClassifierLoss gradients(std::span<const Example> x, std::size_t from, std::size_t lowest,
                           std::span<const std::int32_t> targets, Rng& rng, S scale) override;
  /// The mix starts anew as well.
  PREFORMER_COLD void replace_head(Index classes, Rng& rng) override;

  const ElmoShape& shape() const { return shape_; }
  /// s_0 … s_L: how much the head reads of every layer.
  std::vector<S> mix_weights() const { return mix_.weights(); }

 private:
  /// One direction of a batch, T = words + 1 steps.
  struct Reading {
    Matrix<S> in;                           // [T·B, D], of the lowest LSTM that runs
    std::vector<ElmoLayerCache<S>> layers;  // by LSTM
    View<const S> out;                      // of the layer that ran last
    Matrix<S> dout, din;
  };
  /// What one batch leaves behind. Kept between steps, so that a step allocates nothing.
  struct Batch {
    std::vector<std::size_t> members;  // which examples
    std::vector<Index> words;          // of each
    Index longest = 0;
    std::vector<std::int32_t> ids;  // [(longest + 2)·B], time-major
    ElmoTokensCache<S> tokens;
    Matrix<S> x, dx;  // [(longest + 2)·B, D]
    Reading readings[2];
    std::vector<Matrix<S>> means, dmeans;  // L + 1 of [B, 2D]
    Matrix<S> mixed, dmixed;               // [B, 2D]
    std::vector<std::int32_t> targets;

    Index size() const { return static_cast<Index>(members.size()); }
    Index steps() const { return longest + 1; }
  };

  std::size_t top() const { return static_cast<std::size_t>(shape_.n_layers) + 1; }
  Index words_of(const Example& example, std::size_t level) const;
  template <class F>
  void for_each_batch(std::span<const Example> x, std::span<const std::size_t> order,
                      std::size_t from, Batch& batch, F&& f) const;
  void load(std::span<const Example> x, std::size_t level, Batch& batch) const;
  void store(std::size_t level, const Batch& batch, std::vector<Matrix<S>>& y) const;
  void run(std::size_t layer, Rng* rng, Batch& batch) const;
  void begin_reading(Batch& batch) const;
  void average(std::size_t layer, Batch& batch) const;
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
