// The option --phrases: pairs of words are joined, in as many passes as it says.
#pragma once

#include <string_view>
#include <vector>

#include "cli/train_options.h"
#include "preformer/text/phrases.h"
#include "preformer/text/tokenizer.h"

namespace preformer::cli {

using Passes = std::vector<Phrases>;

/// Passes all tokens through a chain of joiners, the first pass first.
TokenizerCounts for_each_joined(std::string_view bytes, const TokenizerOptions& tokenizer,
                                const Passes& passes, TokenVisitor& visitor);

/// The phrases of a text; none without the option.
Passes find_phrases(std::string_view bytes, const TokenizerOptions& tokenizer,
                    const TrainFlags& flags);

}  // namespace preformer::cli
