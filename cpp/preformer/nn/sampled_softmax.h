// Softmax over the target and a few sampled classes instead of all classes, as in the training of
// ELMo on a vocabulary of 800,000 words. Jean et al. 2015, arXiv:1412.2007; TensorFlow's
// sampled_softmax_loss with its log_uniform_candidate_sampler.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/base/rng.h"
#include "preformer/kernels/add_scaled.h"
#include "preformer/kernels/gemm.h"
#include "preformer/kernels/losses.h"
#include "preformer/nn/parameter.h"

namespace preformer {

/// Draws classes from  P(k) = ln((k+2)/(k+1)) / ln(N+1)  for ranks k = 0 … N−1 by falling
/// frequency, which approximates Zipf's law. The last two classes, <s> and </s>, occur once per
/// sentence and get ranks 0 and 1; the words follow.
class LogUniform {
 public:
  PREFORMER_COLD explicit LogUniform(Index classes)
      : classes_(classes),
        log_range_(math::log(double(classes) + 1.0)),
        log_missed_(static_cast<std::size_t>(classes)) {
    for (std::size_t id = 0; id < log_missed_.size(); ++id) {
      log_missed_[id] = math::log(1.0 - probability(static_cast<std::int32_t>(id)));
    }
  }

  /// k = ⌊e^{u ln(N+1)}⌋ − 1 for u uniform on [0, 1).
  std::int32_t sample(Rng& rng) const {
    const auto rank = static_cast<Index>(math::exp(rng.uniform_double() * log_range_)) - 1;
    return class_at(std::clamp<Index>(rank, 0, classes_ - 1));
  }

  double probability(std::int32_t id) const {
    const auto rank = double(rank_of(id));
    return (math::log(rank + 2.0) - math::log(rank + 1.0)) / log_range_;
  }

  /// 1 − (1 − P)^tries: the probability that `tries` draws yield the class at least once.
  double chance(std::int32_t id, std::uint64_t tries) const {
    return 1.0 - math::exp(double(tries) * log_missed_[static_cast<std::size_t>(id)]);
  }

 private:
  Index rank_of(std::int32_t id) const { return (Index{id} + 2) % classes_; }
  std::int32_t class_at(Index rank) const {
    return static_cast<std::int32_t>((rank + classes_ - 2) % classes_);
  }

  Index classes_;
  double log_range_;
  std::vector<double> log_missed_;  // ln(1 − P) of every class
};

/// For every row x with target t, and classes s_1 … s_n distinct and shared by all rows:
///   logit_c = w_c·x + b_c − ln Q(c)          c: t, s_1 … s_n, without any s_j equal to t
///   loss    = ln Σ_c e^logit_c − logit_t     nats, summed over rows
/// Q(c) = 1 − (1 − P(c))^tries is the probability that c is among the samples, where `tries` is the
/// number of draws that n distinct samples took. The correction by Q brings the gradient close to
/// the full softmax's.
template <class S>
class SampledSoftmax {
 public:
  SampledSoftmax(Index classes, Index samples)
      : classes_(classes), distribution_(classes), is_sampled_(std::size_t(classes), 0) {
    eigen_assert(samples >= 1 && samples < classes && classes >= 2);
    sampled_.resize(static_cast<std::size_t>(samples));
  }

  /// One batch. x: [n, D]   weight: [classes, D]   bias: classes numbers. Returns the loss, adds
  /// scale · gradient to the gradients of both parameters (touching rows of sparse ones) and
  /// overwrites dx.
  [[gnu::noinline]] double gradients(const Matrix<S>& x, std::span<const std::int32_t> targets,
                                     S scale, Parameter<S>& weight, Parameter<S>& bias,
                                     Matrix<S>& dx, Rng& rng) {
    eigen_assert(x.rows() == static_cast<Index>(targets.size()));
    eigen_assert(weight.value.rows() == classes_ && weight.value.cols() == x.cols());
    eigen_assert(bias.value.size() == classes_);
    draw(rng);
    gather(weight.value, bias.value);
    const double nats = forward(x, targets, scale, weight.value, bias.value);
    backward(x, targets, weight, dx);
    scatter(targets, weight, bias);
    return nats;
  }

 private:
  Index samples() const { return static_cast<Index>(sampled_.size()); }

  PREFORMER_COLD void draw(Rng& rng) {
    tries_ = 0;
    for (std::int32_t& slot : sampled_) {
      do {
        slot = distribution_.sample(rng);
        ++tries_;
      } while (is_sampled_[static_cast<std::size_t>(slot)] != 0);
      is_sampled_[static_cast<std::size_t>(slot)] = 1;
    }
    for (const std::int32_t id : sampled_) is_sampled_[static_cast<std::size_t>(id)] = 0;
  }

  /// Copies the rows of the sampled classes into one matrix, so that one product serves all
  /// examples.
  PREFORMER_COLD void gather(const Matrix<S>& weight, const Matrix<S>& bias) {
    rows_.resize(samples(), weight.cols());
    offsets_.resize(1, samples());
    for (Index j = 0; j < samples(); ++j) {
      const std::int32_t id = sampled_[static_cast<std::size_t>(j)];
      std::copy_n(weight.data() + id * weight.cols(), weight.cols(),
                  rows_.data() + j * weight.cols());
      offsets_(0, j) = bias.data()[id] - log_count(id);
    }
  }

