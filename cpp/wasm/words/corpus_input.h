// A corpus from JavaScript: UTF-8 text, or tokens that are already split.
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

/// heldout: {bytes, tokens}. If it is undefined or has no bytes, the text is empty.
EncodedText read_heldout(const emscripten::val& heldout, const TextOptions& text,
                         const Vocabulary& vocabulary);

/// options: as for read_corpus(), and those of TextOptions. Returns
/// {tokens, sentences, vocabulary, replaced, overlong, dropped, droppedSigns: string[], alone,
/// preview: string[][]}
emscripten::val preview_corpus(emscripten::val bytes, emscripten::val options);

/// All tokens, separated by spaces, one sentence per line, as a Uint8Array. Same options.
emscripten::val token_lines(emscripten::val bytes, emscripten::val options);

}  // namespace preformer::wasm
