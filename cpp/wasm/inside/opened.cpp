#include "wasm/inside/opened.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "preformer/base/hash.h"
#include "preformer/io/checkpoint.h"
#include "preformer/io/classifier_file.h"
#include "preformer/query/predictions.h"
#include "preformer/text/huffman.h"
#include "preformer/text/noise_distribution.h"
#include "preformer/train/keyed_draws.h"
#include "wasm/sentences.h"
#include "wasm/traces.h"

namespace preformer::wasm {

namespace {

Entry entry_of(const val& entry) {
  return {entry["name"].as<std::string>(), static_cast<Index>(entry["row"].as<double>()),
          static_cast<Index>(entry["col"].as<double>())};
}

/// 32 hexadecimal digits: state and increment.
Rng::State noise_state(const std::string& digits) {
  return {std::stoull(digits.substr(0, 16), nullptr, 16),
          std::stoull(digits.substr(16, 16), nullptr, 16)};
}

}  // namespace

Opened* open_model(val bytes) {
  return guarded([&] {
    const std::string file = to_bytes(bytes);
    const Checkpoint checkpoint(file);
    return new Opened(OpenedModel(checkpoint.config(), checkpoint.vocabulary(),
                                  named_matrices(checkpoint.tensors())),
                      checkpoint.text());
  });
}

val Opened::info() const {
  val parameters = val::array();
  for (const OpenedModel::Weight& weight : model_.weights()) {
    push(parameters, Object()
                         .set("name", weight.name)
                         .set("rows", weight.value.rows())
                         .set("cols", weight.value.cols())
                         .value());
  }
  return Object()
      .set("trainable", false)
      .set("parameters", parameters)
      .set("model", model_name(model_.config().model))
      .set("objective", objective_name(model_.config().objective))
      .set("window", model_.config().window)
      .value();
}

std::string Opened::weights_hash() const { return to_hex(model_.weights_hash()); }

val Opened::weights(val name) const {
  return guarded([&] {
    const auto wanted = name.as<std::string>();
    if (const OpenedModel::Weight* const weight = model_.find(wanted)) {
      const auto size = static_cast<std::size_t>(weight->value.size());
      return to_float32_array({weight->value.data(), size});
    }
    throw Error(ErrorCode::kBadParameter, "The model has no parameter of this name.",
                {"name", wanted, "a name of info().parameters"});
  });
}

Example Opened::example_of(const val& given) const {
  const val sentence = given["sentence"];
  const std::vector<std::string> words =
      sentence.isString() ? split_words(sentence.as<std::string>(), text_.tokenizer)
                          : emscripten::vecFromJSArray<std::string>(sentence);
  Example example;
  example.sentence = sentence_ids(model_.vocabulary(), words);
  const auto position = given["position"].as<double>();
  example.position =
      position < 0 ? example.sentence.size() - 1 : static_cast<std::size_t>(position);
  example.radius = given["radius"].as<int>();
  example.alpha = given["alpha"].as<double>();
  const val noise = given["noise"];
  example.noise = noise.isString() ? noise_state(noise.as<std::string>())
                                   : Rng(static_cast<std::uint64_t>(noise.as<double>())).state();
  return example;
}

val Opened::trace(val given) const {
  return guarded([&] {
    const Example example = example_of(given);
    const Trace<float> trace = model_.trace(example);
    Object object;
    object.set("sentence", to_int32_array(example.sentence)).set("position", example.position);
    return set_trace(object, trace).value();
  });
}

val Opened::prove(val example, val entry, double epsilon) const {
  return guarded([&] {
    const Proof proof = model_.prove(example_of(example), entry_of(entry), epsilon);
    return Object()
        .set("value", proof.value)
        .set("epsilon", proof.epsilon)
        .set("lossAbove", proof.loss_above)
        .set("lossBelow", proof.loss_below)
        .set("measured", proof.measured)
        .set("gradient", proof.gradient)
        .set("relativeError", proof.relative_error())
        .value();
  });
}

void Opened::set(val entry, double value) {
  guarded([&] { model_.set(entry_of(entry), value); });
}

void Opened::step(val example) {
  guarded([&] { model_.step(example_of(example)); });
}

val Opened::noise() const {
  const Vocabulary& vocabulary = model_.vocabulary();
  const bool keyed = model_.config().draws == Draws::kKeyed;
  const NoiseDistribution noise(vocabulary.counts(), model_.config().ns_exponent,
                                keyed ? word_keys(vocabulary) : std::vector<std::uint64_t>());
  return to_float64_array(noise.probabilities());
}

val Opened::tree() const {
  const HuffmanTree tree(model_.vocabulary().counts());
  std::vector<std::int32_t> nodes, branches, offsets{0};
  for (std::int32_t id = 0; id < model_.vocabulary().size(); ++id) {
    const auto path = tree.path(id);
    const auto code = tree.code(id);
    nodes.insert(nodes.end(), path.begin(), path.end());
    branches.insert(branches.end(), code.begin(), code.end());
    offsets.push_back(static_cast<std::int32_t>(nodes.size()));
  }
  return Object()
      .set("nodes", to_int32_array(nodes))
      .set("branches", to_int32_array(branches))
      .set("offsets", to_int32_array(offsets))
      .value();
}

}  // namespace preformer::wasm
