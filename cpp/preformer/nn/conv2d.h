// Convolution over images: the same small filters are applied at every position, so a stroke learnt
// in one corner is recognised in every other.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "preformer/kernels/add_scaled.h"
#include "preformer/kernels/gemm.h"
#include "preformer/nn/image_size.h"
#include "preformer/nn/initialisers.h"
#include "preformer/nn/parameter.h"

namespace preformer {

/// Y[b, y, x, o] = b_o + Σ_ky Σ_kx Σ_c W[o, ky, kx, c] X[b, y + ky, x + kx, c]
///
/// "Valid" convolution, stride 1.
///   X: [B, height·width·in]                   one image per row, channels last: the k·in numbers
///                                             under one line of a filter are contiguous
///   Y: [B, (height−k+1)·(width−k+1)·out]
///   W: [out, k·k·in]                          in the order (ky, kx, channel); PyTorch's weight is
///                                             [out, in, ky, kx]
///
/// forward    Y = P Wᵀ + b, where the rows of P: [B·places, k·k·in] are the windows (im2col;
///            Chellapilla et al. 2006, "High Performance Convolutional Neural Networks for Document
///            Processing", §4). P is built for a few images at a time.
/// backward   for every non-zero d = dY[b, y, x, o], with w the window at (y, x):
///            dW_o += d · w,  db_o += d,  dw += d · W_o
///            After a 2×2 maximum and a ReLU, at least three of four entries of dY are zero.
///            Visiting only the others takes a third of the time of the products dYᵀ P and dY W.
template <class S>
class Conv2d {
 public:
  /// Weight N(0, 2/(k·k·in)), bias 0: the variance of activations stays the same although the ReLU
  /// that follows sets half of them to zero (He et al. 2015, arXiv:1502.01852, eq. 10).
  PREFORMER_COLD Conv2d(const std::string& name, Index in_channels, Index out_channels,
                        Index kernel, Rng& rng)
      : in_(in_channels),
        kernel_(kernel),
        weight_{name + ".weight",
                normal<S>(out_channels, kernel * kernel * in_channels,
                          std::sqrt(2.0 / double(kernel * kernel * in_channels)), rng)},
        bias_{name + ".bias", Matrix<S>::Zero(1, out_channels), /*decays=*/false} {
    weight_.make_grad();
    bias_.make_grad();
  }

  Index out_channels() const { return weight_.value.rows(); }
  Parameter<S>& weight() { return weight_; }
  const Parameter<S>& weight() const { return weight_; }
  Parameter<S>& bias() { return bias_; }
  const Parameter<S>& bias() const { return bias_; }

  /// The size of Y for images of size `x`.
  ImageSize output(ImageSize x) const {
    return {x.height - kernel_ + 1, x.width - kernel_ + 1, out_channels()};
  }

  void forward(View<const S> x, ImageSize size, Matrix<S>& y) const {
    check(x, size);
    const ImageSize to = output(size);
    y.resize(x.rows, to.numbers());
    for_each_group(x, size, [&](View<const S> images, Index first, View<S> windows) {
      const Index rows = images.rows * to.places();
      S* const out = y.data() + first * to.numbers();
      for (Index n = 0; n < rows; ++n) {
        copy_line(bias_.value.data(), to.channels, out + n * to.channels);
      }
      for (Index n = 0; n < images.rows; ++n) {
        im2col(images.data + n * images.row_stride, size,
               windows.data + n * to.places() * windows.cols);
      }
      multiply(read_only(windows), view(weight_.value).transposed(),
               View<S>{out, rows, to.channels, to.channels, 1}, Into::kAdd);
    });
  }

  /// `x` is forward's input. A frozen parameter collects no gradient; dX is computed all the same.
  void backward(View<const S> x, ImageSize size, const Matrix<S>& dy, Matrix<S>& dx) {
    gather(x, size, dy);
    dx.setZero(x.rows, size.numbers());
    for (Index n = 0; n < x.rows; ++n) {
      spread(dy.data() + n * dy.cols(), size, dx.data() + n * dx.cols());
    }
  }

