// Transfer learning as operations on a stack of layers: copying the weights of another model,
// freezing them, or training them with lower learning rates. They work for every LayeredClassifier.
//
// The three ways of Yosinski et al. 2014, "How transferable are features in deep neural networks?":
// AnB (the first n layers copied from A and frozen), AnB+ (copied, then trained) and the base
// (nothing copied).
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

/// A parameter of a trained model, with its name. The model must outlive it.
struct NamedMatrix {
  std::string_view name;
  View<const float> value;
};

using FloatLayers = std::span<const ClassifierLayer<float>>;

/// The parameters of these layers, in the form that copy_parameters() takes.
std::vector<NamedMatrix> named_parameters(FloatLayers layers);

/// Sets every parameter for which `from` has one of the same name and shape. Returns the names of
/// the others, which stay unchanged.
std::vector<std::string> copy_parameters(std::span<const NamedMatrix> from, FloatLayers to);

/// All layers but the head.
inline FloatLayers below_head(FloatLayers layers) { return layers.first(layers.size() - 1); }

/// A frozen layer collects no gradients and is not updated. If no layer below it is trained, the
/// backward pass ends above it.
void set_frozen(const ClassifierLayer<float>& layer, bool frozen);
bool is_frozen(const ClassifierLayer<float>& layer);

/// The lowest layer that is not frozen; layers.size() if all are.
std::size_t lowest_trainable(FloatLayers layers);

/// Discriminative fine-tuning: the head's rate is 1, and the rate of every other layer is that of
/// the layer above divided by `factor` (Howard & Ruder 2018, ULMFiT, arXiv:1801.06146 §3.2: 2.6).
void set_discriminative_rates(FloatLayers layers, double factor);

/// The layer of that name. Throws BadParameter, naming `field`, if there is none.
const ClassifierLayer<float>& find_layer(FloatLayers layers, std::string_view field,
                                         std::string_view name);

}  // namespace preformer
