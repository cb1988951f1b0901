// Sentences from JavaScript: text to split, or words that are already split.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "preformer/text/tokenizer.h"

namespace preformer::wasm {

/// `bytes`: tokens separated by NUL, sentences by line feed.
void for_each_given_token(std::string_view bytes, TokenVisitor& visitor);

/// The words of one sentence, split by the rules of the model's corpus.
std::vector<std::string> split_words(std::string_view text, const TokenizerOptions& tokenizer);

/// One sentence per line: `t` and words separated by NULs, or `s` and text to split.
std::vector<std::vector<std::string>> split_joined(std::string_view joined,
                                                   const TokenizerOptions& tokenizer);

}  // namespace preformer::wasm
