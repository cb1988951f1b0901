// Phrases: pairs of words that are joined to one token.
#pragma once

#include <emscripten/val.h>

namespace preformer::wasm {

/// Joins the pairs that the first text shows to be phrases, in both texts. A text is tokens
/// separated by NUL, sentences by line feed, as bytes. `options`: {minCount, threshold, passes}.
/// Returns {bytes, also, phrases}; phrases are those of all passes, {phrase, count, score}.
emscripten::val join_phrases(emscripten::val bytes, emscripten::val also, emscripten::val options);

}  // namespace preformer::wasm
