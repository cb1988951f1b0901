// Convolution over images: the same small filters at every place, so that what is learnt of a
// stroke in one corner holds in all others.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "preformer/kernels/gemm.h"
#include "preformer/kernels/window_step.h"
#include "preformer/nn/image_size.h"
#include "preformer/nn/initialisers.h"
#include "preformer/nn/parameter.h"

namespace preformer {

/// Y[b, y, x, o] = b_o + Σ_ky Σ_kx Σ_c W[o, ky, kx, c] X[b, y + ky, x + kx, c]     "valid", stride
/// 1
///
///   X: [B, height·width·in]    Y: [B, (height−k+1)·(width−k+1)·out]    channels last: an image is
///   a row, and so is the window of one line of the filter in it: k·in numbers side by side W:
///   [out, k·k·in]           in the order (ky, kx, channel); PyTorch's weight is [out, in, ky, kx]
///
/// With the windows as rows of a matrix P: [B·places, k·k·in] (Chellapilla et al. 2006, "High
/// Performance Convolutional Neural Networks for Document Processing", §4: im2col):
///   forward    Y = P Wᵀ + b           (Y as [B·places, out], which is the same memory)
///   backward   dW += dYᵀ P,  db += Σ dY,  dP = dY W,  dX: every entry of dP added to where it was
///              read (col2im)
/// P is made for a few images at a time, and again in backward: making it costs a few hundredths of
/// the products.
template <class S>
class Conv2d {
 public:
  /// Weight N(0, 2/(k·k·in)), bias 0: half of what it puts out will be cut off by a ReLU, and the
  /// other half keeps the variance (He et al. 2015, arXiv:1502.01852, eq. 10).
  PREFORMER_COLD Conv2d(const std::string& name, Index in_channels, Index out_channels,
                        Index kernel, Rng& rng)
      : in_(in_channels),
        kernel_(kernel),
        weight_{name + ".weight",
                normal<S>(out_channels, kernel * kernel * in_channels,
                          std::sqrt(2.0 / double(kernel * kernel * in_channels)), rng)},
        bias_{name + ".bias", Matrix<S>::Zero(1, out_channels)} {
    weight_.make_grad();
    bias_.make_grad();
  }

  Index out_channels() const { return weight_.value.rows(); }
  const Matrix<S>& weight() const { return weight_.value; }

  /// What forward makes of images of this size.
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
        std::copy_n(bias_.value.data(), to.channels, out + n * to.channels);
      }
      im2col(images, size, windows);
      multiply(read_only(windows), view(weight_.value).transposed(),
               View<S>{out, rows, to.channels, to.channels, 1}, Into::kAdd);
    });
  }

  /// `x` is what forward saw. A frozen parameter gathers nothing, yet dX still flows.
  void backward(View<const S> x, ImageSize size, const Matrix<S>& dy, Matrix<S>& dx) {
    gather(x, size, dy);
    dx.setZero(x.rows, size.numbers());
    for_each_group(x, size, [&](View<const S> images, Index first, View<S> windows) {
      multiply(gradient(dy, size, first, images.rows), view(std::as_const(weight_.value)), windows,
               Into::kOverwrite);
      col2im(read_only(windows), size, view(dx).rows_from(first, images.rows));
    });
  }

  /// The parameters' part of backward, for a layer whose input needs no gradient.
  void gather(View<const S> x, ImageSize size, const Matrix<S>& dy) {
    check(x, size);
    eigen_assert(dy.rows() == x.rows && dy.cols() == output(size).numbers());
    if (!bias_.frozen) {
      const Index out = out_channels();
      for (Index n = 0; n < dy.size(); n += out) {
        add_scaled(bias_.grad.data(), dy.data() + n, S(1), out);
      }
    }
    if (weight_.frozen) return;
    // As (Pᵀ dY)ᵀ: dY has few columns, so little is packed.
    Matrix<S> transposed = Matrix<S>::Zero(weight_.value.cols(), weight_.value.rows());
    for_each_group(x, size, [&](View<const S> images, Index first, View<S> windows) {
      im2col(images, size, windows);
      multiply(read_only(windows).transposed(), gradient(dy, size, first, images.rows),
               view(transposed), Into::kAdd);
    });
    weight_.grad += transposed.transpose();
  }

  std::vector<Parameter<S>*> parameters() { return {&weight_, &bias_}; }

 private:
  static constexpr Index kGroupNumbers = Index{1} << 15;  // of P made at a time: it stays in cache

  void check([[maybe_unused]] View<const S> x, [[maybe_unused]] ImageSize size) const {
    eigen_assert(size.channels == in_ && size.height >= kernel_ && size.width >= kernel_);
    eigen_assert(x.cols == size.numbers() && x.col_stride == 1);
  }

  /// f(images, the number of the first, room for their windows), a few images at a time.
  template <class F>
  void for_each_group(View<const S> x, ImageSize size, F&& f) const {
    thread_local std::vector<S> room;  // grows to one group, then stays
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

  /// dY of some images as [places, out].
  View<const S> gradient(const Matrix<S>& dy, ImageSize size, Index first, Index count) const {
    const ImageSize to = output(size);
    return {dy.data() + first * to.numbers(), count * to.places(), to.channels, to.channels, 1};
  }

  void im2col(View<const S> images, ImageSize size, View<S> windows) const {
    const ImageSize to = output(size);
    S* window = windows.data;
    for (Index b = 0; b < images.rows; ++b) {
      for (Index y = 0; y < to.height; ++y) {
        for (Index x = 0; x < to.width; ++x) {
          const S* from = images.data + b * images.row_stride + (y * size.width + x) * in_;
          for (Index ky = 0; ky < kernel_; ++ky, from += size.width * in_) {
            window = std::copy_n(from, kernel_ * in_, window);
          }
        }
      }
    }
  }

  /// images += what each window holds of them
  void col2im(View<const S> windows, ImageSize size, View<S> images) const {
    const ImageSize to = output(size);
    const S* window = windows.data;
    for (Index b = 0; b < images.rows; ++b) {
      for (Index y = 0; y < to.height; ++y) {
        for (Index x = 0; x < to.width; ++x) {
          S* image = images.data + b * images.row_stride + (y * size.width + x) * in_;
          for (Index ky = 0; ky < kernel_; ++ky, image += size.width * in_) {
            add_scaled(image, window, S(1), kernel_ * in_);
            window += kernel_ * in_;
          }
        }
      }
    }
  }

  Index in_, kernel_;
  Parameter<S> weight_, bias_;
};

}  // namespace preformer
