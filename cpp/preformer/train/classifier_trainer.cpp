#include "preformer/train/classifier_trainer.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "preformer/models/transfer.h"
#include "preformer/optim/clip.h"
#include "preformer/optim/factory.h"
#include "preformer/optim/schedule.h"
#include "preformer/train/ranges.h"
#include "preformer/train/shuffle.h"

namespace preformer {

namespace {

constexpr std::uint64_t kDropoutStream = 1, kFirstOrderStream = 1000;
constexpr std::uint64_t kStepsPerLook = 8;

}  // namespace

void ClassifierConfig::validate() const { visit_fields(*this, RequireRanges{}); }

ClassifierTrainer::ClassifierTrainer(LayeredClassifier<float>& model, LabelledExamples examples,
                                     const ClassifierConfig& config)
    : model_(model),
      examples_(std::move(examples)),
      config_(config),
      layers_(model.layers()),
      rng_(config.seed, kDropoutStream) {
  config_.validate();
  if (examples_.size() == 0) {
    throw Error(ErrorCode::kBadParameter,
                "There are no labelled examples. Give at least one for each class.",
                {"examples", "0", "one or more"});
  }
  if (lowest_trainable(layers_) == layers_.size()) {
    throw Error(ErrorCode::kBadParameter,
                "Every layer is frozen. Leave at least the head to learn.",
                {"frozen", "all", "all but the head"});
  }
  for (const ClassifierLayer<float>& layer : layers_) {
    learns_.push_back(!is_frozen(layer));
    parameters_.insert(parameters_.end(), layer.parameters.begin(), layer.parameters.end());
  }
  const int least =
      (config_.min_steps + static_cast<int>(batches()) - 1) / static_cast<int>(batches());
  epochs_ = std::max(config_.epochs, least);
  begin_epoch();
}

ClassifierReport ClassifierTrainer::run_for(double budget_ms, Clock now_ms) {
  const std::uint64_t before = trained_;
  elapsed_ms_ += run_slice(
      budget_ms, now_ms, kStepsPerLook,
      [&](std::uint64_t steps) {
        for (; steps > 0 && !finished(); --steps) work();
      },
      [&] { return finished(); });
  timed_ += trained_ - before;
  return report();
}

ClassifierReport ClassifierTrainer::run_steps(std::uint64_t steps) {
  while (steps > 0 && !finished()) steps -= work();
  return report();
}

ClassifierReport ClassifierTrainer::report() {
  ClassifierReport report;
  report.epoch = std::min(epoch_ + 1, epochs_);
  report.epochs = epochs_;
  report.step = steps_;
  report.steps = static_cast<std::uint64_t>(epochs_) * batches();
  report.progress = progress();
  report.predictions = predictions_;
  if (predictions_ > 0) {
    report.loss = since_report_.nats / static_cast<double>(predictions_);
    report.accuracy =
        static_cast<double>(since_report_.correct) / static_cast<double>(predictions_);
  }
  report.epoch_loss = epoch_loss_.mean();
  report.epoch_accuracy = epoch_loss_.accuracy();
  report.examples = trained_;
  if (elapsed_ms_ > 0)
    report.examples_per_second = static_cast<double>(timed_) / elapsed_ms_ * 1000.0;
  report.learning_rate = learning_rate();
  report.caching = !features_.complete();
  report.finished = finished();
  report.diverged = diverged_;
  since_report_ = {};
  predictions_ = 0;
  return report;
}

std::uint64_t ClassifierTrainer::work() {
  if (!features_.complete()) {
    features_.work(model_, examples_.examples);
    return 0;
  }
  train_batch();
  return 1;
}

void ClassifierTrainer::begin_epoch() {
  batch_ = 0;
  if (epoch_ >= epochs_) return;
  if (config_.gradual || !optimiser_) unfreeze();
  order_.resize(examples_.size());
  std::iota(order_.begin(), order_.end(), 0u);
  Rng order(config_.seed, kFirstOrderStream + static_cast<std::uint64_t>(epoch_));
  shuffle(order_, order);
}

/// Sets which layers are trained in this epoch: all that are to be trained or, with gradual
/// unfreezing, the upper ones. A change creates a new optimiser, so that no layer starts with the
/// step count of others.
void ClassifierTrainer::unfreeze() {
  const std::size_t top = layers_.size() - 1;
  const std::size_t joined = 2 * static_cast<std::size_t>(epoch_) * top / std::size_t(epochs_);
  bool changed = !optimiser_;
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const bool its_turn = !config_.gradual || l + joined >= top;
    const bool frozen = !(learns_[l] && its_turn);
    if (frozen != is_frozen(layers_[l])) {
      set_frozen(layers_[l], frozen);
      changed = true;
    }
  }
  if (!changed) return;
  lowest_ = std::min(lowest_trainable(layers_),
                     top);  // all layers may be frozen at first, if the head is
  if (!features_.complete() || features_.done() == 0 || features_.level() != lowest_) {
    features_.plan(examples_.examples, lowest_);
  }
  optimiser_ =
      make_optimiser<float>(config_.optimiser, parameters_, {.weight_decay = config_.weight_decay});
}

void ClassifierTrainer::train_batch() {
  const auto size = static_cast<std::size_t>(config_.batch);
  const std::size_t first = batch_ * size, count = std::min(size, examples_.size() - first);
  batch_examples_.clear();
  batch_labels_.clear();
  for (std::size_t i = first; i < first + count; ++i) {
    batch_examples_.push_back(features_.examples()[order_[i]]);
    batch_labels_.push_back(examples_.labels[order_[i]]);
  }
  for (Parameter<float>* p : parameters_) {
    if (!p->frozen) p->zero_grad();
  }
  const ClassifierLoss loss =
      model_.gradients(batch_examples_, features_.level(), lowest_, batch_labels_, rng_,
                       1.0f / static_cast<float>(count));
  clip_by_global_norm<float>(parameters_, config_.clip_norm);
  optimiser_->step(parameters_, static_cast<float>(learning_rate()));

  diverged_ = !(loss.nats <= std::numeric_limits<double>::max());  // infinite or NaN
  since_report_.nats += loss.nats;
  since_report_.correct += loss.correct;
  predictions_ += count;
  epoch_loss_.add(epoch_, loss.nats, count, loss.correct);
  trained_ += count;
  ++steps_;
  if (++batch_ == batches()) {
    ++epoch_;
    begin_epoch();
  }
}

std::size_t ClassifierTrainer::batches() const {
  const auto size = static_cast<std::size_t>(config_.batch);
  return (examples_.size() + size - 1) / size;
}

double ClassifierTrainer::progress() const {
  return (epoch_ + static_cast<double>(batch_) / static_cast<double>(batches())) / epochs_;
}

double ClassifierTrainer::learning_rate() const {
  return preformer::learning_rate(config_.schedule, config_.alpha, config_.min_alpha, progress(),
                                  steps_);
}

}  // namespace preformer
