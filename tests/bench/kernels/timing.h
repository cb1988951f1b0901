// Measures a speed and the machine's peak, in turn, in many short rounds. Other programs on the
// same processor slow a round by up to a half and never speed it up. The best round therefore shows
// what the code can reach; the median shows what it reached.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

#include "preformer/base/simd.h"

namespace preformer::bench {

inline constexpr int kRounds = 61;
inline constexpr double kRoundSeconds = 0.001;

inline double seconds() {
  using namespace std::chrono;
  return duration<double>(steady_clock::now().time_since_epoch()).count();
}

/// N independent chains  x = x·a + b  in registers, without loads from memory.
template <int N>
[[gnu::noinline]] void run_chains(float* numbers, int count) {
  constexpr int W = Simd<float>::kWidth;
  SimdVector<float> x[N];
  for (int i = 0; i < N; ++i) x[i] = load<float>(numbers + i * W);
  const auto a = load<float>(numbers + N * W), b = load<float>(numbers + (N + 1) * W);
  for (int k = 0; k < count; ++k) {
    for (int i = 0; i < N; ++i) x[i] = mul_add(x[i], a, b);
  }
  for (int i = 0; i < N; ++i) store<float>(numbers + i * W, x[i]);
}

/// Calls f() `calls` times and returns calls per second. It is not inlined, because a WebAssembly
/// engine switches to optimised code only at calls.
template <class F>
[[gnu::noinline]] double calls_per_second(F&& f, int calls) {
  const double start = seconds();
  for (int i = 0; i < calls; ++i) f();
  return calls / (seconds() - start);
}

template <class F>
int calls_in_a_round(F&& f) {
  int calls = 0;
  for (const double start = seconds(); seconds() - start < 50 * kRoundSeconds; ++calls) f();
  return std::max(1, calls / 50);
}

inline double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

inline double best(const std::vector<double>& values) {
  return *std::max_element(values.begin(), values.end());
}

/// GFLOP/s of the chains: the larger speed of 10 and of 12 chains.
class Peak {
 public:
  Peak() : calls_(calls_in_a_round([&] { run(); })) {}
  double gflops() {
    return std::max(calls_per_second([&] { run_chains<10>(numbers_, kSteps); }, calls_) * 10,
                    calls_per_second([&] { run_chains<12>(numbers_, kSteps); }, calls_) * 12) *
           (2.0 * Simd<float>::kWidth * kSteps * 1e-9);
  }

 private:
  static constexpr int kSteps = 4096;
  void run() {
    run_chains<10>(numbers_, kSteps);
    run_chains<12>(numbers_, kSteps);
  }
  float numbers_[16 * Simd<float>::kWidth] = {};
  int calls_;
};

struct Speed {
  double calls;    // per second, in the best round
  double typical;  // the same, in the median one
  double share;    // of the peak, in the median round; if `flop` is known
  double peak;     // GFLOP/s, in the best round
};

/// `flop`: multiplications and additions of one call of f().
template <class F>
Speed measure(Peak& peak, F&& f, double flop) {
  const int calls = calls_in_a_round(f);
  std::vector<double> speeds, shares, peaks;
  for (int round = 0; round < kRounds; ++round) {
    const double top = peak.gflops(), speed = calls_per_second(f, calls);
    speeds.push_back(speed);
    peaks.push_back(top);
    shares.push_back(speed * flop * 1e-9 / top);
  }
  return {best(speeds), median(speeds), median(shares), best(peaks)};
}

}  // namespace preformer::bench
