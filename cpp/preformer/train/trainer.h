// A training run as a state machine. A step is one minibatch; a time budget only decides between
// which two steps to pause, so the slicing never changes a bit of the result.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/base/rng.h"
#include "preformer/base/slices.h"
#include "preformer/models/language_model.h"
#include "preformer/nn/parameter.h"
#include "preformer/text/corpus.h"
#include "preformer/text/encoded_text.h"
#include "preformer/train/config.h"
#include "preformer/train/state_visitor.h"

namespace preformer {

inline constexpr double kUnknownLoss = std::numeric_limits<double>::quiet_NaN();

struct TrainReport {
  int epoch = 0;  // the epoch under way, 1 … epochs; epochs when finished
  int epochs = 0;
  std::uint64_t step = 0;         // steps done: one step is one minibatch (Word2Vec: one window)
  std::uint64_t tokens = 0;       // corpus tokens consumed, those dropped by subsampling included
  double progress = 0;            // 0 … 1
  double loss = kUnknownLoss;     // mean per prediction since the last report, nats; NaN if none
  std::uint64_t predictions = 0;  // what that mean is taken over, so that reports can be merged
  double heldout_loss = kUnknownLoss;  // the same on the held-out text, after the last whole epoch
  double learning_rate = 0;
  double tokens_per_second = 0;  // over the time spent inside run_for
  bool finished = false;
  bool diverged = false;  // finished early, the loss infinite or NaN: try a smaller learning rate
  bool stopped_early =
      false;  // the held-out loss rose for `patience` epochs; the best weights stay
};

// Most steps between two looks at the clock: some tens of microseconds of work, unless a softmax
// over a large vocabulary makes each step slow.
inline constexpr std::uint64_t kStepsPerLook = 64;

class Trainer {
 public:
  virtual ~Trainer() = default;

  /// Trains until `budget_ms` have passed or the run is finished.
  TrainReport run_for(double budget_ms, Clock now_ms);
  /// Trains `steps` more steps, fewer if the run finishes before.
  TrainReport run_steps(std::uint64_t steps);
  /// Where the run stands; the loss since the last report is handed out and starts anew.
  TrainReport report();
  /// Back to the untrained weights of `seed`.
  virtual void reset(std::uint64_t seed) = 0;

  virtual bool finished() const = 0;
  const TrainConfig& config() const { return config_; }
  const Corpus& corpus() const { return corpus_; }
  /// Empty when the run has none.
  const EncodedText& heldout() const { return heldout_; }
  /// A trainer without text, as a checkpoint gives it: it answers, but training is over.
  bool detached() const { return corpus_.ids.empty(); }

  /// [V, D]. The vectors that queries read; one-hot throws TooLarge when V×V would not fit.
  virtual MatrixRef input_vectors() const = 0;
  /// Rows of the output layer: [V, D], or [V−1, D] inner nodes under hierarchical softmax.
  /// Throws BadParameter where the model has none.
  virtual MatrixRef output_vectors() const = 0;
  virtual std::vector<const Parameter<float>*> parameters() const = 0;
  /// FNV-1a over every parameter's float bits, in the order of parameters().
  std::uint64_t weights_hash() const;

  /// What gives words probabilities; null where the model cannot (one-hot, Skip-gram).
  virtual const LanguageModel* language_model() const { return nullptr; }

  /// Walks all that a resumed run needs beside corpus and config. Throws BadParameter when the
  /// state read is of another text; what was read by then stays, so throw the trainer away.
  virtual void visit_state(StateVisitor& visitor);

 protected:
  Trainer(Corpus corpus, TrainConfig config, EncodedText heldout = {});

  /// At most `count` steps; stops early only when the run finishes. Returns the steps done.
  virtual std::uint64_t advance(std::uint64_t count) = 0;
  virtual void describe(TrainReport& report) const = 0;
  /// Steps between two looks at the clock: at first, and at most.
  struct Looks {
    std::uint64_t first, most;
  };
  virtual Looks looks() const { return {1, kStepsPerLook}; }
  /// Forgets loss and time: part of every reset().
  void restart_reports();

  Corpus corpus_;
  TrainConfig config_;
  EncodedText heldout_;
  std::uint64_t corpus_tokens_ = 0;  // of the training text, also when detached
  std::uint64_t corpus_hash_ = 0;    // taken when the state is visited
  double loss_sum_ = 0;              // nats since the last report
  std::uint64_t predictions_ = 0;    // predictions since the last report
  double elapsed_ms_ = 0;            // spent inside run_for, over this run
  std::uint64_t timed_tokens_ = 0;   // tokens consumed in that time
};

/// The trainer of `config.model`. Throws BadParameter, TooLarge. Held-out text is encoded in the
/// corpus's vocabulary; only language models measure it.
std::unique_ptr<Trainer> make_trainer(Corpus corpus, const TrainConfig& config,
                                      EncodedText heldout = {});

/// Part of visit_state: throws BadFormat unless the state read makes sense together.
void require_state(bool makes_sense);

/// Part of visit_state: the state of a random number generator.
void visit_rng(StateVisitor& visitor, Rng& rng);

}  // namespace preformer
