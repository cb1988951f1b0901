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
  void begin_step(S learning_rate) override { learning_rate_ = learning_rate; }

  void update(std::size_t, S* value, const S* grad, Index, Index count, S keep) override {
    const S rate = learning_rate_;
    for_each_vector(count, [=](auto g, auto& x) { x = x * keep - rate * g; }, grad, value);
  }

 private:
  S learning_rate_ = 0;
};

}  // namespace preformer
