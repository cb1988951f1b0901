// Trains CBOW or Skip-gram on a corpus, window by window in the order of the text. The members
// below hold the whole state between two steps.
#pragma once

#include <memory>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/models/cbow_fill_in.h"
#include "preformer/models/word2vec.h"
#include "preformer/train/trainer.h"
#include "preformer/train/window_cursor.h"

namespace preformer {

class Word2VecTrainer : public Trainer {
 public:
  /// Throws BadParameter for a config out of range, TooLarge when the weights would not fit.
  Word2VecTrainer(Corpus corpus, const TrainConfig& config);

  void reset(std::uint64_t seed) override;
  bool finished() const override { return diverged_ || detached() || epoch_ >= config_.epochs; }
  MatrixRef input_vectors() const override { return model_->input().value; }
  MatrixRef output_vectors() const override { return model_->output().weight().value; }
  std::vector<const Parameter<float>*> parameters() const override {
    return {&model_->input(), &model_->output().weight()};
  }
  const LanguageModel* language_model() const override { return fill_in_.get(); }
  std::optional<TrainingExample> next_example() const override;
  void visit_state(StateVisitor& visitor) override;

 protected:
  std::uint64_t advance(std::uint64_t count) override;
  void describe(TrainReport& report) const override;

  /// One step: trains on the cursor's window, leaves it and returns the loss. Not inlined, because
  /// WebAssembly engines switch to optimised code when a function is called again.
  [[gnu::noinline]] double train_window(WindowCursor& cursor, float alpha, Rng& rng,
                                        Word2VecScratch<float>& scratch);
  /// α after this many tokens of the whole run.
  float learning_rate_after(std::uint64_t tokens) const;

  std::vector<float> keep_;  // subsampling: probability to keep a word; empty keeps all
  Rng rng_;
  std::unique_ptr<Word2Vec<float>> model_;
  std::unique_ptr<CbowFillIn> fill_in_;  // CBOW only

  // The position of the run.
  int epoch_ = 0;             // epochs completed
  std::size_t sentence_ = 0;  // the current sentence
  WindowCursor cursor_;       // in it
  std::uint64_t steps_ = 0;
  std::uint64_t tokens_ = 0;  // tokens_done() as read from a checkpoint; used when detached
  bool diverged_ = false;     // a loss was not finite: the weights are useless
  Word2VecScratch<float> scratch_;

 private:
  bool find_window();
  void begin_sentence();
  std::uint64_t tokens_done() const;
  float learning_rate() const { return learning_rate_after(tokens_done()); }
};

}  // namespace preformer
