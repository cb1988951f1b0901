// A corpus as JavaScript hands it over: UTF-8 text, or tokens that were split already.
#pragma once

#include <emscripten/val.h>

#include "preformer/text/corpus.h"

namespace preformer::wasm {

/// bytes: a Uint8Array. options: {tokenizer, sentences, minCount, maxVocabulary, unknown, tokens,
/// replaced}; with `tokens` the bytes are tokens separated by NUL, sentences by line feed.
Corpus read_corpus(const emscripten::val& bytes, const emscripten::val& options);

/// {tokens, sentences, vocabulary, replaced, overlong, preview: string[][]}
emscripten::val preview_corpus(emscripten::val bytes, emscripten::val options);

}  // namespace preformer::wasm
