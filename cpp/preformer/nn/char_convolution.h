// One width of the character network: filters slide over a word, and the maximum of each is kept.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "preformer/kernels/add_scaled.h"
#include "preformer/kernels/gemm.h"
#include "preformer/nn/initialisers.h"
#include "preformer/nn/parameter.h"

namespace preformer {

/// X [N, length·dims]: N words of `length` characters, `dims` numbers per character. A window of
/// `width` characters is a contiguous part of a row.
///
///   a_p = window_p K + b      p = 0 … length − width ("valid")     K: [width·dims, n]   b: [1, n]
///   y   = max(max_p a_p, 0)                                        y: [N, n]
///
/// Backward: the gradient of y_k goes to the place p of the maximum, if the maximum was > 0:
///   dK[:, k] += dy_k window_p    db_k += dy_k    dwindow_p += dy_k K[:, k]
///
/// From `tail` on, all characters of a word are padding. All windows there are equal, so only the
/// first is computed.
template <class S>
class CharConvolution {
 public:
  /// Kernel U(−0.05, 0.05) (bilm-tf, after Kim et al. 2015), bias 0.
  PREFORMER_COLD CharConvolution(const std::string& name, Index width, Index filters, Index dims,
                                 Rng& rng)
      : width_(width),
        dims_(dims),
        kernel_{name + ".kernel", uniform<S>(width * dims, filters, 0.05, rng)},
        bias_{name + ".bias", Matrix<S>::Zero(1, filters), /*decays=*/false} {
    kernel_.make_grad();
    bias_.make_grad();
  }

  Index filters() const { return kernel_.value.cols(); }

  struct Words {
    View<const S> x;               // [N, length·dims]
    std::span<const Index> tails;  // [N], the `tail` of each
  };

  /// `y` [N, n] and `place` [N, n], the p of each maximum: both may be columns of a larger matrix.
  void forward(const Words& words, View<S> y, View<std::int32_t> place) const {
    const Index n = filters();
    eigen_assert(words.x.cols % dims_ == 0 && words.x.cols / dims_ >= width_ && y.cols == n);
    Matrix<S> windows, answers;
    for (Index first = 0; first < words.x.rows; first += kBlock) {
      const Index last = std::min(words.x.rows, first + kBlock);
      Index rows = 0;
      for (Index word = first; word < last; ++word) rows += places(words, word);
      windows.resize(rows, width_ * dims_);
      answers.resize(rows, n);
      S* to = windows.data();
      for (Index word = first; word < last; ++word) {
        const S* const x = words.x.data + word * words.x.row_stride;
        for (Index p = 0; p < places(words, word); ++p) {
          to = std::copy_n(x + p * dims_, width_ * dims_, to);
        }
      }
      multiply(view(std::as_const(windows)), view(kernel_.value), view(answers), Into::kOverwrite);
      const S* answer = answers.data();
      for (Index word = first; word < last; ++word) {
        pool(answer, places(words, word), y.data + word * y.row_stride,
             place.data + word * place.row_stride);
        answer += places(words, word) * n;
      }
    }
  }

  /// Adds to `dx` [N, length·dims]. `y` and `place` are forward's.
  void backward(const Words& words, View<const S> y, View<const std::int32_t> place,
                View<const S> dy, View<S> dx) {
    const Index n = filters(), size = width_ * dims_;
    eigen_assert(dy.rows == words.x.rows && dy.cols == n && dx.cols == words.x.cols);
    const Matrix<S> kernel_t = kernel_.value.transpose();  // a filter is one row
    Matrix<S> dkernel_t = Matrix<S>::Zero(n, size);
    for (Index word = 0; word < words.x.rows; ++word) {
      for (Index k = 0; k < n; ++k) {
        const S d = dy.data[word * dy.row_stride + k];
        if (!(y.data[word * y.row_stride + k] > S(0)) || d == S(0)) continue;
        const Index at = place.data[word * place.row_stride + k] * dims_;
        add_scaled(dx.data + word * dx.row_stride + at, kernel_t.data() + k * size, d, size);
        add_scaled(dkernel_t.data() + k * size, words.x.data + word * words.x.row_stride + at, d,
                   size);
        if (!bias_.frozen) bias_.grad(0, k) += d;
      }
    }
    if (!kernel_.frozen) kernel_.grad += dkernel_t.transpose();
  }

  std::vector<Parameter<S>*> parameters() { return {&kernel_, &bias_}; }

 private:
  static constexpr Index kBlock = 32;  // words convolved at a time, to bound the memory

  /// The number of windows to compute: all before `tail`, and one of padding.
  Index places(const Words& words, Index word) const {
    const Index length = words.x.cols / dims_;
    return std::min(words.tails[static_cast<std::size_t>(word)], length - width_) + 1;
  }

  /// From answers [places, n]: y = max(max_p, 0), and p, the first where several are equal.
  void pool(const S* answers, Index places, S* y, std::int32_t* place) const {
    const Index n = filters();
    for (Index k = 0; k < n; ++k) {
      y[k] = answers[k];
      place[k] = 0;
    }
    for (Index p = 1; p < places; ++p) {
      for (Index k = 0; k < n; ++k) {
        if (answers[p * n + k] <= y[k]) continue;
        y[k] = answers[p * n + k];
        place[k] = static_cast<std::int32_t>(p);
      }
    }
    for (Index k = 0; k < n; ++k) {
      const S a = y[k] + bias_.value(0, k);
      y[k] = a > S(0) ? a : S(0);
    }
  }

  Index width_, dims_;
  Parameter<S> kernel_, bias_;
};

}  // namespace preformer
