// Trains the NNLM: every word of every sentence, and its end, predicted from the words before.
#pragma once

#include <memory>
#include <vector>

#include "preformer/models/nnlm.h"
#include "preformer/train/gradient_trainer.h"

namespace preformer {

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

 private:
  std::unique_ptr<Nnlm<float>> model_;
  std::vector<Parameter<float>*> weights_;

  // The text with `context` times <s> before each sentence and one </s> after it: the context of
  // the word at i is text_[i − context … i).
  std::vector<std::int32_t> text_;
  std::vector<std::uint32_t> targets_;  // places in text_ to predict, in this epoch's order

  std::vector<std::int32_t> batch_contexts_, batch_targets_;
};

}  // namespace preformer
