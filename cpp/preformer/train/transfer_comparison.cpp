#include "preformer/train/transfer_comparison.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "preformer/text/utf8.h"
#include "preformer/train/ranges.h"
#include "preformer/train/shuffle.h"

namespace preformer {

namespace {

constexpr std::uint64_t kWeightsStream = 2, kFirstDrawStream = 500;

constexpr bool copies(TransferMode mode) {
  return mode == TransferMode::kFrozen || mode == TransferMode::kFineTuned;
}
constexpr bool freezes(TransferMode mode) {
  return mode == TransferMode::kFrozen || mode == TransferMode::kFrozenRandom;
}

Error too_few(const std::string& what, const std::string& field, std::size_t have, int want) {
  return Error(ErrorCode::kBadParameter, what,
               {field, std::to_string(have), "at least " + std::to_string(want)});
}

}  // namespace

/// A run consists of training, computing the features of the test examples if layers are frozen,
/// and measuring.
struct TransferComparison::Run {
  TransferMode mode;
  int labels;
  std::uint64_t seed;
  std::unique_ptr<LayeredClassifier<float>> model;
  std::optional<ClassifierTrainer> trainer;
  TestFeatures* test = nullptr;  // null: the test examples are measured from level 0 on
  std::optional<ClassificationMeter> meter;
};

TransferComparison::TransferComparison(Make make, std::vector<NamedMatrix> pretrained,
                                       LabelledExamples pool, LabelledExamples test,
                                       ComparisonConfig config)
    : make_(std::move(make)),
      pretrained_(std::move(pretrained)),
      pool_(std::move(pool)),
      test_(std::move(test)),
      config_(std::move(config)),
      total_(config_.modes.size() * config_.labels.size() *
             static_cast<std::size_t>(std::max(0, config_.seeds))) {
  config_.training.validate();
  require_range("seeds", config_.seeds, 1, 1000);
  require_range("learningRates", config_.rate_factor, 1, 1000);
  if (total_ == 0) {
    throw too_few("There is nothing to compare. Name one mode and one number of labels at least.",
                  "modes", total_, 1);
  }
  if (test_.size() == 0) {
    throw too_few("There are no examples to test on. Keep some of each class for it.", "test", 0,
                  1);
  }
  for (std::size_t n = 0; n < pool_.size(); ++n) {
    const auto label = static_cast<std::size_t>(pool_.labels[n]);
    if (by_class_.size() <= label) by_class_.resize(label + 1);
    by_class_[label].push_back(static_cast<std::uint32_t>(n));
  }
  if (by_class_.size() < 2) {
    throw too_few("A classifier needs two classes. Add examples of another label.", "pool",
                  by_class_.size(), 2);
  }
  for (const int labels : config_.labels) {
    require_range("labels", labels, 1, 1e6);
    for (std::size_t c = 0; c < by_class_.size(); ++c) {
      const std::vector<std::uint32_t>& members = by_class_[c];
      if (members.size() >= static_cast<std::size_t>(labels)) continue;
      const bool named = c < config_.class_names.size();
      throw too_few((named ? "The class " + quoted(config_.class_names[c]) : "A class") + " has " +
                        std::to_string(members.size()) +
                        (members.size() == 1 ? " labelled example" : " labelled examples") +
                        " for training, fewer than " + std::to_string(labels) +
                        ". Add examples, or ask for fewer labels.",
                    "labels", members.size(), labels);
    }
  }
}

TransferComparison::~TransferComparison() = default;

bool TransferComparison::run_for(double budget_ms, Clock now_ms) {
  if (finished()) return true;
  return finish_within(budget_ms, now_ms, [&] {
    work();
    return finished();
  });
}

double TransferComparison::progress() const {
  const double under_way = run_ ? run_->trainer->progress() : 0.0;
  return (static_cast<double>(results_.size()) + 0.9 * under_way) / static_cast<double>(total_);
}

/// The first examples of each class, in an order that depends on the seed only.
std::vector<std::uint32_t> TransferComparison::draw(int labels, std::uint64_t seed) const {
  std::vector<std::uint32_t> drawn;
  for (std::size_t c = 0; c < by_class_.size(); ++c) {
    std::vector<std::uint32_t> members = by_class_[c];
    Rng rng(seed, kFirstDrawStream + c);
    shuffle(members, rng);
    drawn.insert(drawn.end(), members.begin(), members.begin() + labels);
  }
  return drawn;
}

void TransferComparison::begin() {
  const std::size_t modes = config_.modes.size(), counts = config_.labels.size();
  const std::size_t n = results_.size();
  run_ = std::make_unique<Run>();
  run_->mode = config_.modes[n % modes];
  run_->labels = config_.labels[n / modes % counts];
  run_->seed = config_.training.seed + n / (modes * counts);

  Rng rng(run_->seed, kWeightsStream);
  run_->model = make_(rng);
  const auto layers = run_->model->layers();
  if (copies(run_->mode)) copy_parameters(pretrained_, below_head(layers));
  if (run_->mode == TransferMode::kFineTuned) {
    set_discriminative_rates(layers, config_.rate_factor);
  }
  if (freezes(run_->mode)) {
    const FloatLayers general = FloatLayers(layers).first(run_->model->general_layers());
    for (const ClassifierLayer<float>& layer : general) set_frozen(layer, true);
    const bool random = !copies(run_->mode);
    run_->test = random ? &random_ : &copied_;
    const std::uint64_t seed = random ? run_->seed : 0;
    if (run_->test->seed != seed) {
      run_->test->seed = seed;
      run_->test->features.plan(test_.examples, general.size());
    }
  }
  ClassifierConfig training = config_.training;
  training.seed = run_->seed;
  run_->trainer.emplace(*run_->model, pool_.pick(draw(run_->labels, run_->seed)), training);
}

/// Does the next portion of work.
void TransferComparison::work() {
  if (!run_) begin();
  Run& run = *run_;
  if (!run.trainer->finished()) {
    run.trainer->work();
    return;
  }
  if (run.test && !run.test->features.complete()) {
    run.test->features.work(*run.model, test_.examples);
    return;
  }
  if (!run.meter) {
    LabelledExamples test = test_;
    if (run.test) test.examples = run.test->features.examples();
    run.meter.emplace(*run.model, std::move(test), run.test ? run.test->features.level() : 0);
  }
  run.meter->work();
  if (!run.meter->finished()) return;
  results_.push_back({run.mode, run.labels, run.seed, run.meter->accuracy()});
  run_.reset();
}

std::vector<ComparisonSummary> TransferComparison::summary() const {
  std::vector<ComparisonSummary> rows;
  for (const TransferMode mode : config_.modes) {
    for (const int labels : config_.labels) {
      ComparisonSummary row{mode, labels, 0, 0, 0};
      double sum = 0, squares = 0;
      const auto mine = [&](const ComparisonResult& r) {
        return r.mode == mode && r.labels == labels;
      };
      for (const ComparisonResult& r : results_) {
        if (!mine(r)) continue;
        ++row.seeds;
        sum += r.accuracy;
      }
      if (row.seeds == 0) continue;
      row.mean = sum / row.seeds;
      for (const ComparisonResult& r : results_) {
        if (mine(r)) squares += (r.accuracy - row.mean) * (r.accuracy - row.mean);
      }
      if (row.seeds > 1) row.spread = std::sqrt(squares / (row.seeds - 1));
      rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace preformer
