// The interface of the transfer module. web/src/worker/wasm.d.ts declares it for JavaScript. Every
// function throws a JS Error instead of a C++ exception.
#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include "wasm/transfer/files.h"
#include "wasm/transfer/published_elmo.h"

namespace preformer::wasm {

namespace {

double heap_bytes() { return static_cast<double>(emscripten_get_heap_size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(preformer_transfer) {
  using emscripten::allow_raw_pointers;
  using emscripten::return_value_policy::take_ownership;

  emscripten::function("createImages", &create_images, take_ownership());
  emscripten::function("createFromWords", &create_from_words, take_ownership());
  emscripten::function("compareWords", &compare_words, take_ownership());
  emscripten::function("loadClassifier", &load_classifier, take_ownership());
  emscripten::function("readLabelledLines", &read_labelled_file);
  emscripten::function("createReader", &open_published_elmo, take_ownership());
  emscripten::function("liveModels", &Counted::live);
  emscripten::function("heapBytes", &heap_bytes);

  emscripten::class_<Classifier>("Classifier")
      .function("info", &Classifier::info)
      .function("runFor", &Classifier::run_for)
      .function("runSteps", &Classifier::run_steps)
      .function("report", &Classifier::report)
      .function("reset", &Classifier::reset)
      .function("weightsHash", &Classifier::weights_hash)
      .function("parameterCount", &Classifier::parameter_count)
      .function("exportAs", &Classifier::export_as)
      .function("classify", &Classifier::classify)
      .function("activations", &Classifier::activations)
      .function("filters", &Classifier::filters)
      .function("inside", &Classifier::inside)
      .function("transfer", &transfer, take_ownership())
      .function("evaluate", &evaluate, take_ownership())
      .function("compare", &compare, take_ownership())
      .function("forgetting", &forgetting, take_ownership());

  emscripten::class_<PublishedElmo>("PublishedElmo")
      .function("parameters", &PublishedElmo::parameters)
      .function("setRows", &PublishedElmo::set_rows)
      .function("info", &PublishedElmo::info)
      .function("weightsHash", &PublishedElmo::weights_hash)
      .function("parameterCount", &PublishedElmo::parameter_count)
      .function("contextVectors", &PublishedElmo::context_vectors)
      .function("contextNeighbours", &PublishedElmo::context_neighbours)
      .function("watch", &PublishedElmo::watch)
      .function("senseMap", &PublishedElmo::sense_map)
      .function("readAhead", &read_ahead, take_ownership());

  emscripten::class_<ReadingAhead>("ReadingAhead")
      .function("runFor", &ReadingAhead::run_for)
      .function("progress", &ReadingAhead::progress)
      .function("result", &ReadingAhead::result);

  emscripten::class_<ClassifierEvaluation>("ClassifierEvaluation")
      .function("runFor", &ClassifierEvaluation::run_for)
      .function("progress", &ClassifierEvaluation::progress)
      .function("result", &ClassifierEvaluation::result);

  emscripten::class_<Forgetting>("Forgetting")
      .function("runFor", &Forgetting::run_for)
      .function("progress", &Forgetting::progress)
      .function("result", &Forgetting::result);

  emscripten::class_<Comparison>("Comparison")
      .function("runFor", &Comparison::run_for)
      .function("progress", &Comparison::progress)
      .function("result", &Comparison::result);
}

}  // namespace preformer::wasm
