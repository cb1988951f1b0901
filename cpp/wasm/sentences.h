// Sentences as JavaScript hands them over: text to split, or words that were split already.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "preformer/text/tokenizer.h"

namespace preformer::wasm {

/// Tokens separated by NUL, sentences by line feed.
void for_each_given_token(std::string_view bytes, TokenVisitor& visitor);

/// The words of one sentence, as its model's corpus was split.
std::vector<std::string> split_words(std::string_view text, const TokenizerOptions& tokenizer);

/// A sentence a line: t and words between NULs, or s and text to split.
std::vector<std::vector<std::string>> split_joined(std::string_view joined,
                                                   const TokenizerOptions& tokenizer);

}  // namespace preformer::wasm
