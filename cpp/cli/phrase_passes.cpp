#include "cli/phrase_passes.h"

#include <memory>
#include <utility>

namespace preformer::cli {

TokenizerCounts for_each_joined(std::string_view bytes, const TokenizerOptions& tokenizer,
                                const Passes& passes, TokenVisitor& visitor) {
  std::vector<std::unique_ptr<PhraseJoiner>> joiners;
  TokenVisitor* next = &visitor;
  for (auto pass = passes.rbegin(); pass != passes.rend(); ++pass) {
    joiners.push_back(std::make_unique<PhraseJoiner>(*pass, *next));
    next = joiners.back().get();
  }
  return for_each_token(bytes, tokenizer, *next);
}

Passes find_phrases(std::string_view bytes, const TokenizerOptions& tokenizer,
                    const TrainFlags& flags) {
  Passes passes;
  for (int pass = 0; pass < flags.phrase_passes(); ++pass) {
    Phrases found;
    for_each_joined(bytes, tokenizer, passes, found);
    found.choose(flags.phrases());
    passes.push_back(std::move(found));
  }
  return passes;
}

}  // namespace preformer::cli
