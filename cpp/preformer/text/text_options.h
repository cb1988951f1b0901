// How a text becomes a corpus: the choices and the names users write for them.
#pragma once

#include <array>

#include "preformer/base/names.h"
#include "preformer/text/tokenizer.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct TextOptions {
  TokenizerOptions tokenizer;
  VocabularyOptions vocabulary;
};

inline Names<TokenizerKind> tokenizer_names() {
  static constexpr std::array<Name<TokenizerKind>, 3> kNames{
      {{TokenizerKind::kSpace, "space"},
       {TokenizerKind::kWords, "words"},
       {TokenizerKind::kCharacters, "characters"}}};
  return kNames;
}

inline Names<SentenceRule> sentence_names() {
  static constexpr std::array<Name<SentenceRule>, 2> kNames{
      {{SentenceRule::kLines, "lines"}, {SentenceRule::kStops, "stops"}}};
  return kNames;
}

inline Names<UnknownPolicy> unknown_names() {
  static constexpr std::array<Name<UnknownPolicy>, 2> kNames{
      {{UnknownPolicy::kDrop, "drop"}, {UnknownPolicy::kUnk, "unk"}}};
  return kNames;
}

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
