// Plain gradient descent.
#pragma once

#include "preformer/optim/elementwise.h"
#include "preformer/optim/optimiser.h"

namespace preformer {

/// θ = (1 − αλ) θ − α g        Bengio et al. 2003, §3: θ += ε ∂L/∂θ − ε λ θ
template <class S>
class Sgd final : public Optimiser<S> {
 public:
  Sgd(std::span<Parameter<S>* const> parameters, const OptimiserOptions& options)
      : Optimiser<S>(parameters.size(), options.weight_decay) {}

 protected:
  using typename Optimiser<S>::Pace;

  void update(std::size_t, S* value, const S* grad, Index, Index count, Pace pace) override {
    const auto [rate, keep] = pace;
    for_each_vector(count, [rate, keep](auto g, auto& x) { x = x * keep - rate * g; }, grad, value);
  }
};

}  // namespace preformer
