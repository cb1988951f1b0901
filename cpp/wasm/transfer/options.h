// What a transfer may be told, between JavaScript and the core. What JavaScript leaves out keeps
// its default.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "preformer/models/transfer.h"
#include "preformer/train/classifier_design.h"
#include "preformer/train/transfer_comparison.h"
#include "wasm/values.h"

namespace preformer::wasm {

/// How the layers that were lent learn on.
struct Lending {
  bool random = false;                                // layers of the same shape, drawn anew
  std::string frozen_set = "none";                    // "all" but the head, or the "general" ones
  std::vector<std::string> frozen;                    // or these
  double rate_factor = 1;                             // from layer to layer
  std::vector<std::pair<std::string, double>> rates;  // or by layer

  /// Throws BadParameter for a layer that there is not, and for the head frozen.
  void apply(LayeredClassifier<float>& model) const;
};

ClassifierConfig read_training(const val& options, ClassifierConfig defaults);
Lending read_lending(const val& options);
ComparisonConfig read_comparison(const val& options);
/// Filters, kernel, hidden units and dropout into an image of this size.
ClassifierDesign read_image_design(const val& options, const val& examples);
/// headDropout replaces the lender's.
ClassifierDesign with_new_head(ClassifierDesign lender, const val& options);

/// {…all options of the training and of the network}
val to_options(const ClassifierDesign& design, const ClassifierConfig& training);

}  // namespace preformer::wasm
