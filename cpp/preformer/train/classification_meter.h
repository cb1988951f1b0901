// Measures a classifier on examples whose classes are known, a few examples at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "preformer/models/labelled_examples.h"

namespace preformer {

class ClassificationMeter {
 public:
  /// The examples are given at `level`. The model and the numbers must outlive the meter and must
  /// not change until it has finished.
  ClassificationMeter(LayeredClassifier<float>& model, LabelledExamples examples,
                      std::size_t level = 0);

  /// Measures one portion of the examples. Returns finished().
  bool work();
  bool finished() const { return predictions_.size() == examples_.size(); }
  double progress() const;

  std::size_t total() const { return predictions_.size(); }
  std::size_t correct() const { return correct_; }
  /// correct / total; NaN before the first portion.
  double accuracy() const;
  /// By example: the class with the largest logit.
  const std::vector<std::int32_t>& predictions() const { return predictions_; }
  /// [true class][predicted class]: how many.
  const std::vector<std::vector<std::uint32_t>>& confusion() const { return confusion_; }

 private:
  LayeredClassifier<float>& model_;
  LabelledExamples examples_;
  std::size_t level_, top_;
  std::vector<Matrix<float>> logits_;
  std::vector<std::int32_t> predictions_;
  std::vector<std::vector<std::uint32_t>> confusion_;
  std::size_t correct_ = 0;
};

}  // namespace preformer
