// A small convolutional network for drawings of 28×28 pixels, after LeNet-5 (LeCun, Bottou, Bengio
// & Haffner 1998, "Gradient-Based Learning Applied to Document Recognition", §II).
//
//   level 0   pixels, 0 (paper) to 1 (ink)                           [1, 28·28]
//   conv1     12 filters of 5×5, maximum of every 2×2, ReLU      →    [1, 12·12·12]
//   conv2     24 filters of 5×5×12, maximum of every 2×2, ReLU   →    [1, 4·4·24]
//   hidden    linear, ReLU                                      →    [1, 128]
//   head      dropout while training, linear                    →    [1, classes], logits
//
// max(max(a, b), 0) = max(max(a, 0), max(b, 0)), so the ReLU is taken after the maximum, where it
// has a quarter of the numbers to process.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/models/classifier_head.h"
#include "preformer/models/layered_classifier.h"
#include "preformer/nn/conv2d.h"
#include "preformer/nn/linear.h"
#include "preformer/nn/max_pool.h"

namespace preformer {

struct ImageCnnShape {
  Index height = 28, width = 28;
  Index filters1 = 12, filters2 = 24;
  Index kernel = 5;  // side of the filters of both convolutions
  Index hidden = 128;
  Index classes = 2;
  double dropout = 0.25;  // of the head's input

  /// Throws BadParameter naming the first field out of range, its value and the range.
  PREFORMER_COLD void validate() const;
};

/// The output of one layer for one image.
struct FeatureMap {
  std::string layer;
  ImageSize size;
  std::vector<float> values;  // [height, width, channels]
};

template <class S>  // float ships; double is what the gradient tests check
class ImageCnn final : public LayeredClassifier<S> {
 public:
  using Example = typename LayeredClassifier<S>::Example;

  PREFORMER_COLD ImageCnn(const ImageCnnShape& shape, Rng& rng);

  /// "conv1", "conv2", "hidden", "head", each with a weight and a bias.
  PREFORMER_COLD std::vector<ClassifierLayer<S>> layers() override;
  Index classes() const override { return shape_.classes; }
  /// The convolutions, because strokes are the same in every task. The hidden layer is specific to
  /// its own classes: frozen, it helps another task less than new weights do.
  std::size_t general_layers() override { return kConvolutions; }

  void forward(std::span<const Example> x, std::size_t from, std::size_t to,
               std::vector<Matrix<S>>& y) const override;
  ClassifierLoss gradients(std::span<const Example> x, std::size_t from, std::size_t lowest,
                           std::span<const std::int32_t> targets, Rng& rng, S scale) override;
  PREFORMER_COLD void replace_head(Index classes, Rng& rng) override;

  /// The first layer's filters, [filters1, kernel·kernel].
  const Matrix<S>& filters() const { return convolutions_[0].weight().value; }
  /// From the lowest layer to the head's logits.
  PREFORMER_COLD std::vector<FeatureMap> feature_maps(Example image) const;

  /// The layers, for following one picture through them (inside/image_cnn_trace.h).
  ImageSize size(std::size_t level) const { return sizes_[level]; }
  Conv2d<S>& convolution(std::size_t n) { return convolutions_[n]; }
  const MaxPool2d<S>& pool() const { return pool_; }
  Linear<S>& hidden() { return hidden_; }
  Linear<S>& head() { return head_.linear(); }

 private:
  static constexpr std::size_t kConvolutions = 2;
  static constexpr std::size_t kHidden = 2, kHead = 3;  // the levels that these layers read
  static constexpr std::size_t kLayers = 4;             // the level of the logits

  /// What backward needs from one layer of convolution and pooling.
  struct Pooling {
    Matrix<S> answers;  // the convolution's output; after pool_.backward() its gradient
    Matrix<typename MaxPool2d<S>::Place> place;
  };
  /// The matrices of one batch. Kept between steps, so that a step allocates nothing.
  struct Batch {
    std::array<Matrix<S>, kLayers + 1> levels;  // [B, numbers of the level]
    std::array<Pooling, kConvolutions> pooling;
    Matrix<S> dy, dx;  // gradients of the output and the input of one layer
  };

  /// Computes level `level` + 1 of a batch from level `level`, without dropout.
  void ascend(std::size_t level, Batch& batch) const;
  /// Computes the gradients of layer `level` from batch.dy, the gradient of level `level` + 1. If
  /// `further`, batch.dy is then the gradient of level `level`.
  void descend(std::size_t level, bool further, Batch& batch);

  using Sizes = std::array<ImageSize, kLayers + 1>;
  static Sizes sizes_of(const ImageCnnShape& shape);

  ImageCnnShape shape_;
  Sizes sizes_;  // of an image at every level
  std::array<Conv2d<S>, kConvolutions> convolutions_;
  MaxPool2d<S> pool_;
  Linear<S> hidden_;
  SoftmaxHead<S> head_;
  Batch training_;
};

}  // namespace preformer
