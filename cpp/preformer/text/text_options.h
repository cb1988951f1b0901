// How a text becomes a corpus: the choices and the names users write for them.
#pragma once

#include "preformer/base/names.h"
#include "preformer/text/tokenizer.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct TextOptions {
  TokenizerOptions tokenizer;
  VocabularyOptions vocabulary;
};

/// "space", "words", "characters".
Names<TokenizerKind> tokenizer_names();
/// "lines", "stops".
Names<SentenceRule> sentence_names();
/// "drop", "unk".
Names<UnknownPolicy> unknown_names();

/// Every field in one list, as visit_fields() of TrainConfig.
template <class Text, class F>
  requires requires(Text& text) { text.tokenizer; }
void visit_fields(Text& text, F&& f) {
  constexpr double kMost = 9e15;  // doubles hold every whole number up to here
  f("tokenizer", text.tokenizer.kind, tokenizer_names());
  f("sentences", text.tokenizer.sentences, sentence_names());
  f("minCount", text.vocabulary.min_count, 1.0, kMost);
  f("maxVocabulary", text.vocabulary.max_size, 0.0, kMost);
  f("unknown", text.vocabulary.unknown, unknown_names());
}

}  // namespace preformer
