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
    std::fill(rest, rest + W, S(-1000));  // softplus is 0 there
    std::copy(logits + at, logits + size, rest);
    store<S>(rest, -detail::sigmoid_and_softplus<S>(load<S>(rest), sum, product));
    std::copy(rest, rest + (size - at), logits + at);
  }
  loss += double(sum_lanes(sum + math::log<S>(product)));

  for (Index j = 0; j < cols; ++j) {
    if (labels[j] == S(0)) continue;
    for (Index i = 0; i < rows; ++i) logits[i * cols + j] += S(1);
  }
  return loss;
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
double softmax_row(S* logits, Index size, S scale = S(1)) {
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
