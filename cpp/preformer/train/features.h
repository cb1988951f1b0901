// Features: the output of frozen layers, computed once for every example.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "preformer/models/labelled_examples.h"

namespace preformer {

class FeatureCache {
 public:
  static constexpr std::size_t kExamplesTogether = 16;  // a few milliseconds of forward passes

  /// Starts anew: work() will compute `examples`, given at level 0, at `level`, unless that is 0.
  void plan(const std::vector<View<const float>>& examples, std::size_t level) {
    level_ = level;
    features_.clear();
    views_ = level == 0 ? examples : std::vector<View<const float>>{};
    count_ = examples.size();
  }

  std::size_t level() const { return level_; }
  bool complete() const { return views_.size() == count_; }
  /// The number of examples computed so far.
  std::size_t done() const { return level_ == 0 ? count_ : features_.size(); }

  /// Computes one portion. `examples` are those of plan().
  void work(const LayeredClassifier<float>& model, const std::vector<View<const float>>& examples) {
    const std::size_t first = features_.size();
    const std::size_t count = std::min(kExamplesTogether, count_ - first);
    std::vector<Matrix<float>> portion;
    model.forward(std::span(examples).subspan(first, count), 0, level_, portion);
    for (std::size_t i = 0; i < count; ++i) features_.push_back(std::move(portion[i]));
    if (features_.size() < count_) return;
    for (const Matrix<float>& feature : features_) views_.push_back(view(feature));
  }

  /// Once complete: every example at level().
  const std::vector<View<const float>>& examples() const { return views_; }

 private:
  std::size_t level_ = 0, count_ = 0;
  std::vector<Matrix<float>> features_;
  std::vector<View<const float>> views_;
};

}  // namespace preformer
