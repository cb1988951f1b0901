#include "wasm/transfer/sentences.h"

namespace preformer::wasm {

void read_sentences(const val&, const WordsDesign&, Examples&) {}

}  // namespace preformer::wasm
