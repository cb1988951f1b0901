// Text encoded with an existing vocabulary: a held-out part, or a sentence of a question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "preformer/text/tokenizer.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

/// Sentences of word ids in one array, as in Corpus.
struct EncodedText {
  std::vector<std::int32_t> ids;
  std::vector<std::size_t> sentence_offsets{0};
  std::size_t unknown = 0;   // tokens outside the vocabulary; they become <unk> if it has one
  std::size_t replaced = 0;  // ill-formed UTF-8 sequences
  std::size_t overlong = 0;  // tokens skipped for their length

  std::size_t sentences() const { return sentence_offsets.size() - 1; }
  std::span<const std::int32_t> sentence(std::size_t s) const {
    return std::span(ids).subspan(sentence_offsets[s],
                                  sentence_offsets[s + 1] - sentence_offsets[s]);
  }
};

/// Sentences without known words are dropped. Throws EmptyCorpus if nothing is left.
EncodedText encode(std::string_view utf8, const TokenizerOptions& tokenizer,
                   const Vocabulary& vocabulary);
EncodedText encode(const TokenizedText& text, const Vocabulary& vocabulary);

}  // namespace preformer
