// One batch on several threads. Its n examples are cut into parts of consecutive examples, at most
// as many as the run has threads; each part's gradient is taken on weights of its own, copies of
// the model's, and then
//
//   ∂loss/∂θ = Σ_p ∂loss_p/∂θ      added up in the order of the parts
//
// so that the result depends on the number of parts, never on which thread was faster. That number
// follows from the shapes: equal runs with equally many threads have equal bits. With one part
// nothing is copied or added. Each part draws its own dropout and its own negatives: with a sampled
// softmax, several parts see more of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/base/thread_pool.h"
#include "preformer/nn/parameter.h"

namespace preformer {

struct BatchResult {
  double nats = 0;                // loss, summed over predictions
  std::uint64_t predictions = 0;  // what it is summed over
  std::uint64_t tokens = 0;       // corpus tokens this batch consumed

  BatchResult& operator+=(const BatchResult& other) {
    nats += other.nats;
    predictions += other.predictions;
    tokens += other.tokens;
    return *this;
  }
};

// What a part costs, counted in the multiply-adds of the same time: waking a thread and waiting for
// it; and, for every weight that is not sparse, copying it, clearing its gradient and adding it up.
// Measured in wasm, where meetings cost most, on the shapes of docs/benchmarks.md and some around
// them: 0.6 ms, and 5 ns a weight, at ten million multiply-adds a millisecond.
inline constexpr std::uint64_t kMeetingCost = 6'000'000, kWeightCost = 40;

/// Into how many parts a batch is worth cutting: none is to compute less than it costs.
/// `multiply_adds`: of the whole batch. `weights`: of the model, the sparse ones left out.
constexpr std::size_t worthwhile_parts(std::uint64_t multiply_adds, std::uint64_t weights) {
  const std::uint64_t parts = multiply_adds / (kMeetingCost + kWeightCost * weights);
  return static_cast<std::size_t>(std::max<std::uint64_t>(parts, 1));
}

class BatchParts {
 public:
  using Weights = std::vector<Parameter<float>*>;

  /// How many numbers they hold that are not sparse.
  static std::uint64_t dense_weights(const Weights& weights);

  /// The weights of each part; the first are the model's, which the optimiser moves. All list the
  /// same parameters.
  void set_weights(std::vector<Weights> weights);

  /// Calls f(part, first, count, rng) for every part of the examples, which take so many
  /// multiply-adds together: it adds the gradients of those from `first` on to the part's own grads
  /// and returns a BatchResult. The model's grads, which were zero, then hold the sum. `rng` of
  /// part p is a stream of its own.
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

  /// The optimiser took its step: the copies are out of date where it moved the weights.
  void weights_stepped();
  /// All weights are others now.
  void weights_replaced();

 private:
  void refresh(std::size_t part);
  BatchResult add_up(std::size_t parts);

  std::vector<Weights> weights_;
  std::uint64_t dense_ = 0;  // dense_weights() of each
  std::vector<BatchResult> results_;

  /// Rows of a copy's parameter that differ from the model's.
  struct Stale {
    bool all = true;
    std::vector<Index> rows;  // of a sparse parameter; some may stand there twice
  };
  std::vector<std::vector<Stale>> stale_;  // by part, then by parameter
};

}  // namespace preformer
