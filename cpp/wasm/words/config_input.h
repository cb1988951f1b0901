// Options between JavaScript and the core.
#pragma once

#include <emscripten/val.h>

#include "preformer/io/checkpoint.h"
#include "preformer/train/config.h"

namespace preformer::wasm {

/// options.threads where the build has threads, else 1.
int read_threads(const emscripten::val& options);

/// options: the names of visit_fields(), seed, threads and charFilters; alpha 0 stands for the
/// model's own.
TrainConfig read_config(const emscripten::val& options);

/// {tokenizer, sentences, minCount, maxVocabulary, unknown}
TextOptions read_text_options(const emscripten::val& options);

/// All of them, under the same names.
emscripten::val to_options(const TrainConfig& config, const TextOptions& text);

}  // namespace preformer::wasm
