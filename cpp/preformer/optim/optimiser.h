// Optimisers update parameters by their gradients. They know Parameter only, no layer and no model.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "preformer/nn/parameter.h"

namespace preformer {

struct OptimiserOptions {
  double weight_decay = 0;  // λ; 1e-4 on Brown, 1e-5 on AP News in Bengio et al. 2003, §4
  double beta1 = 0.9;       // Adam: Kingma & Ba 2015, algorithm 1
  double beta2 = 0.999;
  double epsilon = 1e-8;
  double initial_accumulator = 1.0;  // Adagrad: bilm-tf, bilm/training.py
};

/// Calls f(first, count) for every range of entries whose gradient may differ from zero: one range
/// of all entries, or each touched row of a sparse parameter.
template <class S, class F>
void for_live_entries(const Parameter<S>& parameter, F&& f) {
  if (!parameter.sparse) {
    f(Index{0}, parameter.value.size());
    return;
  }
  const Index cols = parameter.value.cols();
  for (const Index row : parameter.touched) f(row * cols, cols);
}

/// Weight decay is decoupled from the gradient (Loshchilov & Hutter 2019): every step first shrinks
/// a weight by the factor 1 − αλ. Parameters with decays = false (biases) do not shrink.
///
/// Rows of a sparse parameter that were not touched stay unchanged: they do not decay, and their
/// moments do not fade ("lazy" updates). That is the only difference from a dense gradient.
template <class S>
class Optimiser {
 public:
  virtual ~Optimiser() = default;

  /// One update from the gradients, which stay unchanged. `parameters` are those given to the
  /// constructor, in the same order. Frozen ones are skipped, including their weight decay. The
  /// others learn at `learning_rate` times their own rate.
  void step(std::span<Parameter<S>* const> parameters, S learning_rate) {
    eigen_assert(parameters.size() == count_);
    begin_step();
    for (std::size_t n = 0; n < parameters.size(); ++n) {
      Parameter<S>& p = *parameters[n];
      if (p.frozen) continue;
      const S rate = learning_rate * p.rate;
      const S keep = p.decays ? S(1) - rate * weight_decay_ : S(1);
      for_live_entries(p, [&](Index first, Index count) {
        update(n, p.value.data() + first, p.grad.data() + first, first, count, {rate, keep});
      });
    }
  }

  /// What a resumed run needs in addition to the parameters: named moments, in a fixed order.
  virtual std::vector<std::pair<std::string, Matrix<S>*>> state() { return {}; }
  /// The number of steps so far, or null for an optimiser that does not use it.
  virtual std::uint64_t* step_count() { return nullptr; }

 protected:
  Optimiser(std::size_t count, double weight_decay)
      : count_(count), weight_decay_(static_cast<S>(weight_decay)) {}

  /// θ = keep·θ − rate·direction(gradient)
  struct Pace {
    S rate;
    S keep;
  };

  virtual void begin_step() {}
  /// Updates `count` entries of parameter n, from entry `first` on.
  virtual void update(std::size_t n, S* value, const S* grad, Index first, Index count,
                      Pace pace) = 0;

 private:
  std::size_t count_;
  S weight_decay_;
};

/// The moments of an optimiser: for each parameter, a matrix of its shape, filled with `value`.
template <class S>
std::vector<Matrix<S>> make_moments(std::span<Parameter<S>* const> parameters, double value) {
  std::vector<Matrix<S>> moments;
  for (const Parameter<S>* p : parameters) {
    moments.push_back(Matrix<S>::Constant(p->value.rows(), p->value.cols(), S(value)));
  }
  return moments;
}

template <class S>
std::vector<std::string> parameter_names(std::span<Parameter<S>* const> parameters) {
  std::vector<std::string> names;
  for (const Parameter<S>* p : parameters) names.push_back(p->name);
  return names;
}

}  // namespace preformer
