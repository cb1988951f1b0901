// The ways to train a model on few labels, side by side: from scratch, on frozen layers of another
// model, fine-tuning them, and on frozen layers that nobody trained (the control that tells what a
// random projection gives for nothing). After Yosinski et al. 2014, arXiv:1411.1792.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "preformer/models/transfer.h"
#include "preformer/train/classification_meter.h"
#include "preformer/train/classifier_trainer.h"

namespace preformer {

struct ComparisonConfig {
  std::vector<TransferMode> modes{TransferMode::kScratch, TransferMode::kFrozen,
                                  TransferMode::kFineTuned, TransferMode::kFrozenRandom};
  std::vector<int> labels{1, 2, 5, 10, 50};  // examples a class
  int seeds = 5;                             // runs of each, of seeds training.seed, + 1, …
  double rate_factor = 2.6;                  // fine-tuned: set_discriminative_rates() (ULMFiT)
  ClassifierConfig training;
};

/// One run.
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
  /// A new model for the new classes, its weights drawn from the generator.
  using Make = std::function<std::unique_ptr<LayeredClassifier<float>>(Rng&)>;

  /// `pretrained` and the examples must outlive the comparison. Of one seed, every mode gets the
  /// same examples of the pool, and more labels include the fewer. Throws BadParameter for a pool
  /// too small, for nothing to compare or to test on.
  TransferComparison(Make make, std::vector<NamedMatrix> pretrained, LabelledExamples pool,
                     LabelledExamples test, ComparisonConfig config);
  ~TransferComparison();

  /// Works until `budget_ms` have passed or all is done; true when all is done.
  bool run_for(double budget_ms, Clock now_ms);

  bool finished() const { return results_.size() == total_; }
  double progress() const;
  /// Those finished so far: all modes of one number of labels, then the next number, then the next
  /// seed.
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
  std::unique_ptr<Run> run_;  // the one under way

  // What frozen layers make of the test examples: the same for every run that has these layers.
  struct TestFeatures {
    FeatureCache features;
    std::optional<std::uint64_t> seed;  // of random layers
  };
  TestFeatures copied_, random_;
};

}  // namespace preformer
