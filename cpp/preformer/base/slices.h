// Long work in slices. The clock only decides between which two steps the work pauses, never what
// is computed.
#pragma once

#include <algorithm>
#include <cstdint>

namespace preformer {

/// Returns milliseconds, from any origin.
using Clock = double (*)();

/// Calls work(count), which does at most `count` steps, until `budget_ms` have passed or finished()
/// is true. Returns the milliseconds it took. `most`: steps between two readings of the clock;
/// `first`: steps before the first reading.
template <class Work, class Finished>
double run_slice(double budget_ms, Clock now_ms, std::uint64_t most, Work&& work,
                 Finished&& finished, std::uint64_t first = 1) {
  const double start = now_ms();
  double now = start;
  std::uint64_t count = first;  // grows, so that slow steps exceed the budget at most by a budget
  do {
    work(count);
    count = std::min(2 * count, most);
    now = now_ms();
  } while (now - start < budget_ms && !finished());
  return now - start;
}

/// Calls step(), which returns whether all work is done, until it is or `budget_ms` have passed; at
/// least once. Returns whether all work is done.
template <class Step>
bool finish_within(double budget_ms, Clock now_ms, Step&& step) {
  bool done = false;
  run_slice(budget_ms, now_ms, 1, [&](std::uint64_t) { done = step(); }, [&] { return done; });
  return done;
}

}  // namespace preformer
