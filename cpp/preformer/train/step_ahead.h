// Where a run of Skip-gram or CBOW will be one step later, to load the rows of that step while the
// current one is computed. With a large vocabulary the rows of the noise words are rarely in the
// processor's cache, and WebAssembly has no instruction to prefetch them; reading one number of
// every cache line does it. The draws are those of a copy of the random stream: the run has the
// same bits.
#pragma once

#include "preformer/base/rng.h"
#include "preformer/models/output_layer.h"
#include "preformer/train/window_cursor.h"

namespace preformer {

/// Words from which on it pays: the weights of fewer stay in the cache.
inline constexpr Index kLeastWordsToLoad = 30'000;
/// If more windows share their noise words, these are too few to matter.
inline constexpr int kMostSharedWindowsToLoad = 4;

struct StepAhead {
  WindowCursor cursor;   // at the step after the current one
  Rng rng{1};            // behind its draws
  bool follows = false;  // the two above are where the run is now, plus one step
  OutputChoice<float> choice;
  volatile float loaded = 0;  // so that the compiler keeps the loads

  void load(const float* row, Index dims) {
    constexpr Index kCacheLine = 64 / sizeof(float);
    float sum = 0;
    for (Index i = 0; i < dims; i += kCacheLine) sum += row[i];
    loaded = sum;
  }
};

}  // namespace preformer
