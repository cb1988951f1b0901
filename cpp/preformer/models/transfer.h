// Transfer learning as operations on a stack of layers: copy what another model has learnt, freeze
// it or let it learn on more slowly. What the model is made of does not matter.
//
// Yosinski et al. 2014, "How transferable are features in deep neural networks?", call the
// three ways AnB (the first n layers copied from A, frozen), AnB+ (copied, then trained on) and
// the base (nothing copied).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/base/names.h"
#include "preformer/models/layered_classifier.h"

namespace preformer {

enum class TransferMode { kScratch, kFrozen, kFineTuned, kFrozenRandom };

/// "scratch", "frozen", "fine-tuned", "frozen-random".
Names<TransferMode> transfer_mode_names();

/// A parameter of a trained model, by the name it has there. Must outlive the list.
struct NamedMatrix {
  std::string_view name;
  View<const float> value;
};

using FloatLayers = std::span<const ClassifierLayer<float>>;

/// The parameters of these layers, as copy_parameters() reads them.
std::vector<NamedMatrix> named_parameters(FloatLayers layers);

/// Sets every parameter that `from` has under the same name and in the same shape. Returns the
/// names of those that it has not, or in another shape: they stay as they are.
std::vector<std::string> copy_parameters(std::span<const NamedMatrix> from, FloatLayers to);

/// All layers but the head.
inline FloatLayers below_head(FloatLayers layers) { return layers.first(layers.size() - 1); }

/// A frozen layer gathers no gradients, is not updated and, where nothing below it is trained,
/// ends the backward pass.
void set_frozen(const ClassifierLayer<float>& layer, bool frozen);
bool is_frozen(const ClassifierLayer<float>& layer);

/// The lowest layer that is not frozen; layers.size() if all are.
std::size_t lowest_trainable(FloatLayers layers);

/// Discriminative fine-tuning: the head learns at 1, every layer at the rate of the one above it
/// divided by `factor` (Howard & Ruder 2018, ULMFiT, arXiv:1801.06146 §3.2: 2.6). 1: all alike.
void set_discriminative_rates(FloatLayers layers, double factor);

/// The layer of that name. Throws BadParameter for `field` where there is none.
const ClassifierLayer<float>& find_layer(FloatLayers layers, std::string_view field,
                                         std::string_view name);

}  // namespace preformer
