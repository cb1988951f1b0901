// A training run as a state machine. A step is one minibatch. A time budget only decides between
// which two steps the run pauses, so slicing does not change the result.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/base/rng.h"
#include "preformer/base/slices.h"
#include "preformer/models/language_model.h"
#include "preformer/nn/parameter.h"
#include "preformer/text/corpus.h"
#include "preformer/text/encoded_text.h"
#include "preformer/train/config.h"
#include "preformer/train/epoch_loss.h"
#include "preformer/train/state_visitor.h"
#include "preformer/train/training_example.h"

namespace preformer {

inline constexpr double kUnknownLoss = std::numeric_limits<double>::quiet_NaN();

struct TrainReport {
  int epoch = 0;  // the current epoch, 1 … epochs; epochs when finished
  int epochs = 0;
  std::uint64_t step = 0;  // steps done; a step is one minibatch (Word2Vec: one window)
  std::uint64_t epoch_steps =
      0;                       // steps per epoch; 0 if unknown (Word2Vec: windows are not counted)
  std::uint64_t tokens = 0;    // corpus tokens read, with those dropped by subsampling
  double progress = 0;         // 0 … 1
  double loss = kUnknownLoss;  // mean per prediction since the last report, in nats; NaN if none
  std::uint64_t predictions = 0;  // the number of these predictions, so that reports can be merged
  // Mean per prediction of the current epoch so far; at the end of the run, of the last epoch. It
  // does not depend on when reports are made. NaN before the first step.
  double epoch_loss = kUnknownLoss;
  double epoch_loss_before = kUnknownLoss;  // of the epoch before the current one, complete
  double heldout_loss = kUnknownLoss;  // the same on the held-out text, after the last whole epoch
  double learning_rate = 0;
  double tokens_per_second = 0;  // in the time spent in run_for
  bool finished = false;
  bool diverged = false;       // finished early because the loss is infinite or NaN
  bool stopped_early = false;  // finished early by `patience`, with the best epoch's weights
};

// The most steps between two readings of the clock: some tens of microseconds, unless steps are
// slow, as with a softmax over a large vocabulary.
inline constexpr std::uint64_t kStepsPerLook = 64;

class Trainer {
 public:
  virtual ~Trainer() = default;

  /// Trains until `budget_ms` have passed or the run is finished.
  /// With `to_epoch_end`, to the end of the current epoch at the latest.
  TrainReport run_for(double budget_ms, Clock now_ms, bool to_epoch_end = false);
  /// Trains `steps` more steps, fewer if the run finishes before.
  TrainReport run_steps(std::uint64_t steps);
  /// The state of the run. Its loss is that since the last report.
  TrainReport report();
  /// Starts anew with the untrained weights of `seed`.
  virtual void reset(std::uint64_t seed) = 0;

  virtual bool finished() const = 0;
  /// The number of threads that share the work; 1 if dividing it would cost more than it saves.
  virtual std::size_t threads_used() const { return 1; }
  const TrainConfig& config() const { return config_; }
  const Corpus& corpus() const { return corpus_; }
  /// Empty when the run has none.
  const EncodedText& heldout() const { return heldout_; }
  /// Whether the trainer has no text, because it was read from a checkpoint without one: it can
  /// answer questions, but not train.
  bool detached() const { return corpus_.ids.empty(); }

  /// The word vectors, [V, D]. One-hot throws TooLarge if V×V numbers are too many.
  virtual MatrixRef input_vectors() const = 0;
  /// Rows of the output layer: [V, D], or [V−1, D] inner nodes under hierarchical softmax.
  /// Throws BadParameter if the model has none.
  virtual MatrixRef output_vectors() const = 0;
  virtual std::vector<const Parameter<float>*> parameters() const = 0;
  /// FNV-1a over every parameter's float bits, in the order of parameters().
  std::uint64_t weights_hash() const;

  /// The model as a language model; null for one-hot and Skip-gram, which give no probabilities.
  virtual const LanguageModel* language_model() const { return nullptr; }

  /// What the next step will train on, of a batch the first example. Empty if there is no next step
  /// or if it is not known: one-hot, several threads, streams of text (carry_state).
  virtual std::optional<TrainingExample> next_example() const { return std::nullopt; }

  /// Passes to the visitor all that a resumed run needs besides corpus and config. Throws
  /// BadParameter if the visitor reads the state of another text. The trainer must not be used
  /// after an error.
  virtual void visit_state(StateVisitor& visitor);

 protected:
  Trainer(Corpus corpus, TrainConfig config, EncodedText heldout = {});

  /// Does `count` steps, fewer only if the run finishes. Returns the number of steps done.
  virtual std::uint64_t advance(std::uint64_t count) = 0;
  virtual void describe(TrainReport& report) const = 0;
  /// Steps between two readings of the clock: at first, and at most.
  struct Looks {
    std::uint64_t first, most;
  };
  virtual Looks looks() const { return {1, kStepsPerLook}; }
  /// Resets loss and time. Part of every reset().
  void restart_reports();

  Corpus corpus_;
  TrainConfig config_;
  EncodedText heldout_;
  std::uint64_t corpus_tokens_ = 0;  // of the training text, also if detached
  std::uint64_t corpus_hash_ = 0;    // computed when the state is visited
  double loss_sum_ = 0;              // nats since the last report
  std::uint64_t predictions_ = 0;    // predictions since the last report
  EpochLoss epoch_loss_;
  double elapsed_ms_ = 0;           // spent in run_for, in this run
  std::uint64_t timed_tokens_ = 0;  // tokens read in that time
};

/// Creates the trainer of `config.model`. Throws BadParameter, TooLarge, and NothingToLearn where
/// no word stands beside another (train/learnable.h). The held-out text must be encoded in the
/// corpus's vocabulary; NNLM and ELMo measure it.
std::unique_ptr<Trainer> make_trainer(Corpus corpus, const TrainConfig& config,
                                      EncodedText heldout = {});

/// Part of visit_state: throws BadFormat unless the values read are consistent.
void require_state(bool makes_sense);

/// Part of visit_state: the state of a random number generator.
void visit_rng(StateVisitor& visitor, Rng& rng);

}  // namespace preformer
