// Max-pooling: only the largest value of every small square is kept, so a filter may respond a
// pixel further left or right without a change of the result.
#pragma once

#include "preformer/base/simd.h"
#include "preformer/kernels/gemm.h"
#include "preformer/nn/image_size.h"

namespace preformer {

/// Y[b, y, x, c] = max_{0 ≤ i, j < size} X[b, size·y + i, size·x + j, c]
///
///   X: [B, height·width·C]    Y, place: [B, ⌊height/size⌋·⌊width/size⌋·C], channels last
/// Squares do not overlap (stride = size). Lines and columns left over at the end are not read.
/// Backward: dX is dY at the maximum (the first, where several are equal) and 0 elsewhere.
template <class S>
class MaxPool2d {
 public:
  /// The place of the maximum in its square: size·i + j. As wide as S, for equally many lanes.
  using Place = std::remove_reference_t<decltype(typename Simd<S>::Bits{}[0])>;

  explicit MaxPool2d(Index size) : size_(size) { eigen_assert(size >= 1); }

  ImageSize output(ImageSize x) const { return {x.height / size_, x.width / size_, x.channels}; }

  void forward(View<const S> x, ImageSize from, Matrix<S>& y, Matrix<Place>& place) const {
    check(x.rows, x.cols, from);
    const ImageSize to = output(from);
    y.resize(x.rows, to.numbers());
    place.resize(x.rows, to.numbers());
    for_each_square(x.rows, from, [&](Index image, Index square, Index at) {
      pool(x.data + image * x.row_stride + square, from, y.data() + at, place.data() + at);
    });
  }

  void backward(const Matrix<S>& dy, const Matrix<Place>& place, ImageSize from,
                Matrix<S>& dx) const {
    eigen_assert(dy.rows() == place.rows() && dy.cols() == place.cols());
    check(dy.rows(), from.numbers(), from);
    eigen_assert(dy.cols() == output(from).numbers());
    dx.resize(dy.rows(), from.numbers());
    if (from.height % size_ != 0 || from.width % size_ != 0) dx.setZero();
    for_each_square(dy.rows(), from, [&](Index image, Index square, Index at) {
      scatter(dy.data() + at, place.data() + at, from, dx.data() + image * dx.cols() + square);
    });
  }

 private:
  void check([[maybe_unused]] Index rows, [[maybe_unused]] Index cols,
             [[maybe_unused]] ImageSize from) const {
    eigen_assert(cols == from.numbers() && from.height >= size_ && from.width >= size_);
  }

  /// Calls f(image, offset of the square in the image, offset of its result in the matrix).
  template <class F>
  void for_each_square(Index images, ImageSize from, F&& f) const {
    const ImageSize to = output(from);
    Index at = 0;
    for (Index b = 0; b < images; ++b) {
      for (Index y = 0; y < to.height; ++y) {
        for (Index x = 0; x < to.width; ++x, at += to.channels) {
          f(b, (y * from.width + x) * size_ * from.channels, at);
        }
      }
    }
  }

  /// One square, all channels.
  void pool(const S* square, ImageSize from, S* y, Place* place) const {
    using Vector = SimdVector<S>;
    using Bits = typename Simd<S>::Bits;
    constexpr int W = Simd<S>::kWidth;
    const Index line = from.width * from.channels;
    Index c = 0;
    for (; c + W <= from.channels; c += W) {
      Vector highest = load<S>(square + c);
      Bits where = {};
      for (Index n = 1; n < size_ * size_; ++n) {
        const Vector v = load<S>(square + (n / size_) * line + (n % size_) * from.channels + c);
        const Bits higher = v > highest;
        highest = higher ? v : highest;
        where = higher ? Bits{} + static_cast<Place>(n) : where;
      }
      store<S>(y + c, highest);
      std::memcpy(place + c, &where, sizeof where);
    }
    for (; c < from.channels; ++c) {
      y[c] = square[c];
      place[c] = 0;
      for (Index n = 1; n < size_ * size_; ++n) {
        const S v = square[(n / size_) * line + (n % size_) * from.channels + c];
        if (v > y[c]) y[c] = v, place[c] = static_cast<Place>(n);
      }
    }
  }

  void scatter(const S* dy, const Place* place, ImageSize from, S* square) const {
    using Vector = SimdVector<S>;
    using Bits = typename Simd<S>::Bits;
    constexpr int W = Simd<S>::kWidth;
    const Index line = from.width * from.channels;
    Index c = 0;
    for (; c + W <= from.channels; c += W) {
      Bits where;
      std::memcpy(&where, place + c, sizeof where);
      const Vector d = load<S>(dy + c);
      for (Index n = 0; n < size_ * size_; ++n) {
        const Bits here = where == Bits{} + static_cast<Place>(n);
        store<S>(square + (n / size_) * line + (n % size_) * from.channels + c,
                 here ? d : Vector{});
      }
    }
    for (; c < from.channels; ++c) {
      for (Index n = 0; n < size_ * size_; ++n) {
        square[(n / size_) * line + (n % size_) * from.channels + c] =
            place[c] == static_cast<Place>(n) ? dy[c] : S(0);
      }
    }
  }

  Index size_;
};

}  // namespace preformer
