// Trains a classifier, wholly or above its frozen layers. Where the lowest layers are frozen, every
// example runs through them once; from then on training starts from these features.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "preformer/base/slices.h"
#include "preformer/models/labelled_examples.h"
#include "preformer/optim/optimiser.h"
#include "preformer/train/classifier_config.h"
#include "preformer/train/features.h"

namespace preformer {

struct ClassifierReport {
  int epoch = 0;  // the epoch under way, 1 … epochs; epochs when finished
  int epochs = 0;
  std::uint64_t step = 0;   // minibatches done
  std::uint64_t steps = 0;  // of the whole run
  double progress = 0;      // 0 … 1
  // Over the examples trained on since the last report; NaN if there were none.
  double loss = std::numeric_limits<double>::quiet_NaN();  // mean, nats
  double accuracy = std::numeric_limits<double>::quiet_NaN();
  std::uint64_t predictions = 0;  // how many they were, so that reports can be merged
  std::uint64_t examples = 0;     // trained on in all, repetitions counted
  double examples_per_second = 0;
  double learning_rate = 0;
  bool caching = false;  // bringing the examples through the frozen layers
  bool finished = false;
  bool diverged = false;  // finished early, the loss infinite or NaN
};

class ClassifierTrainer {
 public:
  /// Which layers learn, and at what rate, is what the model's parameters say now. Model and
  /// examples must outlive the trainer. Throws BadParameter for a config out of range, for no
  /// examples and for a model whose every layer is frozen.
  ClassifierTrainer(LayeredClassifier<float>& model, LabelledExamples examples,
                    const ClassifierConfig& config);

  /// Trains until `budget_ms` have passed or the run is finished.
  ClassifierReport run_for(double budget_ms, Clock now_ms);
  /// Trains `steps` more steps, fewer if the run finishes before.
  ClassifierReport run_steps(std::uint64_t steps);
  /// Where the run stands; loss and accuracy since the last report are handed out and start anew.
  ClassifierReport report();

  /// A portion of features, or a step; returns the steps done.
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
  std::vector<bool> learns_;  // by layer: what gradual unfreezing ends with
  std::vector<Parameter<float>*> parameters_;
  std::unique_ptr<Optimiser<float>> optimiser_;
  FeatureCache features_;
  std::size_t lowest_ = 0;  // the lowest layer that learns now
  Rng rng_;                 // dropout

  int epochs_ = 0;         // of the run
  int epoch_ = 0;          // completed
  std::size_t batch_ = 0;  // the next one of the epoch under way
  std::vector<std::uint32_t> order_;
  std::vector<View<const float>> batch_examples_;
  std::vector<std::int32_t> batch_labels_;
  std::uint64_t steps_ = 0, trained_ = 0;
  bool diverged_ = false;

  ClassifierLoss since_report_;
  std::uint64_t predictions_ = 0;
  double elapsed_ms_ = 0;  // spent inside run_for
  std::uint64_t timed_ = 0;
};

}  // namespace preformer
