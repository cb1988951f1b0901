#include "preformer/train/trainer.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "preformer/base/hash.h"
#include "preformer/models/one_hot.h"
#include "preformer/train/word2vec_trainer.h"

namespace preformer {

namespace {

// Most steps between two looks at the clock: some tens of microseconds of work, unless a softmax
// over a large vocabulary makes each step slow.
constexpr std::uint64_t kStepsPerLook = 64;

/// One-hot vectors are given, not learnt: a run that is finished before it starts.
class OneHotTrainer final : public Trainer {
 public:
  OneHotTrainer(Corpus corpus, const TrainConfig& config)
      : Trainer(std::move(corpus), config), model_(corpus_.vocabulary.size()) {}

  void reset(std::uint64_t seed) override { config_.seed = seed; }
  bool finished() const override { return true; }

  MatrixRef input_vectors() const override {
    if (vectors_.size() == 0) vectors_ = model_.vectors();
    return vectors_;
  }
  MatrixRef output_vectors() const override {
    throw Error(ErrorCode::kBadParameter, "One-hot has no output layer. Ask for input vectors.",
                {"matrix", "output", "input"});
  }
  std::vector<const Parameter<float>*> parameters() const override { return {}; }

 protected:
  std::uint64_t advance(std::uint64_t) override { return 0; }
  void describe(TrainReport& report) const override {
    report.epoch = report.epochs = 0;
    report.progress = 1;
  }

 private:
  OneHot model_;
  mutable Matrix<float> vectors_;  // V × V, built when first asked for
};

}  // namespace

Trainer::Trainer(Corpus corpus, TrainConfig config) : corpus_(std::move(corpus)), config_(config) {
  config_.validate();
}

TrainReport Trainer::run_for(double budget_ms, Clock now_ms) {
  const double start = now_ms();
  double now = start;
  TrainReport before;
  describe(before);
  std::uint64_t look = 1;  // grows, so that slow steps overrun the budget by one budget at most
  do {
    advance(look);
    look = std::min(2 * look, kStepsPerLook);
    now = now_ms();
  } while (now - start < budget_ms && !finished());
  TrainReport after;
  describe(after);
  elapsed_ms_ += now - start;
  timed_tokens_ += after.tokens - before.tokens;
  return report();
}

TrainReport Trainer::run_steps(std::uint64_t steps) {
  while (steps > 0 && !finished()) {
    const std::uint64_t done = advance(std::min(steps, kStepsPerLook));
    steps -= done;
  }
  return report();
}

TrainReport Trainer::report() {
  TrainReport report;
  report.epochs = config_.epochs;
  report.finished = finished();
  describe(report);
  report.loss = predictions_ > 0 ? loss_sum_ / static_cast<double>(predictions_)
                                 : std::numeric_limits<double>::quiet_NaN();
  report.predictions = predictions_;
  if (elapsed_ms_ > 0) {
    report.tokens_per_second = static_cast<double>(timed_tokens_) / elapsed_ms_ * 1000.0;
  }
  loss_sum_ = 0;
  predictions_ = 0;
  return report;
}

void Trainer::restart_reports() {
  loss_sum_ = 0;
  predictions_ = 0;
  elapsed_ms_ = 0;
  timed_tokens_ = 0;
}

std::uint64_t Trainer::weights_hash() const {
  Hash64 hash;
  for (const Parameter<float>* p : parameters()) {
    hash.add(p->value.data(), static_cast<std::size_t>(p->value.size()));
  }
  return hash.value();
}

std::unique_ptr<Trainer> make_trainer(Corpus corpus, const TrainConfig& config) {
  if (config.model == ModelKind::kOneHot) {
    return std::make_unique<OneHotTrainer>(std::move(corpus), config);
  }
  return std::make_unique<Word2VecTrainer>(std::move(corpus), config);
}

}  // namespace preformer
