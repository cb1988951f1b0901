#include "preformer/models/image_cnn.h"

#include <algorithm>

#include "preformer/base/error.h"
#include "preformer/nn/relu.h"

namespace preformer {

namespace {

constexpr Index kPool = 2;           // both poolings: maximum of 2 × 2
constexpr Index kForwardBatch = 64;  // images of one forward pass, to bound the memory

constexpr const char* kNames[] = {"conv1", "conv2", "hidden", "head"};

/// Sides after a convolution and a pooling.
ImageSize pooled(ImageSize x, Index kernel, Index channels) {
  return {(x.height - kernel + 1) / kPool, (x.width - kernel + 1) / kPool, channels};
}

PREFORMER_COLD void check_range(const char* name, Index value, Index low, Index high) {
  if (value >= low && value <= high) return;
  const std::string range = std::to_string(low) + " to " + std::to_string(high);
  throw Error(ErrorCode::kBadParameter, std::string(name) + " must be " + range + ".",
              {name, std::to_string(value), range});
}

/// Copies matrices of one row each into the rows of one matrix.
template <class S>
void stack(std::span<const View<const S>> x, Index numbers, Matrix<S>& rows) {
  rows.resize(static_cast<Index>(x.size()), numbers);
  S* to = rows.data();
  for (const View<const S>& example : x) {
    eigen_assert(example.rows == 1 && example.cols == numbers && example.col_stride == 1);
    to = std::copy_n(example.data, numbers, to);
  }
}

}  // namespace

void ImageCnnShape::validate() const {
  check_range("height", height, 4, 256);
  check_range("width", width, 4, 256);
  check_range("filters", filters1, 1, 256);
  check_range("filters", filters2, 1, 256);
  check_range("hidden", hidden, 1, 4096);
  check_range("classes", classes, 2, 1000);
  const Index side = std::min(height, width);
  Index largest = 1;  // the result of the last convolution must have a square to pool
  while (((side - largest) / kPool - largest) / kPool >= 1) ++largest;
  check_range("kernel", kernel, 1, largest);
  if (!(dropout >= 0 && dropout <= 0.95)) {
    throw Error(ErrorCode::kBadParameter, "dropout must be 0 to 0.95.",
                {"dropout", std::to_string(dropout), "0 to 0.95"});
  }
}

template <class S>
ImageCnn<S>::ImageCnn(const ImageCnnShape& shape, Rng& rng)
    : shape_((shape.validate(), shape)),
      sizes_(sizes_of(shape)),
      convolutions_{Conv2d<S>(kNames[0], 1, shape.filters1, shape.kernel, rng),
                    Conv2d<S>(kNames[1], shape.filters1, shape.filters2, shape.kernel, rng)},
      pool_(kPool),
      hidden_(kNames[kHidden], sizes_[kHidden].numbers(), shape.hidden, rng),
      head_(shape.hidden, {.classes = shape.classes, .dropout = shape.dropout}, rng) {}

template <class S>
typename ImageCnn<S>::Sizes ImageCnn<S>::sizes_of(const ImageCnnShape& shape) {
  const ImageSize image{shape.height, shape.width, 1};
  const ImageSize first = pooled(image, shape.kernel, shape.filters1);
  const ImageSize second = pooled(first, shape.kernel, shape.filters2);
  return {image, first, second, ImageSize{1, 1, shape.hidden}, ImageSize{1, 1, shape.classes}};
}

template <class S>
std::vector<ClassifierLayer<S>> ImageCnn<S>::layers() {
  return {{kNames[0], convolutions_[0].parameters()},
          {kNames[1], convolutions_[1].parameters()},
          {kNames[kHidden], hidden_.parameters()},
          {kNames[kHead], head_.parameters()}};
}

template <class S>
void ImageCnn<S>::replace_head(Index classes, Rng& rng) {
  ImageCnnShape shape = shape_;
  shape.classes = classes;
  shape.validate();
  shape_ = shape;
  sizes_[kLayers].channels = classes;
  head_.replace(classes, rng);
}

template <class S>
void ImageCnn<S>::ascend(std::size_t level, Batch& batch) const {
  const Matrix<S>& x = batch.levels[level];
  Matrix<S>& y = batch.levels[level + 1];
  if (level == kHead) {
    head_.forward(x, y);
    return;
  }
  if (level == kHidden) {
    hidden_.forward(x, y);
  } else {
    const Conv2d<S>& convolution = convolutions_[level];
    Pooling& p = batch.pooling[level];
    convolution.forward(view(x), sizes_[level], p.answers);
    pool_.forward(view(std::as_const(p.answers)), convolution.output(sizes_[level]), y, p.place);
  }
  relu(y);
}

template <class S>
void ImageCnn<S>::descend(std::size_t level, bool further, Batch& batch) {
  const Matrix<S>& x = batch.levels[level];
  relu_backward(batch.levels[level + 1], batch.dy);
  if (level == kHidden) {
    if (further) {
      hidden_.backward(x, batch.dy, batch.dx);
    } else {
      hidden_.gather(view(x), batch.dy);
    }
  } else {
    Conv2d<S>& convolution = convolutions_[level];
    Pooling& p = batch.pooling[level];
    pool_.backward(batch.dy, p.place, convolution.output(sizes_[level]), p.answers);
    if (further) {
      convolution.backward(view(x), sizes_[level], p.answers, batch.dx);
    } else {
      convolution.gather(view(x), sizes_[level], p.answers);
    }
  }
  if (further) batch.dy.swap(batch.dx);
}

template <class S>
ClassifierLoss ImageCnn<S>::gradients(std::span<const Example> x, std::size_t from,
                                      std::size_t lowest, std::span<const std::int32_t> targets,
                                      Rng& rng, S scale) {
  eigen_assert(from <= lowest && lowest < kLayers && x.size() == targets.size());
  Batch& batch = training_;
  stack(x, sizes_[from].numbers(), batch.levels[from]);
  for (std::size_t level = from; level < kHead; ++level) ascend(level, batch);
  const ClassifierLoss loss = head_.gradients(batch.levels[kHead], targets, rng, scale,
                                              lowest < kHead ? &batch.dy : nullptr);
  for (std::size_t level = kHead; level-- > lowest;) descend(level, level > lowest, batch);
  return loss;
}

template <class S>
void ImageCnn<S>::forward(std::span<const Example> x, std::size_t from, std::size_t to,
                          std::vector<Matrix<S>>& y) const {
  eigen_assert(from <= to && to <= kLayers);
  y.resize(x.size());
  thread_local Batch batch;  // grows to the size of one pass
  for (std::size_t first = 0; first < x.size(); first += kForwardBatch) {
    const auto some = x.subspan(first, std::min<std::size_t>(kForwardBatch, x.size() - first));
    stack(some, sizes_[from].numbers(), batch.levels[from]);
    for (std::size_t level = from; level < to; ++level) ascend(level, batch);
    for (std::size_t n = 0; n < some.size(); ++n) {
      y[first + n] = batch.levels[to].row(static_cast<Index>(n));
    }
  }
}

template <class S>
std::vector<FeatureMap> ImageCnn<S>::feature_maps(Example image) const {
  std::vector<FeatureMap> maps;
  Batch batch;
  stack(std::span<const Example>(&image, 1), sizes_[0].numbers(), batch.levels[0]);
  for (std::size_t level = 0; level < kLayers; ++level) {
    ascend(level, batch);
    const Matrix<S>& values = batch.levels[level + 1];
    maps.push_back({kNames[level], sizes_[level + 1], {}});
    for (Index i = 0; i < values.size(); ++i) {
      maps.back().values.push_back(static_cast<float>(values.data()[i]));
    }
  }
  return maps;
}

template class ImageCnn<float>;
#ifdef PREFORMER_DOUBLE  // for the gradient tests
template class ImageCnn<double>;
#endif

}  // namespace preformer
