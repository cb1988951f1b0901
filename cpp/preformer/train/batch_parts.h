// Computes the gradient of one batch on several threads. The n examples of the batch are divided
// into parts of consecutive examples, at most one per thread. Each part's gradient is computed with
// its own copy of the weights. Then
//
//   ∂loss/∂θ = Σ_p ∂loss_p/∂θ      added up in the order of the parts
//
// so the result depends on the number of parts, not on the speed of the threads. The number of
// parts depends on the shapes and the number of threads only: equal runs with equally many threads
// have equal bits. With one part, nothing is copied or added. Each part has its own random stream
// for dropout and negative samples.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/base/thread_pool.h"
#include "preformer/nn/parameter.h"

namespace preformer {

struct BatchResult {
  double nats = 0;                // loss, summed over the predictions
  std::uint64_t predictions = 0;  // how many
  std::uint64_t tokens = 0;       // corpus tokens of the batch

  BatchResult& operator+=(const BatchResult& other) {
    nats += other.nats;
    predictions += other.predictions;
    tokens += other.tokens;
    return *this;
  }
};

// The price of a part, in multiply-adds that take the same time: waking a thread and waiting for it
// costs kMeetingCost; copying a weight, clearing its gradient and adding it up costs kWeightCost,
// for every weight that is not sparse. Measured in wasm, where synchronisation is slowest, with the
// shapes of docs/benchmarks.md and similar ones: 0.6 ms, and 5 ns per weight, at ten million
// multiply-adds per millisecond.
inline constexpr std::uint64_t kMeetingCost = 6'000'000, kWeightCost = 40;

/// The number of parts that a batch should be divided into: each computes at least as much as it
/// costs. `multiply_adds`: of the whole batch. `weights`: of the model, without the sparse ones.
constexpr std::size_t worthwhile_parts(std::uint64_t multiply_adds, std::uint64_t weights) {
  const std::uint64_t parts = multiply_adds / (kMeetingCost + kWeightCost * weights);
  return static_cast<std::size_t>(std::max<std::uint64_t>(parts, 1));
}

class BatchParts {
 public:
  using Weights = std::vector<Parameter<float>*>;

  /// The number of weights that are not sparse.
  static std::uint64_t dense_weights(const Weights& weights);

  /// Sets the weights of each part, in the same order of parameters. The first are those of the
  /// model, which the optimiser updates.
  void set_weights(std::vector<Weights> weights);

  /// Calls f(part, first, count, rng) for every part of the examples. f adds the gradients of
  /// `count` examples from `first` on to the gradients of this part's weights, and returns a
  /// BatchResult. Each part has an `rng` of its own. Afterwards the model's gradients, which must
  /// be zero before, hold the sum. `multiply_adds`: of all examples together.
  template <class F>
  BatchResult run(std::size_t examples, std::uint64_t multiply_adds, Rng& rng, F&& f) {
    const std::size_t parts =
        std::min({weights_.size(), examples, worthwhile_parts(multiply_adds, dense_)});
    if (!kHasThreads || parts <= 1) return f(std::size_t{0}, std::size_t{0}, examples, rng);
    const std::uint64_t seed = rng.next();
    ThreadPool::shared(static_cast<int>(weights_.size())).run(parts, [&](std::size_t p) {
      if (p > 0) refresh(p);
      Rng own(seed, p);
      const std::size_t first = examples * p / parts, last = examples * (p + 1) / parts;
      results_[p] = f(p, first, last - first, own);
    });
    return add_up(parts);
  }

  /// The number of parts that the largest batch is divided into.
  std::size_t most() const { return weights_.size(); }

  /// To be called after a step of the optimiser: marks copies of updated weights as out of date.
  void weights_stepped();
  /// To be called after weights were replaced: marks all copies as out of date.
  void weights_replaced();

 private:
  void refresh(std::size_t part);
  BatchResult add_up(std::size_t parts);

  std::vector<Weights> weights_;
  std::uint64_t dense_ = 0;  // dense_weights() of the model
  std::vector<BatchResult> results_;

  /// The rows of a copy that differ from the model.
  struct Stale {
    bool all = true;
    std::vector<Index> rows;  // of a sparse parameter, with repetitions
  };
  std::vector<std::vector<Stale>> stale_;  // by part, then by parameter
};

}  // namespace preformer
