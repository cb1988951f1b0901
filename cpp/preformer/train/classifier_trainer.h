// Trains a classifier. If its lowest layers are frozen, their output ("features") is computed once
// for every example, and training starts from the features.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "preformer/base/slices.h"
#include "preformer/models/labelled_examples.h"
#include "preformer/optim/optimiser.h"
#include "preformer/train/classifier_config.h"
#include "preformer/train/epoch_loss.h"
#include "preformer/train/features.h"

namespace preformer {

struct ClassifierReport {
  int epoch = 0;  // the current epoch, 1 … epochs; epochs when finished
  int epochs = 0;
  std::uint64_t step = 0;   // minibatches done
  std::uint64_t steps = 0;  // of the whole run
  double progress = 0;      // 0 … 1
  // Over the examples since the last report; NaN if there were none.
  double loss = std::numeric_limits<double>::quiet_NaN();  // mean, nats
  double accuracy = std::numeric_limits<double>::quiet_NaN();
  std::uint64_t predictions = 0;  // the number of these examples, so that reports can be merged
  // The same over the current epoch so far; at the end of the run, over the last epoch. They do not
  // depend on when reports are made. NaN before the first step.
  double epoch_loss = std::numeric_limits<double>::quiet_NaN();
  double epoch_accuracy = std::numeric_limits<double>::quiet_NaN();
  std::uint64_t examples = 0;  // since the beginning, with repetitions
  double examples_per_second = 0;
  double learning_rate = 0;
  bool caching = false;  // still computing features
  bool finished = false;
  bool diverged = false;  // finished early because the loss is infinite or NaN
};

class ClassifierTrainer {
 public:
  /// The model's parameters determine which layers are trained and at what rates. Model and
  /// examples must outlive the trainer. Throws BadParameter for a config out of range, for no
  /// examples and if all layers are frozen.
  ClassifierTrainer(LayeredClassifier<float>& model, LabelledExamples examples,
                    const ClassifierConfig& config);

  /// Trains until `budget_ms` have passed or the run is finished.
  ClassifierReport run_for(double budget_ms, Clock now_ms);
  /// Trains `steps` more steps, fewer if the run finishes before.
  ClassifierReport run_steps(std::uint64_t steps);
  /// The state of the run. Loss and accuracy are those since the last report.
  ClassifierReport report();

  /// Computes a portion of the features, or does a step. Returns the number of steps, 0 or 1.
  std::uint64_t work();
  double progress() const;
  bool finished() const { return diverged_ || epoch_ >= epochs_; }
  const ClassifierConfig& config() const { return config_; }

 private:
  void begin_epoch();
  void unfreeze();
  void train_batch();
  std::size_t batches() const;
  double learning_rate() const;

  LayeredClassifier<float>& model_;
  LabelledExamples examples_;
  ClassifierConfig config_;
  std::vector<ClassifierLayer<float>> layers_;
  std::vector<bool> learns_;  // by layer: whether it is trained in the end, with gradual unfreezing
  std::vector<Parameter<float>*> parameters_;
  std::unique_ptr<Optimiser<float>> optimiser_;
  FeatureCache features_;
  std::size_t lowest_ = 0;  // the lowest layer that is trained now
  Rng rng_;                 // dropout

  int epochs_ = 0;         // of the run
  int epoch_ = 0;          // completed
  std::size_t batch_ = 0;  // the next batch of the current epoch
  std::vector<std::uint32_t> order_;
  std::vector<View<const float>> batch_examples_;
  std::vector<std::int32_t> batch_labels_;
  std::uint64_t steps_ = 0, trained_ = 0;
  bool diverged_ = false;

  ClassifierLoss since_report_;
  std::uint64_t predictions_ = 0;
  EpochLoss epoch_loss_;
  double elapsed_ms_ = 0;  // spent inside run_for
  std::uint64_t timed_ = 0;
};

}  // namespace preformer
