// The interface of the module that reads files of other programs. web/src/worker/wasm.d.ts declares
// it for JavaScript. Every function throws a JS Error instead of a C++ exception.
#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include "wasm/files/phrases.h"
#include "wasm/files/readers.h"

namespace preformer::wasm {

namespace {

double heap_bytes() { return static_cast<double>(emscripten_get_heap_size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(preformer_files) {
  using emscripten::return_value_policy::take_ownership;

  emscripten::function("openVectors", &open_vectors, take_ownership());
  emscripten::function("openVectorPair", &open_vector_pair, take_ownership());
  emscripten::function("joinPhrases", &join_phrases);
  emscripten::function("liveModels", &Counted::live);
  emscripten::function("heapBytes", &heap_bytes);

  emscripten::class_<VectorFile>("VectorFile")
      .function("feed", &VectorFile::feed)
      .function("finish", &VectorFile::finish)
      .function("wantsMore", &VectorFile::wants_more)
      .function("take", &VectorFile::take)
      .function("found", &VectorFile::found);

  emscripten::class_<VectorPair>("VectorPair")
      .function("surveyVectors", &VectorPair::survey_vectors)
      .function("surveyMetadata", &VectorPair::survey_metadata)
      .function("finishSurvey", &VectorPair::finish_survey)
      .function("feedVectors", &VectorPair::feed_vectors)
      .function("feedMetadata", &VectorPair::feed_metadata)
      .function("finishVectors", &VectorPair::finish_vectors)
      .function("finishMetadata", &VectorPair::finish_metadata)
      .function("wantsVectors", &VectorPair::wants_vectors)
      .function("wantsMore", &VectorPair::wants_more)
      .function("finish", &VectorPair::finish)
      .function("take", &VectorPair::take)
      .function("found", &VectorPair::found);
}

}  // namespace preformer::wasm
