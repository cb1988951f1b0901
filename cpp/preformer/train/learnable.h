// Whether a text has anything to learn from: two words in one sentence.
#pragma once

#include "preformer/text/corpus.h"
#include "preformer/text/encoded_text.h"
#include "preformer/train/config.h"

namespace preformer {

/// Throws NothingToLearn if the run would never see a word beside another, and names the reason:
/// sentences of one word, rare words that were left out, held-out sentences, subsampling. One-hot
/// vectors are not learnt, and an ELMo with carryState reads across the ends of sentences; both
/// pass, and so does a corpus without words, that of a detached checkpoint.
void require_pairs(const Corpus& corpus, const EncodedText& heldout, const TrainConfig& config);

}  // namespace preformer
