// Long work in slices: time decides only between which two steps to pause, never what is computed.
#pragma once

#include <algorithm>
#include <cstdint>

namespace preformer {

/// Returns milliseconds, from any origin.
using Clock = double (*)();

/// Calls work(count), which does at most `count` steps, until `budget_ms` have passed or finished()
/// holds. Returns the milliseconds it took. `most`: steps between two looks at the clock; `first`:
/// those before the first look.
template <class Work, class Finished>
double run_slice(double budget_ms, Clock now_ms, std::uint64_t most, Work&& work,
                 Finished&& finished, std::uint64_t first = 1) {
  const double start = now_ms();
  double now = start;
  std::uint64_t look = first;  // grows, so that slow steps overrun the budget by one budget at most
  do {
    work(look);
    look = std::min(2 * look, most);
    now = now_ms();
  } while (now - start < budget_ms && !finished());
  return now - start;
}

}  // namespace preformer
