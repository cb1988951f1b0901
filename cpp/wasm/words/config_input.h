// Options between JavaScript and the core.
#pragma once

#include <emscripten/val.h>

#include "preformer/io/checkpoint.h"
#include "preformer/train/config.h"

namespace preformer::wasm {

/// options.threads if the build has threads, else 1.
int read_threads(const emscripten::val& options);

/// options: the names of visit_fields(), seed, threads and charFilters. Alpha 0 means the model's
/// default.
TrainConfig read_config(const emscripten::val& options);

/// {tokenizer, sentences, minCount, maxVocabulary, unknown}
TextOptions read_text_options(const emscripten::val& options);

/// All of these options, under the same names.
emscripten::val to_options(const TrainConfig& config, const TextOptions& text);

}  // namespace preformer::wasm
