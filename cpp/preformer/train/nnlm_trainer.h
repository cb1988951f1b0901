// Trains the NNLM to predict every word of every sentence, and its end, from the words before.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "preformer/models/nnlm.h"
#include "preformer/train/gradient_trainer.h"
#include "preformer/train/multiply_adds.h"

namespace preformer {

/// The model that `config` describes, for a vocabulary of this size.
NnlmShape nnlm_shape(const TrainConfig& config, Index vocabulary);

class NnlmTrainer final : public GradientTrainer {
 public:
  /// Throws BadParameter for a config out of range, TooLarge when the weights would not fit.
  NnlmTrainer(Corpus corpus, const TrainConfig& config, EncodedText heldout);

  MatrixRef input_vectors() const override;
  const LanguageModel* language_model() const override { return model_.get(); }

 protected:
  void build_model(Rng& rng) override;
  const std::vector<Parameter<float>*>& weights() const override { return weights_; }
  std::size_t plan_epoch(Rng& rng) override;
  BatchResult add_gradients(std::size_t batch, Rng& rng) override;
  std::optional<TrainingExample> first_example(std::size_t batch) const override;

 private:
  /// The data of one part of a batch (BatchParts).
  struct Part {
    std::unique_ptr<Nnlm<float>> copy;  // of model_; part 0 works on model_ itself
    std::vector<std::int32_t> contexts, targets;
  };

  /// Multiply-adds for this many predictions.
  std::uint64_t work(std::size_t predictions) const {
    const NnlmShape shape = nnlm_shape(config_, corpus_.vocabulary.size());
    return kHasThreads ? predictions * multiply_adds(shape) : 0;
  }
  BatchResult add_part(std::size_t part, std::span<const std::uint32_t> places, float scale,
                       Rng& rng);

  std::unique_ptr<Nnlm<float>> model_;
  std::vector<Parameter<float>*> weights_;
  std::vector<Part> own_;  // by part

  // The text, with `context` times <s> before each sentence and </s> after it. The context of the
  // word at i is text_[i − context … i).
  std::vector<std::int32_t> text_;
  std::vector<std::uint32_t>
      targets_;  // the places in text_ to predict, in the order of this epoch
};

}  // namespace preformer
