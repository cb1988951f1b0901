// The interface of the module of word models: few, coarse calls. web/src/worker/wasm.d.ts declares
// it for JavaScript. Every function throws a JS Error instead of a C++ exception.
#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include "wasm/words/corpus_input.h"
#include "wasm/words/model.h"

namespace preformer::wasm {

namespace {

AnalogyEvaluation* evaluate_word_analogies(const Model& model, val text, bool strict) {
  return guarded([&] { return new AnalogyEvaluation(model, text.as<std::string>(), strict); });
}

Measurement* perplexities(Model& model, val text) {
  return guarded([&] { return new Measurement(model, text); });
}

double heap_bytes() { return static_cast<double>(emscripten_get_heap_size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(preformer) {
  using emscripten::allow_raw_pointers;
  using emscripten::return_value_policy::take_ownership;

  emscripten::function("createModel", &create_model, take_ownership());
  emscripten::function("loadVectors", &load_vectors, take_ownership());
  emscripten::function("loadCheckpoint", &load_checkpoint, take_ownership());
  emscripten::function("resumeCheckpoint", &resume_checkpoint, take_ownership());
  emscripten::function("tokenize", &preview_corpus);
  emscripten::function("tokenLines", &token_lines);
  emscripten::function("liveModels", &Counted::live);
  emscripten::function("heapBytes", &heap_bytes);

  emscripten::class_<Model>("Model")
      .function("info", &Model::info)
      .function("runFor", &Model::run_for)
      .function("runToEpochEnd", &Model::run_to_epoch_end)
      .function("runSteps", &Model::run_steps)
      .function("report", &Model::report)
      .function("reset", &Model::reset)
      .function("nextExample", &Model::next_example)
      .function("sentence", &Model::sentence)
      .function("exportAs", &Model::export_as)
      .function("weightsHash", &Model::weights_hash)
      .function("parameterCount", &Model::parameter_count)
      .function("multiplyAdds", &Model::multiply_adds)
      .function("vocabulary", &Model::vocabulary_list)
      .function("vector", &Model::vector)
      .function("vectors", &Model::vectors)
      .function("mostSimilar", &Model::most_similar)
      .function("similarity", &Model::similarity)
      .function("doesntMatch", &Model::doesnt_match)
      .function("rank", &Model::rank)
      .function("mostSimilarCosmul", &Model::most_similar_cosmul)
      .function("nSimilarity", &Model::n_similarity)
      .function("distances", &Model::distances)
      .function("closerThan", &Model::closer_than)
      .function("wmdistance", &Model::word_movers_distance)
      .function("projection", &Model::projection)
      .function("alignPositions", &Model::align_positions)
      .function("evaluateWordPairs", &Model::evaluate_word_pairs)
      .function("evaluationKind", &Model::evaluation_kind)
      .function("evaluateWordAnalogies", &evaluate_word_analogies, take_ownership())
      .function("predictNext", &Model::predict_next)
      .function("predictPrevious", &Model::predict_previous)
      .function("predictMiddle", &Model::predict_middle)
      .function("scoreSentence", &Model::score_sentence)
      .function("generate", &Model::generate)
      .function("perplexities", &perplexities, take_ownership())
      .function("contextVectors", &Model::context_vectors)
      .function("contextNeighbours", &Model::context_neighbours)
      .function("watch", &Model::watch)
      .function("senseMap", &Model::sense_map);

  emscripten::class_<AnalogyEvaluation>("AnalogyEvaluation")
      .function("runFor", &AnalogyEvaluation::run_for)
      .function("progress", &AnalogyEvaluation::progress)
      .function("result", &AnalogyEvaluation::result);

  emscripten::class_<Measurement>("Measurement")
      .function("runFor", &Measurement::run_for)
      .function("progress", &Measurement::progress)
      .function("result", &Measurement::result);
}

}  // namespace preformer::wasm
