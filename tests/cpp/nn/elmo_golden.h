// What numpy computes for ELMo's layers, and the weights it was asked about.
#pragma once

#include "catch.h"
#include "numeric_gradient.h"

namespace preformer::elmo_golden {

#include "elmo_layers_golden.inc"

/// The order in which tests/golden/generate_elmo_golden.py draws: row by row, U(−scale, scale).
template <class S, class Parameters>
void draw(const Parameters& parameters, Rng& rng, S scale = S(1)) {
  for (auto* p : parameters) {
    p->value = testing::random_matrix<S>(p->value.rows(), p->value.cols(), rng, scale);
  }
}

/// The largest distance of an entry from `expected`, which holds as many numbers.
template <class M, std::size_t N>
double distance(const M& found, const double (&expected)[N]) {
  REQUIRE(found.size() == Index(N));
  double largest = 0;
  for (std::size_t i = 0; i < N; ++i) {
    largest = std::max(largest, std::abs(double(found.data()[i]) - expected[i]));
  }
  return largest;
}

}  // namespace preformer::elmo_golden
