// Training by gradients, for NNLM and ELMo. An epoch is a list of batches. A step computes the
// gradients of one batch, clips them and updates the weights with the optimiser. After every epoch
// the held-out text is measured, a few sentences at a time, to keep slices short.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/optim/optimiser.h"
#include "preformer/train/batch_parts.h"
#include "preformer/train/trainer.h"

namespace preformer {

class GradientTrainer : public Trainer {
 public:
  void reset(std::uint64_t seed) override;
  bool finished() const override;
  std::optional<TrainingExample> next_example() const override;
  std::size_t threads_used() const override { return parts_.most(); }
  MatrixRef output_vectors() const override;
  std::vector<const Parameter<float>*> parameters() const override;
  void visit_state(StateVisitor& visitor) override;

 protected:
  using Trainer::Trainer;

  /// Creates new weights from `rng`. Afterwards weights() lists them, and parts_ knows them.
  virtual void build_model(Rng& rng) = 0;
  virtual const std::vector<Parameter<float>*>& weights() const = 0;
  /// Puts the batches of an epoch into an order drawn from `rng`. Returns their number.
  virtual std::size_t plan_epoch(Rng& rng) = 0;
  /// Adds the gradients of the batch's mean loss to the gradients of the weights, which are zero.
  virtual BatchResult add_gradients(std::size_t batch, Rng& rng) = 0;
  /// The first example of a batch, if it can be told.
  virtual std::optional<TrainingExample> first_example(std::size_t batch) const = 0;
  /// Called by visit_state for the state between two batches that is not in weights().
  virtual void visit_batch_state(StateVisitor&) {}
  /// Called after every change of weights, for trainers that cache what they compute from them.
  virtual void weights_changed() {}

  std::uint64_t advance(std::uint64_t count) override;
  void describe(TrainReport& report) const override;

  /// The most parts of a batch, if the largest batch takes this many multiply-adds.
  std::size_t most_parts(std::uint64_t multiply_adds) const {
    if (!kHasThreads || detached()) return 1;
    return std::min(static_cast<std::size_t>(config_.threads),
                    worthwhile_parts(multiply_adds, BatchParts::dense_weights(weights())));
  }
  BatchParts parts_;

 private:
  void begin_epoch();
  void end_epoch();
  void train_batch();
  void measure_heldout();
  void end_measurement();
  void keep_best();
  double learning_rate() const;
  double progress() const;

  Rng rng_{1};  // initial weights, dropout, negative samples
  std::unique_ptr<Optimiser<float>> optimiser_;

  // The position of the run.
  int epoch_ = 0;            // epochs completed
  std::size_t batch_ = 0;    // the next batch of the current epoch
  std::size_t batches_ = 0;  // in that epoch
  std::uint64_t steps_ = 0;
  std::uint64_t tokens_ = 0;
  bool diverged_ = false;

  // The measurement of the held-out text after every epoch.
  bool measuring_ = false;
  std::size_t measured_sentences_ = 0;
  double measured_nats_ = 0;
  std::uint64_t measured_predictions_ = 0;
  double heldout_loss_ = kUnknownLoss;

  // Early stopping: the weights of the best epoch are restored at the end.
  bool stopped_early_ = false;
  int epochs_without_gain_ = 0;
  double best_loss_ = kUnknownLoss;
  std::vector<Matrix<float>> best_;
};

}  // namespace preformer
