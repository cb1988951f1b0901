#include "wasm/transfer/files.h"

#include <utility>

#include "preformer/io/checkpoint.h"
#include "preformer/io/classifier_file.h"

namespace preformer::wasm {

namespace {

/// The layers of a word model that a classifier can start from.
struct Lender {
  ClassifierDesign design;
  Weights weights;
};

Lender read_lender(const val& bytes) {
  const std::string file = to_bytes(bytes);
  const Checkpoint checkpoint(file);
  ClassifierDesign design;
  design.words = std::make_shared<const WordsDesign>(
      WordsDesign{checkpoint.config(), checkpoint.text(), checkpoint.vocabulary()});
  return {std::move(design), Weights(named_matrices(checkpoint.tensors()))};
}

}  // namespace

Classifier* load_classifier(val bytes) {
  return guarded([&] {
    const std::string file = to_bytes(bytes);
    const ClassifierFile classifier(file);
    return new Classifier(classifier.design(), classifier.labels(), classifier.training(),
                          classifier.open());
  });
}

val Classifier::export_as(val) const {
  return guarded([&] {
    const std::string file = write_classifier(design_, labels_, training_, model_->layers());
    return Object().set("vectors", to_uint8_array(file)).value();
  });
}

Classifier* create_from_words(val checkpoint, val examples, val options) {
  return guarded([&] {
    Lender lender = read_lender(checkpoint);
    return begin_transfer(with_new_head(std::move(lender.design), options),
                          std::move(lender.weights), examples, options);
  });
}

Comparison* compare_words(val checkpoint, val pool, val test, val options) {
  return guarded([&] {
    Lender lender = read_lender(checkpoint);
    return new Comparison(with_new_head(std::move(lender.design), options),
                          std::move(lender.weights), pool, test, options);
  });
}

Forgetting* forgetting(const Classifier& model, val other, val examples) {
  return guarded([&] {
    const std::string file = to_bytes(other);
    const ClassifierFile borrower(file);
    std::unique_ptr<Classification> after = model.copy();
    const auto layers = after->layers();
    if (!copy_parameters(borrower.weights(), below_head(layers)).empty()) {
      throw Error(ErrorCode::kBadParameter,
                  "The other model has other layers. Name one that this model's layers went to.",
                  {"other", "", "a model transferred from this one"});
    }
    return new Forgetting(model.copy(), std::move(after),
                          read_examples_of(examples, model.design(), model.labels()));
  });
}

}  // namespace preformer::wasm
