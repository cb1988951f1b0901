// Losses of a block of logits F [M, N]. Each function returns the summed loss in nats and
// overwrites F with the residuals  R = −∂loss/∂F, the direction in which a step changes the logits.
#pragma once

#include <algorithm>

#include "preformer/base/fast_math.h"
#include "preformer/base/matrix.h"

namespace preformer {

namespace detail {

/// Returns σ(f) for a vector of logits. With t = e^−|f|, softplus(f) = ln(1 + eᶠ) = max(f, 0) +
/// ln(1 + t). Adds max(f, 0) to `sum` and multiplies `product` by 1 + t, so that one logarithm is
/// enough for many factors.        σ(f) = 1/(1+t) if f ≥ 0, else t/(1+t)
template <class S>
inline SimdVector<S> sigmoid_and_softplus(SimdVector<S> f, SimdVector<S>& sum,
                                          SimdVector<S>& product) {
  using V = SimdVector<S>;
  const V zero = {};
  const V t = math::exp<S>(f < zero ? f : -f);
  const V denominator = S(1) + t;
  sum += f > zero ? f : zero;
  product *= denominator;
  return (f < zero ? t : Simd<S>::splat(S(1))) / denominator;
}

}  // namespace detail

/// Binary logistic loss, where column j of every row has the label labels[j] ∈ {0, 1}:
///   loss = Σ softplus(F) − label·F        R = label − σ(F)
template <class S>
double logistic_residuals(S* logits, Index rows, Index cols, const S* labels) {
  using V = SimdVector<S>;
  constexpr int W = Simd<S>::kWidth;
  constexpr Index kFactors = 64;  // each at most 2, so the product is finite in float
  double loss = 0;
  for (Index j = 0; j < cols; ++j) {
    if (labels[j] == S(0)) continue;
    for (Index i = 0; i < rows; ++i) loss -= double(logits[i * cols + j]);
  }

  const Index size = rows * cols;
  V sum = {}, product = Simd<S>::splat(S(1));
  Index at = 0;
  for (; at + W <= size; at += W) {
    store<S>(logits + at, -detail::sigmoid_and_softplus<S>(load<S>(logits + at), sum, product));
    if (at % (kFactors * W) == (kFactors - 1) * W) {
      sum += math::log<S>(product);
      product = Simd<S>::splat(S(1));
    }
  }
  if (at < size) {
    S rest[W];
    for (Index k = 0; k < W; ++k)
      rest[k] = at + k < size ? logits[at + k] : S(-1000);  // softplus 0
    store<S>(rest, -detail::sigmoid_and_softplus<S>(load<S>(rest), sum, product));
    for (Index k = 0; at + k < size; ++k) logits[at + k] = rest[k];
  }
  loss += double(sum_lanes(sum + math::log<S>(product)));

  for (Index j = 0; j < cols; ++j) {
    if (labels[j] == S(0)) continue;
    for (Index i = 0; i < rows; ++i) logits[i * cols + j] += S(1);
  }
  return loss;
}

/// Binary logistic loss with label 1; `size` is a multiple of the vector's width:
///   loss = Σ softplus(−F)        R = σ(−F)
template <class S>
[[gnu::noinline]] double positive_residuals(S* logits, Index size) {
  using V = SimdVector<S>;
  constexpr int W = Simd<S>::kWidth;
  constexpr Index kFactors = 64;
  V sum = {}, product = Simd<S>::splat(S(1));
  for (Index at = 0; at < size; at += W) {
    store<S>(logits + at, detail::sigmoid_and_softplus<S>(-load<S>(logits + at), sum, product));
    if (at % (kFactors * W) == (kFactors - 1) * W) {
      sum += math::log<S>(product);
      product = Simd<S>::splat(S(1));
    }
  }
  return double(sum_lanes(sum + math::log<S>(product)));
}

/// Binary logistic loss with label 0, where column j has a weight. `cols` is a multiple of the
/// vector's width. R comes out times scales[j], without the weight:
///   loss = Σ_j weight_j Σ_i softplus(F_ij)        R_ij = −σ(F_ij)
template <class S>
[[gnu::noinline]] double negative_residuals(S* logits, Index rows, Index cols, const S* weights,
                                            const S* scales) {
  using V = SimdVector<S>;
  constexpr int W = Simd<S>::kWidth;
  constexpr Index kFactors = 64;
  V loss = {};
  for (Index j = 0; j < cols; j += W) {
    const V scale = load<S>(scales + j);
    V sum = {}, product = Simd<S>::splat(S(1));
    for (Index i = 0; i < rows; ++i) {
      S* const at = logits + i * cols + j;
      store<S>(at, -detail::sigmoid_and_softplus<S>(load<S>(at), sum, product) * scale);
      if (i % kFactors != kFactors - 1) continue;
      sum += math::log<S>(product);
      product = Simd<S>::splat(S(1));
    }
    loss += load<S>(weights + j) * (sum + math::log<S>(product));
  }
  return double(sum_lanes(loss));
}

/// The largest of `size` > 0 numbers. Uses four vectors, because each comparison waits for the
/// previous one.
template <class S>
S largest(const S* numbers, Index size) {
  constexpr int W = Simd<S>::kWidth;
  SimdVector<S> tops[4];
  for (SimdVector<S>& top : tops) top = Simd<S>::splat(numbers[0]);
  Index j = 0;
  for (; j + 4 * W <= size; j += 4 * W) {
    for (int k = 0; k < 4; ++k) {
      const SimdVector<S> v = load<S>(numbers + j + k * W);
      tops[k] = v > tops[k] ? v : tops[k];
    }
  }
  S found = numbers[0];
  for (const SimdVector<S>& top : tops) {
    for (int lane = 0; lane < W; ++lane) found = std::max(found, S(top[lane]));
  }
  return std::max(found, *std::max_element(numbers + std::min(j, size - 1), numbers + size));
}

/// Turns one row of logits into scale · probabilities and returns ln Σ eᶠ. Three passes: the
/// maximum; the exponentials and their sum; the factor.
///   p_j = e^(f_j − max) / Σ e^(f − max)
template <class S>
[[gnu::always_inline]] inline double softmax_row_inline(S* logits, Index size, S scale) {
  constexpr int W = Simd<S>::kWidth;
  const S highest = largest(logits, size);
  SimdVector<S> sums = {};
  Index j = 0;
  for (; j + W <= size; j += W) {
    const SimdVector<S> e = math::exp<S>(load<S>(logits + j) - highest);
    sums += e;
    store<S>(logits + j, e);
  }
  S sum = sum_lanes(sums);
  for (; j < size; ++j) sum += logits[j] = math::exp<S>(logits[j] - highest);

  const S inverse = S(1) / sum;
  for (j = 0; j + W <= size; j += W) {
    store<S>(logits + j, (load<S>(logits + j) * inverse) * scale);
  }
  for (; j < size; ++j) logits[j] = (logits[j] * inverse) * scale;
  return double(highest) + double(math::log<S>(sum));
}

/// The same, once in the code. In NNLM's and ELMo's loop over rows the call costs WebAssembly a
/// twentieth of the training.
template <class S>
[[gnu::noinline]] double softmax_row(S* logits, Index size, S scale = S(1)) {
  return softmax_row_inline(logits, size, scale);
}

/// Cross-entropy of softmax over each row, with the same target for all rows:
///   loss = Σ_rows ln Σ_j e^F_j − F_target        R = onehot(target) − softmax(F)
template <class S>
double softmax_residuals(S* logits, Index rows, Index cols, Index target) {
  double loss = 0;
  for (Index i = 0; i < rows; ++i) {
    S* row = logits + i * cols;
    loss -= double(row[target]);
    loss += softmax_row(row, cols, S(-1));
    row[target] += S(1);
  }
  return loss;
}

}  // namespace preformer
