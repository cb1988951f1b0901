// Adagrad: every entry has its own learning rate, which falls as squared gradients add up.
#pragma once

#include "preformer/optim/elementwise.h"
#include "preformer/optim/optimiser.h"

namespace preformer {

/// a += g²,  θ = (1 − αλ) θ − α g / √a        Duchi, Hazan & Singer 2011
/// a starts at `initial_accumulator`, as TensorFlow's AdagradOptimizer does.
template <class S>
class Adagrad final : public Optimiser<S> {
 public:
  Adagrad(std::span<Parameter<S>* const> parameters, const OptimiserOptions& options)
      : Optimiser<S>(parameters.size(), options.weight_decay),
        names_(parameter_names(parameters)),
        accumulators_(make_moments(parameters, options.initial_accumulator)) {}

  std::vector<std::pair<std::string, Matrix<S>*>> state() override {
    std::vector<std::pair<std::string, Matrix<S>*>> named;
    named.reserve(names_.size());
    for (std::size_t n = 0; n < names_.size(); ++n) {
      named.emplace_back(names_[n] + ".accumulator", &accumulators_[n]);
    }
    return named;
  }

 protected:
  using typename Optimiser<S>::Pace;

  void update(std::size_t n, S* value, const S* grad, Index first, Index count,
              Pace pace) override {
    const S rate = pace.rate, keep = pace.keep;
    constexpr S kTiny = S(1e-10);  // torch.optim.Adagrad's eps: no 0/0 where a starts at 0
    for_each_vector(
        count,
        [=](auto g, auto& x, auto& a) {
          a = a + g * g;
          x = x * keep - rate * g / (square_root(a) + kTiny);
        },
        grad, value, accumulators_[n].data() + first);
  }

 private:
  std::vector<std::string> names_;
  std::vector<Matrix<S>> accumulators_;  // a, of the parameters' shapes
};

}  // namespace preformer
