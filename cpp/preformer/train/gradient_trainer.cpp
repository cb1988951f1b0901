#include "preformer/train/gradient_trainer.h"

#include <algorithm>
#include <utility>

#include "preformer/base/cold.h"
#include "preformer/optim/clip.h"
#include "preformer/optim/factory.h"
#include "preformer/optim/schedule.h"

namespace preformer {

namespace {

// Sentences are scored together up to this many words: enough for large matrix products, few enough
// for slices of a few milliseconds.
constexpr std::size_t kWordsMeasuredTogether = 256;

// The order of each epoch has its own random stream, so that a resumed run can draw it again.
constexpr std::uint64_t kFirstOrderStream = 1'000'003;

}  // namespace

void GradientTrainer::reset(std::uint64_t seed) {
  config_.seed = seed;
  rng_ = Rng(seed);
  build_model(rng_);
  const std::vector<Parameter<float>*>& all = weights();
  optimiser_ = make_optimiser<float>(config_.descent.optimiser, all,
                                     {.weight_decay = config_.descent.weight_decay});
  epoch_ = 0;
  steps_ = 0;
  tokens_ = 0;
  diverged_ = false;
  measuring_ = false;
  heldout_loss_ = kUnknownLoss;
  stopped_early_ = false;
  epochs_without_gain_ = 0;
  best_loss_ = kUnknownLoss;
  best_.clear();
  restart_reports();
  begin_epoch();
}

bool GradientTrainer::finished() const {
  if (diverged_ || stopped_early_ || detached()) return true;
  return epoch_ >= config_.epochs && !measuring_;
}

MatrixRef GradientTrainer::output_vectors() const {
  throw Error(ErrorCode::kBadParameter,
              "This model's output layer holds no word vectors. Ask for input vectors.",
              {"matrix", "output", "input"});
}

std::vector<const Parameter<float>*> GradientTrainer::parameters() const {
  const std::vector<Parameter<float>*>& all = weights();
  return {all.begin(), all.end()};
}

std::uint64_t GradientTrainer::advance(std::uint64_t count) {
  std::uint64_t steps = 0;
  for (std::uint64_t work = 0; work < count && !finished(); ++work) {
    if (measuring_) {
      measure_heldout();
    } else {
      train_batch();
      ++steps;
    }
  }
  return steps;
}

PREFORMER_COLD std::optional<TrainingExample> GradientTrainer::next_example() const {
  if (finished() || detached() || measuring_ || batch_ >= batches_) return std::nullopt;
  return first_example(batch_);
}

void GradientTrainer::begin_epoch() {
  batch_ = 0;
  batches_ = 0;
  if (detached() || epoch_ >= config_.epochs) return;
  Rng order(config_.seed, kFirstOrderStream + static_cast<std::uint64_t>(epoch_));
  batches_ = plan_epoch(order);
}

void GradientTrainer::train_batch() {
  const std::vector<Parameter<float>*>& all = weights();
  for (Parameter<float>* p : all) p->zero_grad();
  const BatchResult result = add_gradients(batch_, rng_);
  clip_by_global_norm<float>(all, config_.descent.clip_norm);
  optimiser_->step(all, static_cast<float>(learning_rate()));
  parts_.weights_stepped();
  weights_changed();

  diverged_ = !(result.nats <= std::numeric_limits<double>::max());  // infinite or NaN
  loss_sum_ += result.nats;
  predictions_ += result.predictions;
  epoch_loss_.add(epoch_, result.nats, result.predictions);
  tokens_ += result.tokens;
  ++steps_;
  if (++batch_ == batches_) end_epoch();
}

void GradientTrainer::end_epoch() {
  ++epoch_;
  if (heldout_.sentences() > 0) {
    measuring_ = true;
    measured_sentences_ = 0;
    measured_nats_ = 0;
    measured_predictions_ = 0;
  } else {
    begin_epoch();
  }
}

/// Measures one portion of the held-out sentences.
void GradientTrainer::measure_heldout() {
  std::vector<WordIds> portion;
  std::size_t words = 0;
  while (measured_sentences_ < heldout_.sentences() && words < kWordsMeasuredTogether) {
    portion.push_back(heldout_.sentence(measured_sentences_++));
    words += portion.back().size();
  }
  for (const std::vector<double>& sentence : language_model()->score(portion)) {
    for (const double log_probability : sentence) measured_nats_ -= log_probability;
    measured_predictions_ += sentence.size();
  }
  if (measured_sentences_ == heldout_.sentences()) end_measurement();
}

void GradientTrainer::end_measurement() {
  measuring_ = false;
  heldout_loss_ = measured_nats_ / static_cast<double>(measured_predictions_);
  if (config_.descent.patience > 0) keep_best();
  if (!stopped_early_) begin_epoch();
}

/// Stores the weights if they are the best at the end of an epoch so far. Restores the best weights
/// when the run ends.
void GradientTrainer::keep_best() {
  const std::vector<Parameter<float>*>& all = weights();
  if (best_.empty() || heldout_loss_ < best_loss_) {
    best_loss_ = heldout_loss_;
    best_.clear();
    for (const Parameter<float>* p : all) best_.push_back(p->value);
    epochs_without_gain_ = 0;
  } else {
    ++epochs_without_gain_;
  }
  stopped_early_ = epochs_without_gain_ >= config_.descent.patience;
  if (!stopped_early_ && epoch_ < config_.epochs) return;
  for (std::size_t n = 0; n < all.size(); ++n) all[n]->value = best_[n];
  heldout_loss_ = best_loss_;
  parts_.weights_replaced();
  weights_changed();
}

double GradientTrainer::progress() const {
  const double whole = static_cast<double>(config_.epochs) * static_cast<double>(corpus_tokens_);
  return std::min(1.0, static_cast<double>(tokens_) / whole);
}

double GradientTrainer::learning_rate() const {
  return preformer::learning_rate(config_.descent.schedule, config_.alpha, config_.min_alpha,
                                  progress(), steps_);
}

void GradientTrainer::describe(TrainReport& report) const {
  report.epoch = std::min(epoch_ + (measuring_ ? 0 : 1), config_.epochs);
  report.step = steps_;
  report.epoch_steps = batches_;
  report.tokens = tokens_;
  report.progress = progress();
  report.heldout_loss = heldout_loss_;
  report.learning_rate = learning_rate();
  report.diverged = diverged_;
  report.stopped_early = stopped_early_;
}

void GradientTrainer::visit_state(StateVisitor& visitor) {
  Trainer::visit_state(visitor);
  auto epoch = static_cast<std::uint64_t>(epoch_);
  auto batch = static_cast<std::uint64_t>(batch_);
  auto sentences = static_cast<std::uint64_t>(measured_sentences_);
  auto without_gain = static_cast<std::uint64_t>(epochs_without_gain_);
  bool has_best = !best_.empty();
  visitor.number("epoch", epoch);
  visitor.number("batch", batch);
  visitor.number("steps", steps_);
  visitor.number("tokens", tokens_);
  visitor.flag("diverged", diverged_);
  visitor.flag("measuring", measuring_);
  visitor.number("measuredSentences", sentences);
  visitor.real("measuredNats", measured_nats_);
  visitor.number("measuredPredictions", measured_predictions_);
  visitor.real("heldoutLoss", heldout_loss_);
  visitor.flag("stoppedEarly", stopped_early_);
  visitor.number("epochsWithoutGain", without_gain);
  visitor.real("bestLoss", best_loss_);
  visitor.flag("hasBest", has_best);
  visit_rng(visitor, rng_);

  const std::vector<Parameter<float>*>& all = weights();
  for (Parameter<float>* p : all) visitor.matrix(p->name, p->value);
  for (auto& [name, moments] : optimiser_->state()) {
    visitor.matrix("optimiser." + name, *moments);
  }
  if (std::uint64_t* count = optimiser_->step_count()) visitor.number("optimiserSteps", *count);
  if (has_best && best_.empty()) {
    for (const Parameter<float>* p : all) best_.push_back(p->value);
  }
  if (has_best) {
    for (std::size_t n = 0; n < all.size(); ++n) visitor.matrix("best." + all[n]->name, best_[n]);
  }

  if (epoch != static_cast<std::uint64_t>(epoch_)) {
    epoch_ = static_cast<int>(std::min<std::uint64_t>(epoch, 1u << 30u));
    begin_epoch();
  }
  batch_ = static_cast<std::size_t>(batch);
  measured_sentences_ = static_cast<std::size_t>(sentences);
  epochs_without_gain_ = static_cast<int>(std::min<std::uint64_t>(without_gain, 1u << 30u));
  visit_batch_state(visitor);
  parts_.weights_replaced();
  weights_changed();
  require_state(detached() || measuring_ || epoch_ >= config_.epochs || batch_ < batches_);
  require_state(detached() || !measuring_ || measured_sentences_ < heldout_.sentences());
}

}  // namespace preformer