  /// ln Q(c)
  PREFORMER_COLD S log_count(std::int32_t id) const {
    return static_cast<S>(math::log(distribution_.chance(id, tries_)));
  }

  /// Column 0 of the logits is the target, column 1 + j the sampled class j.
  double forward(const Matrix<S>& x, std::span<const std::int32_t> targets, S scale,
                 const Matrix<S>& weight, const Matrix<S>& bias) {
    constexpr S kLeftOut = S(-1e30);  // so low that e^(this − max) is negligible
    const Index dims = x.cols(), width = samples() + 1;
    logits_.resize(x.rows(), width);
    multiply(view(x), view(std::as_const(rows_)).transposed(), sampled_logits(), Into::kOverwrite);
    double nats = 0;
    for (Index n = 0; n < x.rows(); ++n) {
      const std::int32_t target = targets[static_cast<std::size_t>(n)];
      eigen_assert(target >= 0 && target < classes_);
      S* const row = logits_.data() + n * width;
      add_scaled(row + 1, offsets_.data(), S(1), samples());
      for (Index j = 0; j < samples(); ++j) {
        if (sampled_[static_cast<std::size_t>(j)] == target) row[1 + j] = kLeftOut;
      }
      row[0] = dot(x.data() + n * dims, weight.data() + target * dims, dims) + bias.data()[target] -
               log_count(target);
      nats -= double(row[0]);
      nats += softmax_row(row, width, scale);
      row[0] -= scale;
    }
    return nats;
  }

  /// drows = dlogitsᵀ x      dx = dlogits · rows + dlogit_t w_t
  void backward(const Matrix<S>& x, std::span<const std::int32_t> targets, Parameter<S>& weight,
                Matrix<S>& dx) {
    const Index dims = x.cols();
    const View<const S> dlogits = read_only(sampled_logits());
    dx.resize(x.rows(), dims);
    multiply(dlogits, view(std::as_const(rows_)), view(dx), Into::kOverwrite);
    if (!weight.frozen) {
      drows_.resize(samples(), dims);
      multiply(dlogits.transposed(), view(x), view(drows_), Into::kOverwrite);
    }
    for (Index n = 0; n < x.rows(); ++n) {
      const std::int32_t target = targets[static_cast<std::size_t>(n)];
      const S slope = logits_(n, 0);
      add_scaled(dx.data() + n * dims, weight.value.data() + target * dims, slope, dims);
      if (!weight.frozen) add_row(weight, target, x.data() + n * dims, slope);
    }
  }

  /// dW and db of the sampled classes, and db of the targets:  db_c = Σ_n dlogit_nc
  PREFORMER_COLD void scatter(std::span<const std::int32_t> targets, Parameter<S>& weight,
                              Parameter<S>& bias) {
    const Index dims = weight.value.cols();
    offsets_.setZero();
    for (Index n = 0; n < logits_.rows(); ++n) {
      add_scaled(offsets_.data(), logits_.data() + n * logits_.cols() + 1, S(1), samples());
    }
    for (Index j = 0; j < samples(); ++j) {
      const std::int32_t id = sampled_[static_cast<std::size_t>(j)];
      if (!weight.frozen) add_row(weight, id, drows_.data() + j * dims, S(1));
      add_bias(bias, id, offsets_(0, j));
    }
    for (Index n = 0; n < logits_.rows(); ++n) {
      add_bias(bias, targets[static_cast<std::size_t>(n)], logits_(n, 0));
    }
  }

  static void add_row(Parameter<S>& weight, std::int32_t id, const S* from, S factor) {
    if (weight.sparse) weight.touch(id);
    const Index dims = weight.value.cols();
    add_scaled(weight.grad.data() + id * dims, from, factor, dims);
  }
  static void add_bias(Parameter<S>& bias, std::int32_t id, S gradient) {
    if (bias.frozen) return;
    if (bias.sparse) bias.touch(id / bias.value.cols());
    bias.grad.data()[id] += gradient;
  }

  static S dot(const S* a, const S* b, Index dims) {
    constexpr int W = Simd<S>::kWidth;
    SimdVector<S> sums = {};
    Index d = 0;
    for (; d + W <= dims; d += W) sums = mul_add(load<S>(a + d), load<S>(b + d), sums);
    S sum = sum_lanes(sums);
    for (; d < dims; ++d) sum = mul_add(a[d], b[d], sum);
    return sum;
  }

  View<S> sampled_logits() { return view(logits_).cols_from(1, samples()); }

  Index classes_;
  LogUniform distribution_;
  std::vector<std::uint8_t> is_sampled_;  // by class; all zero between batches
  std::vector<std::int32_t> sampled_;
  std::uint64_t tries_ = 0;
  Matrix<S> rows_, drows_;  // weights of the sampled classes and their gradients, [n, D]
  Matrix<S> offsets_;       // b − ln Q of the sampled classes, then their db, [1, n]
  Matrix<S> logits_;        // [B, 1 + n], their gradients after the loss
};

}  // namespace preformer
