// Deep contextualised word representations: Peters et al. 2018, arXiv:1802.05365, after bilm-tf.
//
//   x_k   = token vector of w_k                                      elmo_tokens.h
//   forward  stack reads <s>  w₁ … wₙ, backward stack </s> wₙ … w₁   elmo_stack.h, elmo_batch.h
//   P(w_k | w_1 … w_{k−1}) = softmax(W top_{k−1} + b)                likewise from the right
//   loss  = −Σ ln P_forward − Σ ln P_backward
//
// Each direction has its own LSTMs; token vectors and softmax are shared. The representation of
// word k in its sentence are the L + 1 layers  h_{k,0} = [x_k; x_k],  h_{k,j} = [forward out_j;
// backward out_j] after the step that reads w_k.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/models/elmo_batch.h"
#include "preformer/models/elmo_stack.h"
#include "preformer/models/elmo_tokens.h"
#include "preformer/models/language_model.h"
#include "preformer/nn/linear.h"
#include "preformer/nn/sampled_softmax.h"

namespace preformer {

/// The LSTM states of B streams, by direction, then by layer.
template <class S>
using ElmoState = std::array<std::vector<LstmState<S>>, 2>;

template <class S>  // float ships; double is what the gradient tests check
class Elmo final : public LanguageModel {
 public:
  /// `characters`: character_table(vocabulary, max_characters_per_token), or empty without a
  /// char CNN. Softmax weights start as N(0, 1/D), its biases at 0 (bilm-tf).
  PREFORMER_COLD Elmo(const ElmoShape& shape, std::vector<std::int32_t> characters, Rng& rng);

  /// Adds scale · ∂loss/∂θ to every gradient; returns the loss in nats, summed over the 2·T·B
  /// predictions of both directions. With scale = 1/(2·T·B) this is bilm-tf's loss,
  /// ½ (mean forward + mean backward). `rng` draws dropout and negative samples. `carried`: the
  /// states that the sequences start from, replaced by those they end with; null: zeros.
  double gradients(const TokenBatch& batch, Rng& rng, S scale, ElmoState<S>* carried = nullptr);
  double gradients(const SentenceBatch& sentences, Rng& rng, S scale,
                   ElmoState<S>* carried = nullptr);

  /// The states of B streams at their beginning.
  ElmoState<S> zero_state(Index batch) const {
    return {stacks_[kForward].zero_states(batch), stacks_[kBackward].zero_states(batch)};
  }

  /// Word counts of the training text, [V]: P(w) in middle_word(). Without them all words have the
  /// same P(w).
  void set_word_counts(std::span<const std::uint64_t> counts) {
    word_counts_.assign(counts.begin(), counts.end());
  }

  /// For each sentence of n words, L + 1 matrices [n, 2D], layer 0 first. The left half of a row is
  /// the forward direction. With `carried`, the states of one stream, the sentences are one text.
  PREFORMER_COLD std::vector<std::vector<Matrix<float>>> context_vectors(
      std::span<const WordIds> sentences, ElmoState<S>* carried = nullptr) const;

  /// x of every word, [V, D]: the vectors without any context.
  PREFORMER_COLD Matrix<float> token_vectors() const;

  /// tokens, forward LSTMs, backward LSTMs, softmax.weight, softmax.bias
  PREFORMER_COLD std::vector<Parameter<S>*> parameters();
  const ElmoShape& shape() const { return shape_; }

  Index classes() const override { return shape_.vocabulary + 2; }
  PREFORMER_COLD RowVector<float> next_word(WordIds before) const override;
  PREFORMER_COLD RowVector<float> previous_word(WordIds after) const override;

  /// Product of experts: P(w | left, right) ∝ P(w | left) P(w | right) / P(w), for words only. This
  /// is Bayes' rule if left and right are independent given w:
  ///   P(w | l, r) ∝ P(w) P(l | w) P(r | w) ∝ P(w) · P(w | l)/P(w) · P(w | r)/P(w)
  PREFORMER_COLD RowVector<float> middle_word(WordIds before, WordIds after) const override;
  PREFORMER_COLD std::vector<std::vector<double>> score(
      std::span<const WordIds> sentences) const override;
  PREFORMER_COLD std::vector<std::vector<double>> score_backward(
      std::span<const WordIds> sentences) const override;

 private:
  /// The forward pass of one direction.
  struct Pass {
    TokenSequence tokens;
    ElmoTokensCache<S> tokens_cache;
    Matrix<S> x;
    ElmoStackCache<S> stack;
    View<const S> top;
  };
  /// The matrices of a training batch. Kept between steps, so that a step allocates nothing.
  struct Training {
    TokenBatch batch;
    std::vector<std::int32_t> ids;  // inputs of both directions
    ElmoTokensCache<S> tokens;
    Matrix<S> x, dx;  // [2·T·B, D]
    ElmoStackCache<S> stacks[2];
    Matrix<S> top, dtop, logits;
  };

  double train_softmax(View<const S> top, std::span<const std::int32_t> targets, S scale, Rng& rng);
  void read(Direction direction, Index batch, ElmoState<S>* carried, Pass& pass) const;
  void log_probabilities(View<const S> top, std::span<const std::int32_t> targets,
                         std::vector<double>& found) const;
  PREFORMER_COLD RowVector<float> predict(Direction direction, WordIds words) const;
  PREFORMER_COLD std::vector<std::vector<double>> score(std::span<const WordIds> sentences,
                                                        Direction direction) const;
  Index rows_together() const;

  ElmoShape shape_;
  ElmoTokens<S> tokens_;
  std::array<ElmoStack<S>, 2> stacks_;
  Linear<S> softmax_;
  std::optional<SampledSoftmax<S>> sampled_;  // in training only
  std::vector<std::uint64_t> word_counts_;
  Training training_;
};

extern template class Elmo<float>;
extern template class Elmo<double>;

}  // namespace preformer
