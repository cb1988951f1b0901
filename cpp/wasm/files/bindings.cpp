// The interface of the module that reads files of other programs. web/src/worker/wasm.d.ts declares
// it for JavaScript. Every function throws a JS Error instead of a C++ exception.
#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include "wasm/values.h"

namespace preformer::wasm {

namespace {

double heap_bytes() { return static_cast<double>(emscripten_get_heap_size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(preformer_files) {
  emscripten::function("liveModels", &Counted::live);
  emscripten::function("heapBytes", &heap_bytes);
}

}  // namespace preformer::wasm
