// Examples with their classes, for training and measuring classifiers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "preformer/models/layered_classifier.h"

namespace preformer {

/// Examples and their classes, 0 … classes−1, equally many. The views point to numbers owned
/// elsewhere.
struct LabelledExamples {
  std::vector<View<const float>> examples;
  std::vector<std::int32_t> labels;

  std::size_t size() const { return examples.size(); }

  /// The examples with these indices, in that order.
  LabelledExamples pick(std::span<const std::uint32_t> numbers) const {
    LabelledExamples picked;
    for (const std::uint32_t n : numbers) {
      picked.examples.push_back(examples[n]);
      picked.labels.push_back(labels[n]);
    }
    return picked;
  }
};

}  // namespace preformer
