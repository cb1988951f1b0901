#include "wasm/transfer/classifier.h"

#include <emscripten/emscripten.h>

#include <utility>

#include "preformer/base/hash.h"

namespace preformer::wasm {

namespace {

constexpr std::uint64_t kWeightsStream = 2;  // the stream of a comparison's initial weights

std::unique_ptr<Classification> build(const ClassifierDesign& design, std::size_t classes,
                                      std::uint64_t seed) {
  Rng rng(seed, kWeightsStream);
  return design.build(static_cast<Index>(classes), rng);
}

val to_report(const ClassifierReport& report) {
  return Object()
      .set("epoch", report.epoch)
      .set("epochs", report.epochs)
      .set("step", report.step)
      .set("steps", report.steps)
      .set("progress", report.progress)
      .set("loss", report.loss)
      .set("accuracy", report.accuracy)
      .set("predictions", report.predictions)
      .set("epochLoss", report.epoch_loss)
      .set("epochAccuracy", report.epoch_accuracy)
      .set("examples", report.examples)
      .set("examplesPerSecond", report.examples_per_second)
      .set("learningRate", report.learning_rate)
      .set("caching", report.caching)
      .set("finished", report.finished)
      .set("diverged", report.diverged)
      .value();
}

}  // namespace

Classifier* create_images(val examples, val options) {
  return guarded([&] {
    ClassifierDesign design = read_image_design(options, examples);
    const ClassifierConfig training = read_training(options, training_of_many());
    Examples read = read_examples(examples, design);
    return new Classifier(std::move(design), std::move(read), {}, {}, training);
  });
}

Classifier* begin_transfer(ClassifierDesign design, Weights lent, const val& examples,
                           const val& options) {
  const ClassifierConfig training = read_training(options, training_of_few());
  Lending lending = read_lending(options);
  Examples read = read_examples(examples, design);
  if (lending.random) lent = {};
  return new Classifier(std::move(design), std::move(read), std::move(lent), std::move(lending),
                        training);
}

Classifier* transfer(const Classifier& lender, val examples, val options) {
  return guarded([&] {
    return begin_transfer(with_new_head(lender.design(), options), lender.weights(), examples,
                          options);
  });
}

Classifier::Classifier(ClassifierDesign design, Examples examples, Weights lent, Lending lending,
                       const ClassifierConfig& training)
    : design_(std::move(design)),
      labels_(examples.labels),
      examples_(std::move(examples)),
      lent_(std::move(lent)),
      lending_(std::move(lending)),
      training_(training) {
  begin(training_.seed);
}

Classifier::Classifier(ClassifierDesign design, std::vector<std::string> labels,
                       const ClassifierConfig& training, std::unique_ptr<Classification> model)
    : design_(std::move(design)),
      labels_(std::move(labels)),
      training_(training),
      model_(std::move(model)) {
  describe_layers();
}

void Classifier::describe_layers() {
  layers_.clear();
  for (const ClassifierLayer<float>& layer : model_->layers()) {
    LayerInfo info{layer.name, 0, layer.parameters.front()->rate, is_frozen(layer)};
    for (const Parameter<float>* p : layer.parameters) {
      info.parameters += static_cast<double>(p->value.size());
    }
    layers_.push_back(std::move(info));
  }
}

void Classifier::begin(std::uint64_t seed) {
  auto model = build(design_, labels_.size(), seed);
  const auto layers = model->layers();
  copy_parameters(lent_.named(), below_head(layers));
  lending_.apply(*model);
  trainer_.reset();  // only here: if a line above throws, the run stays unchanged
  training_.seed = seed;
  model_ = std::move(model);
  describe_layers();
  trainer_.emplace(*model_, examples_.labelled, training_);
}

void Classifier::reset(double seed) {
  guarded([&] { begin(static_cast<std::uint64_t>(seed)); });
}

std::unique_ptr<Classification> Classifier::copy() const {
  auto model = build(design_, labels_.size(), training_.seed);
  copy_parameters(named_parameters(model_->layers()), model->layers());
  return model;
}

std::unique_ptr<Classification> Classifier::copy_without_dropout() const {
  ClassifierDesign design = design_;
  design.dropout = 0;
  if (design.words) {
    WordsDesign words = *design.words;
    words.config.elmo.dropout = 0;
    design.words = std::make_shared<const WordsDesign>(std::move(words));
  }
  auto model = build(design, labels_.size(), training_.seed);
  copy_parameters(named_parameters(model_->layers()), model->layers());
  return model;
}

val Classifier::info() const {
  val labels = val::array(), layers = val::array();
  for (const std::string& label : labels_) push(labels, to_js(label));
  for (const LayerInfo& layer : layers_) {
    push(layers, Object()
                     .set("name", layer.name)
                     .set("parameters", layer.parameters)
                     .set("frozen", layer.frozen)
                     .set("learningRate", layer.frozen ? 0 : layer.rate)
                     .value());
  }
  const bool images = design_.of_images();
  return Object()
      .set("kind", images ? "images" : "text")
      .set("trainable", trainer_.has_value())
      .set("labels", labels)
      .set("layers", layers)
      .set("examples", examples_.labelled.size())
      .set("width", images ? design_.image.width : 0)
      .set("height", images ? design_.image.height : 0)
      .set("vocabulary", images ? 0 : design_.words->vocabulary.size())
      .set("unknown", examples_.sentences.unknown())
      .set("options", to_options(design_, training_))
      .value();
}

val Classifier::run_for(double milliseconds) {
  return guarded([&] { return to_report(trainer_->run_for(milliseconds, emscripten_get_now)); });
}

val Classifier::run_steps(double steps) {
  return guarded([&] { return to_report(trainer_->run_steps(static_cast<std::uint64_t>(steps))); });
}

val Classifier::report() {
  return guarded([&] { return to_report(trainer_->report()); });
}

std::string Classifier::weights_hash() const {
  Hash64 hash;
  for (const ClassifierLayer<float>& layer : model_->layers()) {
    for (const Parameter<float>* p : layer.parameters) {
      hash.add(p->value.data(), static_cast<std::size_t>(p->value.size()));
    }
  }
  return hash.hex();
}

double Classifier::parameter_count() const {
  double count = 0;
  for (const LayerInfo& layer : layers_) count += layer.parameters;
  return count;
}

}  // namespace preformer::wasm
