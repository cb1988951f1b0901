// A training run as a state machine. A step is one minibatch; a time budget only decides between
// which two steps to pause, so the slicing never changes a bit of the result.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/nn/parameter.h"
#include "preformer/text/corpus.h"
#include "preformer/train/config.h"

namespace preformer {

struct TrainReport {
  int epoch = 0;  // the epoch under way, 1 … epochs; epochs when finished
  int epochs = 0;
  std::uint64_t step = 0;         // steps done: one step is one window, one exact minibatch
  std::uint64_t tokens = 0;       // corpus tokens consumed, those dropped by subsampling included
  double progress = 0;            // 0 … 1
  double loss = 0;                // mean per prediction since the last report, nats; NaN if none
  std::uint64_t predictions = 0;  // what that mean is taken over, so that reports can be merged
  double learning_rate = 0;
  double tokens_per_second = 0;  // over the time spent inside run_for
  bool finished = false;
  bool diverged = false;  // finished early, the loss infinite or NaN: try a smaller learning rate
};

class Trainer {
 public:
  /// Returns milliseconds, from any origin.
  using Clock = double (*)();

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

  /// [V, D]. The vectors that queries read; one-hot throws TooLarge when V×V would not fit.
  virtual MatrixRef input_vectors() const = 0;
  /// Rows of the output layer: [V, D], or [V−1, D] inner nodes under hierarchical softmax.
  /// Throws BadParameter where the model has none.
  virtual MatrixRef output_vectors() const = 0;
  virtual std::vector<const Parameter<float>*> parameters() const = 0;
  /// FNV-1a over every parameter's float bits, in the order of parameters().
  std::uint64_t weights_hash() const;

 protected:
  Trainer(Corpus corpus, TrainConfig config);

  /// At most `count` steps; stops early only when the run finishes. Returns the steps done.
  virtual std::uint64_t advance(std::uint64_t count) = 0;
  virtual void describe(TrainReport& report) const = 0;
  /// Forgets loss and time: part of every reset().
  void restart_reports();

  Corpus corpus_;
  TrainConfig config_;
  double loss_sum_ = 0;             // nats since the last report
  std::uint64_t predictions_ = 0;   // predictions since the last report
  double elapsed_ms_ = 0;           // spent inside run_for, over this run
  std::uint64_t timed_tokens_ = 0;  // tokens consumed in that time
};

/// The trainer of `config.model`. Throws BadParameter, TooLarge.
std::unique_ptr<Trainer> make_trainer(Corpus corpus, const TrainConfig& config);

}  // namespace preformer
