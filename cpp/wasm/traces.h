// What one example computes (inside/trace.h), as JavaScript objects.
#pragma once

#include <cstdint>
#include <vector>

#include "preformer/inside/trace.h"
#include "wasm/values.h"

namespace preformer::wasm {

val to_int32_array(const std::vector<std::int32_t>& values);

/// {name, rows, cols, values, of?}[]
val to_list(const std::vector<Quantity<float>>& quantities);
/// {name, rows, cols, before, after, of?}[]
val to_list(const std::vector<Change<float>>& changes);

/// loss, lossAfter, forward, backward, changes
Object& set_trace(Object& object, const Trace<float>& trace);

}  // namespace preformer::wasm
