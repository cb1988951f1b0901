// Long questions, answered in slices. Each has its own copy of the weights, so training can
// continue and models can be closed meanwhile.
#pragma once

#include <memory>

#include "preformer/train/classification_meter.h"
#include "preformer/train/transfer_comparison.h"
#include "wasm/transfer/classifier.h"

namespace preformer::wasm {

/// Measures a model on examples.
class ClassifierEvaluation : Counted {
 public:
  ClassifierEvaluation(std::unique_ptr<Classification> model, Examples examples)
      : model_(std::move(model)),
        examples_(std::move(examples)),
        meter_(*model_, examples_.labelled) {}

  bool run_for(double milliseconds);  // whether it is finished
  double progress() const { return meter_.progress(); }
  val result() const;
  double accuracy() const { return meter_.accuracy(); }

 private:
  std::unique_ptr<Classification> model_;
  Examples examples_;
  ClassificationMeter meter_;
};

/// Measures a model with its own layers, then with the layers of another model below its head.
class Forgetting : Counted {
 public:
  Forgetting(std::unique_ptr<Classification> before, std::unique_ptr<Classification> after,
             Examples examples)
      : before_model_(std::move(before)),
        after_model_(std::move(after)),
        examples_(std::move(examples)),
        before_(*before_model_, examples_.labelled),
        after_(*after_model_, examples_.labelled) {}

  bool run_for(double milliseconds);
  double progress() const { return (before_.progress() + after_.progress()) / 2; }
  val result() const;

 private:
  std::unique_ptr<Classification> before_model_, after_model_;
  Examples examples_;
  ClassificationMeter before_, after_;
};

/// Compares the four ways of training.
class Comparison : Counted {
 public:
  Comparison(ClassifierDesign design, Weights lent, const val& pool, const val& test,
             const val& options);

  bool run_for(double milliseconds);
  val progress() const;  // {progress, results, summary}
  val result() const;    // {results, summary}

 private:
  ClassifierDesign design_;
  Weights lent_;
  Examples pool_, test_;
  TransferComparison comparison_;
};

ClassifierEvaluation* evaluate(const Classifier& model, val examples);
Comparison* compare(const Classifier& lender, val pool, val test, val options);

}  // namespace preformer::wasm
