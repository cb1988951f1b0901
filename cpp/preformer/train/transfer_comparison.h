// Compares four ways to train a model with few labels: from scratch; on frozen layers of another
// model; fine-tuning these layers; and on frozen layers with random weights, as a control, because
// a random projection alone is of some use. After Yosinski et al. 2014, arXiv:1411.1792.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "preformer/models/transfer.h"
#include "preformer/train/classification_meter.h"
#include "preformer/train/classifier_trainer.h"

namespace preformer {

struct ComparisonConfig {
  std::vector<TransferMode> modes{TransferMode::kScratch, TransferMode::kFrozen,
                                  TransferMode::kFineTuned, TransferMode::kFrozenRandom};
  std::vector<int> labels{1, 2, 5, 10, 50};  // examples per class
  int seeds = 5;                             // runs of each, with the seeds training.seed, + 1, …
  double rate_factor = 2.6;  // of set_discriminative_rates(), if fine-tuned (ULMFiT)
  ClassifierConfig training;
  std::vector<std::string> class_names;  // for messages; may be empty
};

/// The result of one run.
struct ComparisonResult {
  TransferMode mode;
  int labels;
  std::uint64_t seed;
  double accuracy;  // on the test examples
};

struct ComparisonSummary {
  TransferMode mode;
  int labels;
  int seeds;
  double mean;
  double spread;  // sample standard deviation over the seeds; 0 for one
};

class TransferComparison {
 public:
  /// Creates a model for the new classes, with weights drawn from the generator.
  using Make = std::function<std::unique_ptr<LayeredClassifier<float>>(Rng&)>;

  /// `pretrained` and the examples must outlive the comparison. With the same seed, every mode gets
  /// the same examples of the pool, and runs with more labels include the examples of those with
  /// fewer. Throws BadParameter if the pool is too small or there is nothing to compare or test on.
  TransferComparison(Make make, std::vector<NamedMatrix> pretrained, LabelledExamples pool,
                     LabelledExamples test, ComparisonConfig config);
  ~TransferComparison();

  /// Works until `budget_ms` have passed or all runs are done. Returns whether they are.
  bool run_for(double budget_ms, Clock now_ms);

  bool finished() const { return results_.size() == total_; }
  double progress() const;
  /// The runs finished so far: all modes for one number of labels, then the next number of labels,
  /// then the next seed.
  const std::vector<ComparisonResult>& results() const { return results_; }
  std::vector<ComparisonSummary> summary() const;

 private:
  struct Run;

  void work();
  void begin();
  std::vector<std::uint32_t> draw(int labels, std::uint64_t seed) const;

  Make make_;
  std::vector<NamedMatrix> pretrained_;
  LabelledExamples pool_, test_;
  ComparisonConfig config_;
  std::vector<std::vector<std::uint32_t>> by_class_;  // of the pool
  std::size_t total_;
  std::vector<ComparisonResult> results_;
  std::unique_ptr<Run> run_;  // the current run

  // The output of frozen layers for the test examples. Runs with the same frozen layers share it.
  struct TestFeatures {
    FeatureCache features;
    std::optional<std::uint64_t> seed;  // of random layers
  };
  TestFeatures copied_, random_;
};

}  // namespace preformer
