#include "preformer/text/text_options.h"

#include <array>

namespace preformer {

Names<TokenizerKind> tokenizer_names() {
  static constexpr std::array<Name<TokenizerKind>, 3> kNames{
      {{TokenizerKind::kSpace, "space"},
       {TokenizerKind::kWords, "words"},
       {TokenizerKind::kCharacters, "characters"}}};
  return kNames;
}

Names<SentenceRule> sentence_names() {
  static constexpr std::array<Name<SentenceRule>, 2> kNames{
      {{SentenceRule::kLines, "lines"}, {SentenceRule::kStops, "stops"}}};
  return kNames;
}

Names<UnknownPolicy> unknown_names() {
  static constexpr std::array<Name<UnknownPolicy>, 2> kNames{
      {{UnknownPolicy::kDrop, "drop"}, {UnknownPolicy::kUnk, "unk"}}};
  return kNames;
}

}  // namespace preformer
