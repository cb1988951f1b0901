#include "preformer/models/transfer.h"

#include <algorithm>
#include <array>

namespace preformer {

Names<TransferMode> transfer_mode_names() {
  static constexpr std::array<Name<TransferMode>, 4> kNames{
      {{TransferMode::kScratch, "scratch"},
       {TransferMode::kFrozen, "frozen"},
       {TransferMode::kFineTuned, "fine-tuned"},
       {TransferMode::kFrozenRandom, "frozen-random"}}};
  return kNames;
}

std::vector<NamedMatrix> named_parameters(FloatLayers layers) {
  std::vector<NamedMatrix> named;
  for (const ClassifierLayer<float>& layer : layers) {
    for (const Parameter<float>* p : layer.parameters) named.push_back({p->name, view(p->value)});
  }
  return named;
}

std::vector<std::string> copy_parameters(std::span<const NamedMatrix> from, FloatLayers to) {
  std::vector<std::string> missing;
  for (const ClassifierLayer<float>& layer : to) {
    for (Parameter<float>* p : layer.parameters) {
      const auto source = std::find_if(from.begin(), from.end(), [&](const NamedMatrix& m) {
        return m.name == p->name && m.value.rows == p->value.rows() &&
               m.value.cols == p->value.cols();
      });
      if (source == from.end()) {
        missing.push_back(p->name);
        continue;
      }
      for (Index row = 0; row < p->value.rows(); ++row) {
        std::copy_n(source->value.data + row * source->value.row_stride, p->value.cols(),
                    p->value.data() + row * p->value.cols());
      }
    }
  }
  return missing;
}

void set_frozen(const ClassifierLayer<float>& layer, bool frozen) {
  for (Parameter<float>* p : layer.parameters) p->frozen = frozen;
}

bool is_frozen(const ClassifierLayer<float>& layer) {
  return std::all_of(layer.parameters.begin(), layer.parameters.end(),
                     [](const Parameter<float>* p) { return p->frozen; });
}

std::size_t lowest_trainable(FloatLayers layers) {
  std::size_t lowest = 0;
  while (lowest < layers.size() && is_frozen(layers[lowest])) ++lowest;
  return lowest;
}

void set_discriminative_rates(FloatLayers layers, double factor) {
  double rate = 1;
  for (std::size_t l = layers.size(); l-- > 0; rate /= factor) {
    for (Parameter<float>* p : layers[l].parameters) p->rate = static_cast<float>(rate);
  }
}

const ClassifierLayer<float>& find_layer(FloatLayers layers, std::string_view field,
                                         std::string_view name) {
  std::string permitted;
  for (const ClassifierLayer<float>& layer : layers) {
    if (layer.name == name) return layer;
    permitted += (permitted.empty() ? "" : ", ") + layer.name;
  }
  throw Error(ErrorCode::kBadParameter,
              "The model has no layer of that name. Take one of: " + permitted + ".",
              {std::string(field), std::string(name), permitted});
}

}  // namespace preformer
