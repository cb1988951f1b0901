// The text that models are trained on: sentences of word ids in one array, and their vocabulary.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/text/tokenizer.h"
#include "preformer/text/vocabulary.h"
#include "preformer/text/word_table.h"

namespace preformer {

struct Corpus {
  Vocabulary vocabulary;
  std::vector<std::int32_t> ids;                 // all sentences, one after the other
  std::vector<std::size_t> sentence_offsets{0};  // S+1: sentence s is ids[offset s … offset s+1)
  // The place of every sentence in the text, empty lines and dropped sentences counted; empty if
  // there are none, and every sentence is at its own place.
  std::vector<std::int32_t> places;
  std::size_t places_total = 0;
  std::size_t tokens_total = 0;            // before rare words were dropped
  std::size_t tokens_kept = 0;             // ids.size()
  std::size_t replaced = 0;                // ill-formed UTF-8 sequences
  std::size_t overlong = 0;                // tokens skipped for their length
  std::size_t dropped = 0;                 // signs that are no part of a token
  std::vector<std::string> dropped_signs;  // the first different ones
  std::size_t overlong_bytes = 0;          // their bytes
  std::size_t alone = 0;                   // kept tokens without another in their sentence
  std::size_t longest_read = 0;  // tokens of the longest sentence before rare words were dropped
  VocabularyOptions limits;      // by which they were dropped

  std::size_t sentences() const { return sentence_offsets.size() - 1; }
  std::size_t place(std::size_t s) const {
    return places.empty() ? s : static_cast<std::size_t>(places[s]);
  }
  std::span<const std::int32_t> sentence(std::size_t s) const {
    return std::span(ids).subspan(sentence_offsets[s],
                                  sentence_offsets[s + 1] - sentence_offsets[s]);
  }
};

/// Builds a Corpus from single tokens. Each distinct word is kept once.
class CorpusBuilder final : public TokenVisitor {
 public:
  /// Empty tokens are ignored; those longer than kMaxTokenBytes are skipped and counted.
  void token(std::string_view utf8) override;
  /// A sentence also ends after kMaxSentenceTokens tokens. Empty sentences are dropped.
  void end_sentence() override;
  void empty_line() override { ++places_total_; }

  /// Adds `count` to a word's count without a token in the text: the words of an earlier training
  /// stay in the vocabulary, with what they counted there.
  void keep(std::string_view word, std::uint64_t count);
  /// From now on, tokens that are no known word are left out. They are part of no count.
  void admit_no_other() { closed_ = true; }

  /// Ends the last sentence. Throws EmptyCorpus if there are no tokens, VocabularyTooSmall if fewer
  /// than two different words are left. `counts` are the tokenizer's. The builder is empty
  /// afterwards.
  Corpus finish(const VocabularyOptions& options, const TokenizerCounts& counts = {});

 private:
  WordTable words_;
  std::vector<std::uint64_t> counts_;
  std::vector<std::int32_t> ids_;
  std::vector<std::size_t> sentence_offsets_{0};
  std::vector<std::int32_t> places_;
  std::size_t places_total_ = 0;
  std::size_t overlong_ = 0, overlong_bytes_ = 0;
  bool closed_ = false;
};

Corpus make_corpus(std::string_view utf8, const TokenizerOptions& tokenizer,
                   const VocabularyOptions& vocabulary);

}  // namespace preformer
