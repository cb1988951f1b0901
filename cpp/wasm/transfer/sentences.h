// Sentences as JavaScript hands them over, as word ids.
#pragma once

#include "wasm/transfer/examples.h"

namespace preformer::wasm {

/// given.lines: label, tab, sentence; they bring labels and targets of their own. given.sentences:
/// lines that begin with t, words between NULs, or s, text to split.
void read_sentences(const val& given, const WordsDesign& words, Examples& examples);

}  // namespace preformer::wasm
