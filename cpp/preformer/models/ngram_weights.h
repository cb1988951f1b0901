// Estimates the weights of an interpolated n-gram model by EM.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace preformer {

/// Finds  α(q) = argmax Σ_e times_e · ln Σ_m α_m(q_e) f_em,  Σ_m α_m(q) = 1,  for every bucket q.
///   E   r_em ∝ α_m(q_e) f_em, summing to 1 over m          M   α_m(q) ∝ Σ_{e in q} times_e r_em
class NgramWeights {
 public:
  using Weights = std::array<double, 4>;

  /// Tokens with the same bucket and the same frequencies.
  struct Event {
    std::uint32_t times = 0, bucket = 0;
    std::array<float, 4> frequency = {};
  };

  NgramWeights(int order, std::size_t buckets, std::size_t events)
      : components_(static_cast<std::size_t>(order) + 1), events_in_(buckets, 0) {
    events_.reserve(events);
    Weights equal = {};
    for (std::size_t m = 0; m < components_; ++m) equal[m] = 1.0 / double(components_);
    weights_.assign(buckets, equal);
  }

  void add(const Event& event) {
    events_.push_back(event);
    events_in_[event.bucket] += event.times;
  }

  /// The weights of every bucket. A bucket without tokens takes those of the nearest bucket below
  /// that has tokens, or else of the nearest above.
  std::vector<Weights> run() {
    for (int round = 0; round < kMostRounds && improve() > kTolerance; ++round) continue;
    fill_empty_buckets();
    return weights_;
  }

 private:
  static constexpr int kMostRounds = 20;
  static constexpr double kTolerance = 1e-3;  // stop when no weight changes by more
  // Added to the expected tokens of every component, so that no weight or probability is 0.
  static constexpr double kPrior = 1e-3;

  /// One round of EM; returns the largest change.
  double improve() {
    Weights prior = {};
    for (std::size_t m = 0; m < components_; ++m) prior[m] = kPrior;
    std::vector<Weights> expected(weights_.size(), prior);
    for (const Event& event : events_) {
      const Weights& alpha = weights_[event.bucket];
      Weights share;
      double p = 0;
      for (std::size_t m = 0; m < components_; ++m) {
        p += share[m] = alpha[m] * double(event.frequency[m]);
      }
      const double factor = double(event.times) / p;
      Weights& sum = expected[event.bucket];
      for (std::size_t m = 0; m < components_; ++m) sum[m] += share[m] * factor;
    }
    double change = 0;
    for (std::size_t q = 0; q < weights_.size(); ++q) {
      if (events_in_[q] == 0) continue;
      const double total = double(events_in_[q]) + kPrior * double(components_);
      for (std::size_t m = 0; m < components_; ++m) {
        const double weight = expected[q][m] / total;
        change = std::max(change, std::abs(weight - weights_[q][m]));
        weights_[q][m] = weight;
      }
    }
    return change;
  }

  void fill_empty_buckets() {
    const std::size_t buckets = weights_.size();
    std::size_t first = 0;
    while (first < buckets && events_in_[first] == 0) ++first;
    if (first == buckets) return;
    for (std::size_t q = 0; q < first; ++q) weights_[q] = weights_[first];
    for (std::size_t q = first + 1; q < buckets; ++q) {
      if (events_in_[q] == 0) weights_[q] = weights_[q - 1];
    }
  }

  std::size_t components_;
  std::vector<std::uint64_t> events_in_;  // by bucket
  std::vector<Event> events_;
  std::vector<Weights> weights_;  // by bucket
};

}  // namespace preformer
