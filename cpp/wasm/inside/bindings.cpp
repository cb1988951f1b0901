// The interface of the inside module. web/src/worker/wasm.d.ts declares it for JavaScript. Every
// function throws a JS Error instead of a C++ exception.
#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include "wasm/inside/opened.h"

namespace preformer::wasm {

namespace {

double heap_bytes() { return static_cast<double>(emscripten_get_heap_size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(preformer_inside) {
  emscripten::function("openModel", &open_model, emscripten::return_value_policy::take_ownership());
  emscripten::function("liveModels", &Counted::live);
  emscripten::function("heapBytes", &heap_bytes);

  emscripten::class_<Opened>("Opened")
      .function("info", &Opened::info)
      .function("weightsHash", &Opened::weights_hash)
      .function("weights", &Opened::weights)
      .function("trace", &Opened::trace)
      .function("prove", &Opened::prove)
      .function("setWeight", &Opened::set)
      .function("takeStep", &Opened::step)
      .function("noise", &Opened::noise)
      .function("tree", &Opened::tree);
}

}  // namespace preformer::wasm
