#include "wasm/transfer/options.h"

#include "wasm/fields.h"

namespace preformer::wasm {

namespace {

/// The visitor that reads the options that were given and leaves the others at their defaults.
struct TakeGiven {
  const val& options;

  template <class T, class... Range>
  void operator()(const char* name, T& value, Range... range) const {
    if (given(name)) Take{options}(name, value, range...);
  }
  PREFORMER_COLD bool given(const char* name) const { return !options[name].isUndefined(); }
};

/// Reads one number if it was given.
template <class T>
void take(const val& options, const char* name, T& value) {
  if (!options[name].isUndefined()) value = static_cast<T>(options[name].as<double>());
}

std::vector<std::string> to_names(const val& list) {
  return emscripten::vecFromJSArray<std::string>(list);
}

}  // namespace

void Lending::apply(LayeredClassifier<float>& model) const {
  const auto layers = model.layers();
  const FloatLayers lent = below_head(layers);
  const std::size_t count = frozen_set == "all"       ? lent.size()
                            : frozen_set == "general" ? model.general_layers()
                                                      : 0;
  for (const ClassifierLayer<float>& layer : lent.first(count)) set_frozen(layer, true);
  for (const std::string& name : frozen) set_frozen(find_layer(lent, "frozen", name), true);
  set_discriminative_rates(layers, rate_factor);
  for (const auto& [name, rate] : rates) {
    for (Parameter<float>* p : find_layer(layers, "learningRates", name).parameters) {
      p->rate = static_cast<float>(rate);
    }
  }
}

ClassifierConfig read_training(const val& options, ClassifierConfig config) {
  visit_fields(config, TakeGiven{options});
  take(options, "seed", config.seed);
  config.validate();
  return config;
}

Lending read_lending(const val& options) {
  Lending lending;
  lending.random = options["from"].isString() && options["from"].as<std::string>() == "random";
  const val frozen = options["frozen"];
  if (frozen.isString()) {
    lending.frozen_set = frozen.as<std::string>();
  } else if (!frozen.isUndefined()) {
    lending.frozen = to_names(frozen);
  }
  lending.rate_factor = lending.random ? 1 : ComparisonConfig{}.rate_factor;
  take(options, "rateFactor", lending.rate_factor);
  const val rates = options["rates"];
  if (rates.isUndefined()) return lending;
  lending.rate_factor = 1;
  const std::vector<std::string> layers = to_names(rates["layers"]);
  const std::vector<float> values = to_floats(rates["values"]);
  for (std::size_t i = 0; i < layers.size(); ++i) lending.rates.emplace_back(layers[i], values[i]);
  return lending;
}

ComparisonConfig read_comparison(const val& options) {
  ComparisonConfig config;
  config.modes.clear();
  for (const std::string& mode : to_names(options["modes"])) {
    config.modes.push_back(parse_name(transfer_mode_names(), "modes", mode));
  }
  config.labels.clear();
  for (const float count : to_floats(options["labels"])) {
    config.labels.push_back(static_cast<int>(count));
  }
  take(options, "seeds", config.seeds);
  take(options, "rateFactor", config.rate_factor);
  config.training = read_training(options, training_of_few());
  return config;
}

ClassifierDesign read_image_design(const val& options, const val& examples) {
  ClassifierDesign design;
  design.dropout = kDropoutOfMany;
  visit_fields(design, TakeGiven{options});
  design.image.width = examples["width"].as<int>();
  design.image.height = examples["height"].as<int>();
  design.image.validate();
  return design;
}

ClassifierDesign with_new_head(ClassifierDesign design, const val& options) {
  design.dropout = kDropoutOfFew;
  take(options, "headDropout", design.dropout);
  return design;
}

val to_options(const ClassifierDesign& design, const ClassifierConfig& training) {
  val object = val::object();
  visit_fields(training, Tell{object});
  object.set("seed", static_cast<double>(training.seed));
  visit_fields(design, Tell{object});
  return object;
}

}  // namespace preformer::wasm
