// A classifier as a JavaScript object: a model and the examples it is trained on.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "preformer/models/weights.h"
#include "preformer/train/classifier_trainer.h"
#include "wasm/transfer/examples.h"
#include "wasm/transfer/options.h"

namespace preformer::wasm {

using Classification = LayeredClassifier<float>;

class Classifier : Counted {
 public:
  /// A new run. `lent`: the weights that it starts from, empty if it starts from random ones.
  Classifier(ClassifierDesign design, Examples examples, Weights lent, Lending lending,
             const ClassifierConfig& training);
  /// A model from a file, without examples. It can answer questions but not be trained.
  Classifier(ClassifierDesign design, std::vector<std::string> labels,
             const ClassifierConfig& training, std::unique_ptr<Classification> model);

  val info() const;

  // Training. JavaScript does not call these functions on a model without examples.
  val run_for(double milliseconds);
  val run_steps(double steps);
  val report();
  void reset(double seed);

  std::string weights_hash() const;
  double parameter_count() const;
  val export_as(val format) const;

  // Questions. Examples have the form described in wasm/transfer/examples.h.
  val classify(val inputs) const;    // probabilities, [n, classes]
  val activations(val image) const;  // images only
  val filters() const;               // images only
  /// What a picture or sentence with its label computes, forward and back, and one step with
  /// learning rate `alpha`: {loss, lossAfter, forward, backward, changes} as of wasm/traces.h. Of a
  /// picture also `sizes` of the quantities that are maps, {name, height, width, channels}[]; of a
  /// sentence its known `words`.
  val inside(val example, double alpha) const;

  const ClassifierDesign& design() const { return design_; }
  const std::vector<std::string>& labels() const { return labels_; }
  const ClassifierConfig& training() const { return training_; }
  /// The current weights.
  Weights weights() const { return Weights(named_parameters(model_->layers())); }
  /// Another model with these weights.
  std::unique_ptr<Classification> copy() const;

 private:
  void begin(std::uint64_t seed);
  void describe_layers();
  std::unique_ptr<Classification> copy_without_dropout() const;
  const ImageCnn<float>& network() const;  // BadParameter for text

  struct LayerInfo {
    std::string name;
    double parameters, rate;
    bool frozen;
  };

  ClassifierDesign design_;
  std::vector<std::string> labels_;
  Examples examples_;
  Weights lent_;
  Lending lending_;
  ClassifierConfig training_;
  std::unique_ptr<Classification> model_;
  std::vector<LayerInfo> layers_;  // at the start of the run
  std::optional<ClassifierTrainer> trainer_;
};

/// An untrained network for images.
Classifier* create_images(val examples, val options);
/// A classifier based on the layers of another one.
Classifier* transfer(const Classifier& lender, val examples, val options);
/// A classifier based on the given layers.
Classifier* begin_transfer(ClassifierDesign design, Weights lent, const val& examples,
                           const val& options);

}  // namespace preformer::wasm
