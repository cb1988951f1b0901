// Questions to a classifier, in the form that JavaScript uses.
#include <algorithm>

#include "preformer/inside/image_cnn_trace.h"
#include "preformer/inside/sentence_trace.h"
#include "preformer/kernels/losses.h"
#include "wasm/traces.h"
#include "wasm/transfer/classifier.h"

namespace preformer::wasm {

namespace {

constexpr std::size_t kExamplesTogether = 32;  // bounds the memory of their layers

/// The words of a sentence, as the vocabulary has them.
val words_of(const View<const float>& ids, const Vocabulary& vocabulary) {
  val words = val::array();
  for (Index n = 0; n < ids.rows; ++n) {
    push(words, to_js(vocabulary.word(static_cast<std::int32_t>(ids.data[n * ids.row_stride]))));
  }
  return words;
}

}  // namespace

val Classifier::classify(val inputs) const {
  return guarded([&] {
    const Examples given = read_inputs(inputs, design_);
    const std::vector<View<const float>>& all = given.labelled.examples;
    std::vector<float> probabilities;
    std::vector<Matrix<float>> logits;
    for (std::size_t first = 0; first < all.size(); first += kExamplesTogether) {
      const std::size_t count = std::min(kExamplesTogether, all.size() - first);
      model_->forward(std::span(all).subspan(first, count), 0, layers_.size(), logits);
      for (std::size_t i = 0; i < count; ++i) {
        softmax_row(logits[i].data(), logits[i].size());
        probabilities.insert(probabilities.end(), logits[i].data(),
                             logits[i].data() + logits[i].size());
      }
    }
    return to_float32_array(probabilities);
  });
}

const ImageCnn<float>& Classifier::network() const {
  const auto* network = dynamic_cast<const ImageCnn<float>*>(model_.get());
  if (network) return *network;
  throw Error(ErrorCode::kBadParameter,
              "Only a classifier of images has filters and feature maps. Train one of images.",
              {"model", "text", "images"});
}

val Classifier::activations(val image) const {
  return guarded([&] {
    const ImageCnn<float>& network = this->network();
    const Examples given = read_inputs(image, design_);
    val list = val::array();
    for (const FeatureMap& map : network.feature_maps(given.labelled.examples.front())) {
      push(list, Object()
                     .set("layer", map.layer)
                     .set("height", map.size.height)
                     .set("width", map.size.width)
                     .set("channels", map.size.channels)
                     .set("values", to_float32_array(map.values))
                     .value());
    }
    return list;
  });
}

val Classifier::filters() const {
  return guarded([&] {
    const Matrix<float>& filters = network().filters();
    return Object()
        .set("height", design_.image.kernel)
        .set("width", design_.image.kernel)
        .set("count", filters.rows())
        .set("values", to_float32_array({filters.data(), static_cast<std::size_t>(filters.size())}))
        .value();
  });
}

val Classifier::inside(val example, double alpha) const {
  return guarded([&] {
    const Examples given = read_examples_of(example, design_, labels_);
    const View<const float> followed = given.labelled.examples.front();
    const std::int32_t label = given.labelled.labels.front();
    const std::unique_ptr<Classification> copied = copy_without_dropout();
    const auto layers = copied->layers();
    for (std::size_t l = 0; l < layers.size(); ++l) {
      set_frozen(layers[l], layers_[l].frozen);
      for (Parameter<float>* p : layers[l].parameters)
        p->rate = static_cast<float>(layers_[l].rate);
    }
    Object object;
    if (!design_.of_images()) {
      object.set("words", words_of(followed, design_.words->vocabulary));
      const auto trace = trace_sentence(*copied, followed, label, static_cast<float>(alpha));
      return set_trace(object, trace).value();
    }
    const ImageTrace<float> trace = trace_image_cnn(static_cast<ImageCnn<float>&>(*copied),
                                                    followed, label, static_cast<float>(alpha));
    val sizes = val::array();
    for (const auto& [name, size] : trace.sizes) {
      push(sizes, Object()
                      .set("name", name)
                      .set("height", size.height)
                      .set("width", size.width)
                      .set("channels", size.channels)
                      .value());
    }
    object.set("sizes", sizes);
    return set_trace(object, trace).value();
  });
}

}  // namespace preformer::wasm
