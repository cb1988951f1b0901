// An image CNN, one picture at a time (models/image_cnn.h, nn/conv2d.h have the equations).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "preformer/inside/nudge.h"
#include "preformer/inside/trace.h"
#include "preformer/models/image_cnn.h"
#include "preformer/nn/relu.h"
#include "preformer/nn/softmax_cross_entropy.h"

namespace preformer {

/// What a picture computes. A quantity of a layer with maps is [height·width, channels].
template <class S>
struct ImageTrace : Trace<S> {
  struct Named {
    std::string quantity;
    ImageSize size;
  };
  std::vector<Named> sizes;  // of the quantities that are maps
};

namespace detail {

/// The numbers of one image as one row, as layers read it.
template <class S>
View<const S> as_row(const Matrix<S>& image) {
  return {image.data(), 1, image.size(), image.size(), 1};
}

/// One image, computed as a row, as [places, channels].
template <class S>
Matrix<S> as_maps(const Matrix<S>& row, Index channels) {
  return Eigen::Map<const Matrix<S>>(row.data(), row.size() / channels, channels);
}

inline const char* image_layer(std::size_t n) { return n == 0 ? "conv1" : "conv2"; }

/// Loss and probabilities of one picture, with what was computed on the way.
template <class S>
struct ImageForward {
  static constexpr std::size_t kConvolutions = 2;

  std::array<Matrix<S>, kConvolutions + 1> maps;  // the image, then each layer's after its ReLU
  std::array<Matrix<S>, kConvolutions> before;    // what the convolution computed
  std::array<Matrix<typename MaxPool2d<S>::Place>, kConvolutions> place;
  Matrix<S> hidden_before, hidden;  // [1, hidden]
  Matrix<S> logits, probabilities;  // [1, classes]
  double loss = 0;

  /// before = W * x + b     maps = max(max of 2×2 (before), 0)     hidden = max(W x + b, 0)
  void run(ImageCnn<S>& model, View<const S> image, std::int32_t target,
           const Nudge<S>& nudge = {}) {
    maps[0] = as_maps(matrix_of(image), model.size(0).channels);
    nudge.apply("image", maps[0]);
    Matrix<S> row;
    for (std::size_t n = 0; n < kConvolutions; ++n) {
      const std::string name = image_layer(n);
      const ImageSize from = model.size(n), to = model.convolution(n).output(from);
      model.convolution(n).forward(as_row(maps[n]), from, row);
      before[n] = as_maps(row, to.channels);
      nudge.apply(name + ".before", before[n]);
      model.pool().forward(as_row(before[n]), to, row, place[n]);
      relu(row);
      maps[n + 1] = as_maps(row, to.channels);
      nudge.apply(name, maps[n + 1]);
    }
    model.hidden().forward(as_row(maps[kConvolutions]), hidden_before);
    nudge.apply("hidden.before", hidden_before);
    hidden = hidden_before;
    relu(hidden);
    nudge.apply("hidden", hidden);
    model.head().forward(hidden, logits);
    nudge.apply("logits", logits);
    probabilities = logits;
    loss = softmax_row(probabilities.data(), probabilities.size()) - double(logits(0, target));
  }
};

/// Adds ∂loss/∂quantity from the logits down to the picture, and gathers dW of every layer.
template <class S>
void add_image_gradients(ImageCnn<S>& model, const ImageForward<S>& forward, std::int32_t target,
                         Trace<S>& trace) {
  // dlogits = p − onehot     dhidden = dlogits W     dbefore = dhidden where hidden > 0
  Matrix<S> dy = forward.logits, dx;
  softmax_cross_entropy(dy, {&target, 1}, S(1));
  trace.add_backward("logits", dy);
  model.head().backward(forward.hidden, dy, dx);
  trace.add_backward("hidden", dx);
  relu_backward(forward.hidden, dx);
  trace.add_backward("hidden.before", dx);
  dy.swap(dx);
  constexpr std::size_t top = ImageForward<S>::kConvolutions;
  const auto flat = as_row(forward.maps[top]);
  dx.resize(1, flat.cols);
  model.hidden().backward(flat, dy, view(dx));

  // dbefore is dmaps at the largest of each 2×2, where it is over 0; elsewhere it is 0.
  Matrix<S> above, below;
  for (std::size_t n = top; n-- > 0;) {
    const std::string name = image_layer(n);
    const ImageSize from = model.size(n), to = model.convolution(n).output(from);
    above = as_maps(dx, to.channels);
    trace.add_backward(name, above);
    relu_backward(forward.maps[n + 1], above);
    dy = matrix_of(as_row(above));
    model.pool().backward(dy, forward.place[n], to, below);
    trace.add_backward(name + ".before", as_maps(below, to.channels));
    model.convolution(n).backward(as_row(forward.maps[n]), from, below, dx);
  }
  trace.add_backward("image", as_maps(dx, model.size(0).channels));
}

}  // namespace detail

/// Follows a picture of class `target` through the network, without dropout, and takes one step of
/// plain gradient descent on it, W ← W − α·rate·dW. Training takes batches and an optimiser of its
/// own; without dropout, on a batch of this one picture, its gradients are these.
///
/// A frozen layer's gradient is computed like the others', although training, which has no use for
/// it, ends above the layers that are frozen; its weights do not change.
///
/// `model` is a copy: its gradients are overwritten and its weights moved.
template <class S>
ImageTrace<S> trace_image_cnn(ImageCnn<S>& model, View<const S> image, std::int32_t target,
                              S alpha) {
  std::vector<Parameter<S>*> parameters;
  for (const ClassifierLayer<S>& layer : model.layers()) {
    parameters.insert(parameters.end(), layer.parameters.begin(), layer.parameters.end());
  }
  ImageTrace<S> trace;
  detail::ImageForward<S> forward;
  forward.run(model, image, target);
  trace.loss = forward.loss;
  trace.add_forward("image", forward.maps[0]);
  trace.sizes.push_back({"image", model.size(0)});
  for (std::size_t n = 0; n < forward.before.size(); ++n) {
    const std::string name = detail::image_layer(n);
    trace.add_forward(name + ".before", forward.before[n]);
    trace.sizes.push_back({name + ".before", model.convolution(n).output(model.size(n))});
    trace.add_forward(name, forward.maps[n + 1]);
    trace.sizes.push_back({name, model.size(n + 1)});
  }
  trace.add_forward("hidden.before", forward.hidden_before);
  trace.add_forward("hidden", forward.hidden);
  trace.add_forward("logits", forward.logits);
  trace.add_forward("probabilities", forward.probabilities);

  while_unfrozen(parameters, [&] {
    detail::add_image_gradients(model, forward, target, trace);
    add_parameter_gradients(parameters, trace);
  });

  descend(parameters, alpha, trace);
  forward.run(model, image, target);
  trace.loss_after = forward.loss;
  trace.add_forward("probabilities.after", forward.probabilities);
  return trace;
}

}  // namespace preformer
