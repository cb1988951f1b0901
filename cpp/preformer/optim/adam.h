// Adam: momentum over gradients, scaled by the root of their mean square.
#pragma once

#include <cmath>

#include "preformer/optim/elementwise.h"
#include "preformer/optim/optimiser.h"

namespace preformer {

/// m = β₁ m + (1−β₁) g,  v = β₂ v + (1−β₂) g²          Kingma & Ba 2015, algorithm 1
/// θ = (1 − αλ) θ − α m̂ / (√v̂ + ε),  m̂ = m/(1−β₁ᵗ),  v̂ = v/(1−β₂ᵗ)
/// t counts the steps of the whole run, also for rows that are rarely touched (as
/// torch.optim.SparseAdam does).
template <class S>
class Adam final : public Optimiser<S> {
 public:
  Adam(std::span<Parameter<S>* const> parameters, const OptimiserOptions& options)
      : Optimiser<S>(parameters.size(), options.weight_decay),
        options_(options),
        names_(parameter_names(parameters)),
        first_(make_moments(parameters, 0)),
        second_(make_moments(parameters, 0)) {}

  std::vector<std::pair<std::string, Matrix<S>*>> state() override {
    std::vector<std::pair<std::string, Matrix<S>*>> named;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      named.emplace_back(names_[n] + ".first_moment", &first_[n]);
      named.emplace_back(names_[n] + ".second_moment", &second_[n]);
    }
    return named;
  }
  std::uint64_t* step_count() override { return &steps_; }

 protected:
  using typename Optimiser<S>::Pace;

  void begin_step() override {
    ++steps_;
    first_scale_ = 1.0 - power(options_.beta1, steps_);
    second_scale_ = static_cast<S>(1.0 / std::sqrt(1.0 - power(options_.beta2, steps_)));
  }

  void update(std::size_t n, S* value, const S* grad, Index first, Index count,
              Pace pace) override {
    const S beta1 = S(options_.beta1), beta2 = S(options_.beta2), epsilon = S(options_.epsilon);
    const S rest1 = S(1.0 - options_.beta1), rest2 = S(1.0 - options_.beta2);
    const S rate = static_cast<S>(double(pace.rate) / first_scale_), keep = pace.keep;
    const S scale = second_scale_;
    for_each_vector(
        count,
        [=](auto g, auto& x, auto& m, auto& v) {
          m = beta1 * m + rest1 * g;
          v = beta2 * v + rest2 * (g * g);
          x = x * keep - rate * m / (square_root(v) * scale + epsilon);
        },
        grad, value, first_[n].data() + first, second_[n].data() + first);
  }

 private:
  /// baseⁿ by squaring: multiplications only.
  static double power(double base, std::uint64_t n) {
    double result = 1;
    for (; n > 0; n >>= 1u, base *= base) {
      if (n & 1u) result *= base;
    }
    return result;
  }

  OptimiserOptions options_;
  std::vector<std::string> names_;
  std::vector<Matrix<S>> first_, second_;  // m and v, of the parameters' shapes
  std::uint64_t steps_ = 0;                // t
  double first_scale_ = 1;                 // 1 − β₁ᵗ
  S second_scale_ = 0;                     // 1/√(1−β₂ᵗ)
};

}  // namespace preformer
