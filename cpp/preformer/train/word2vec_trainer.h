// Trains CBOW or Skip-gram on a corpus, window by window in the order of the text. A step trains on
// one window or, if Skip-gram's windows share negative samples, on consecutive windows of a
// sentence. The members below hold the whole state between two steps.
#pragma once

#include <memory>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/models/cbow_fill_in.h"
#include "preformer/models/skip_gram.h"
#include "preformer/train/step_ahead.h"
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

  struct Trained {
    double loss;
    std::uint64_t predictions;
  };
  /// Goes to what the next step of the sentence trains on: a window or a group of windows.
  bool find_step(WindowCursor& cursor, Rng& rng) const;
  /// Takes that step and leaves what it trained on. Not inlined, because WebAssembly engines switch
  /// to optimised code when a function is called again.
  [[gnu::noinline]] Trained train_step(WindowCursor& cursor, float alpha, Rng& rng,
                                       Word2VecScratch<float>& scratch);
  /// Leaves what the cursor is at, without training.
  void leave_step(WindowCursor& cursor) const;
  /// Loads the rows of the step after the one that the cursor is at and `rng` will draw for.
  [[gnu::noinline]] void look_ahead(const WindowCursor& cursor, const Rng& rng, StepAhead& ahead);
  /// α after this many tokens of the whole run.
  float learning_rate_after(std::uint64_t tokens) const;
  /// α after this share of the run.
  float learning_rate_at(double share) const;

  std::vector<float> keep_;  // subsampling: probability to keep a word; empty keeps all
  Rng rng_;                  // of the run; keyed: of the current sentence
  Rng noise_;                // keyed: of the current window
  std::unique_ptr<Word2Vec<float>> model_;
  SkipGram<float>* in_groups_ = nullptr;  // the model, if its windows share negative samples
  std::unique_ptr<CbowFillIn> fill_in_;   // CBOW only
  bool looks_ahead_ = false;              // the weights are larger than a cache

  // The position of the run.
  int epoch_ = 0;             // epochs completed
  std::size_t sentence_ = 0;  // the current sentence
  WindowCursor cursor_;       // in it
  std::uint64_t steps_ = 0;
  std::uint64_t tokens_ = 0;  // tokens_done() as read from a checkpoint; used when detached
  bool diverged_ = false;     // a loss was not finite: the weights are useless
  Word2VecScratch<float> scratch_;
  StepAhead ahead_;

 private:
  bool find_next();
  void begin_sentence();
  std::uint64_t tokens_done() const;
  Rng& step_draws();
  bool keyed() const { return config_.draws == Draws::kKeyed; }
  float learning_rate() const;
};

}  // namespace preformer