  /// Only the parameters' gradients, for a layer whose input needs none.
  void gather(View<const S> x, ImageSize size, const Matrix<S>& dy) {
    check(x, size);
    eigen_assert(dy.rows() == x.rows && dy.cols() == output(size).numbers());
    for (Index n = 0; n < x.rows; ++n) {
      const S* const d = dy.data() + n * dy.cols();
      if (!weight_.frozen) gather(x.data + n * x.row_stride, size, d);
      if (bias_.frozen) continue;
      for (Index i = 0; i < dy.cols(); i += out_channels()) {
        add_scaled(bias_.grad.data(), d + i, S(1), out_channels());
      }
    }
  }

  std::vector<Parameter<S>*> parameters() { return {&weight_, &bias_}; }

 private:
  static constexpr Index kGroupNumbers = Index{1} << 15;  // of P built at a time: it stays in cache

  void check([[maybe_unused]] View<const S> x, [[maybe_unused]] ImageSize size) const {
    eigen_assert(size.channels == in_ && size.height >= kernel_ && size.width >= kernel_);
    eigen_assert(x.cols == size.numbers() && x.col_stride == 1);
  }

  /// Calls f(images, index of the first, memory for their windows) for a few images at a time.
  template <class F>
  void for_each_group(View<const S> x, ImageSize size, F&& f) const {
    thread_local std::vector<S> room;  // grows to the size of one group
    const Index columns = weight_.value.cols(), places = output(size).places();
    const Index together = std::max<Index>(1, kGroupNumbers / (columns * places));
    for (Index first = 0; first < x.rows; first += together) {
      const Index count = std::min(together, x.rows - first), rows = count * places;
      if (room.size() < static_cast<std::size_t>(rows * columns)) {
        room.resize(static_cast<std::size_t>(rows * columns));
      }
      f(x.rows_from(first, count), first, View<S>{room.data(), rows, columns, columns, 1});
    }
  }

  /// Calls f(d, channel, offset of its window in the image) for each non-zero d of one image's dY.
  template <class F>
  void for_each_gradient(const S* dy, ImageSize size, F&& f) const {
    const ImageSize to = output(size);
    for (Index y = 0; y < to.height; ++y) {
      for (Index x = 0; x < to.width; ++x) {
        for (Index o = 0; o < to.channels; ++o) {
          if (const S d = *dy++; d != S(0)) f(d, o, (y * size.width + x) * in_);
        }
      }
    }
  }

  /// Adds one image's part of dW. It and spread() are separate functions because WebAssembly
  /// engines switch to optimised code when a function is called again.
  [[gnu::noinline]] void gather(const S* image, ImageSize size, const S* dy) {
    const Index line = kernel_ * in_, columns = kernel_ * line;
    S* const dw = weight_.grad.data();
    for_each_gradient(dy, size, [&](S d, Index o, Index at) {
      for (Index ky = 0; ky < kernel_; ++ky) {
        add_scaled(dw + o * columns + ky * line, image + at + ky * size.width * in_, d, line);
      }
    });
  }

  /// Adds one image's part of dX.
  [[gnu::noinline]] void spread(const S* dy, ImageSize size, S* dx) const {
    const Index line = kernel_ * in_, columns = kernel_ * line;
    const S* const w = weight_.value.data();
    for_each_gradient(dy, size, [&](S d, Index o, Index at) {
      for (Index ky = 0; ky < kernel_; ++ky) {
        add_scaled(dx + at + ky * size.width * in_, w + o * columns + ky * line, d, line);
      }
    });
  }

  [[gnu::noinline]] void im2col(const S* image, ImageSize size, S* window) const {
    const ImageSize to = output(size);
    for (Index y = 0; y < to.height; ++y) {
      for (Index x = 0; x < to.width; ++x) {
        const S* from = image + (y * size.width + x) * in_;
        for (Index ky = 0; ky < kernel_; ++ky, from += size.width * in_) {
          window = copy_line(from, kernel_ * in_, window);
        }
      }
    }
  }

  /// std::copy_n, inlined, because lines are short.
  static S* copy_line(const S* from, Index count, S* to) {
    constexpr int W = Simd<S>::kWidth;
    Index i = 0;
    for (; i + W <= count; i += W) store<S>(to + i, load<S>(from + i));
    for (; i < count; ++i) to[i] = from[i];
    return to + count;
  }

  Index in_, kernel_;
  Parameter<S> weight_, bias_;
};

}  // namespace preformer
