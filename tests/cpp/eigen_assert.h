// Included before every source of the test build: Eigen's assertions throw instead of aborting, so
// that a test can say "this shape is refused".
#pragma once
#include <stdexcept>

#define eigen_assert(condition)                                            \
  do {                                                                     \
    if (!(condition)) throw std::logic_error("eigen_assert: " #condition); \
  } while (false)
