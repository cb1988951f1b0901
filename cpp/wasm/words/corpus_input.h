// A corpus as JavaScript hands it over: UTF-8 text, or tokens that were split already.
#pragma once

#include <emscripten/val.h>

#include "preformer/text/corpus.h"
#include "preformer/text/encoded_text.h"
#include "preformer/text/text_options.h"

namespace preformer::wasm {

/// bytes: a Uint8Array. options: {tokens, replaced}; with `tokens` the bytes are tokens separated
/// by NUL, sentences by line feed.
Corpus read_corpus(const emscripten::val& bytes, const emscripten::val& options,
                   const TextOptions& text);

/// heldout: {bytes, tokens}; undefined and no bytes give no text.
EncodedText read_heldout(const emscripten::val& heldout, const TextOptions& text,
                         const Vocabulary& vocabulary);

/// options: with those of TextOptions too.
/// {tokens, sentences, vocabulary, replaced, overlong, preview: string[][]}
emscripten::val preview_corpus(emscripten::val bytes, emscripten::val options);

}  // namespace preformer::wasm
