// The options of a transfer, between JavaScript and the core. Options that JavaScript leaves out
// keep their defaults.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "preformer/models/transfer.h"
#include "preformer/train/classifier_design.h"
#include "preformer/train/transfer_comparison.h"
#include "wasm/values.h"

namespace preformer::wasm {

/// How the copied layers are trained further.
struct Lending {
  bool random = false;                                // random layers of the same shape instead
  std::string frozen_set = "none";                    // "none", "all" but the head, or "general"
  std::vector<std::string> frozen;                    // or these layers
  double rate_factor = 1;                             // factor from layer to layer
  std::vector<std::pair<std::string, double>> rates;  // or the rate of each layer

  /// Throws BadParameter for a layer that does not exist and for a frozen head.
  void apply(LayeredClassifier<float>& model) const;
};

ClassifierConfig read_training(const val& options, ClassifierConfig defaults);
Lending read_lending(const val& options);
ComparisonConfig read_comparison(const val& options);
/// Reads filters, kernel, hidden units and dropout; the image size is that of the examples.
ClassifierDesign read_image_design(const val& options, const val& examples);
/// The lender's design with options.headDropout.
ClassifierDesign with_new_head(ClassifierDesign lender, const val& options);

/// An object with all options of the training and of the network.
val to_options(const ClassifierDesign& design, const ClassifierConfig& training);

}  // namespace preformer::wasm
