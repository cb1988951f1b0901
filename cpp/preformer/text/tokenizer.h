// Splits text into tokens and sentences in one pass over its bytes. Only the current token is kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/text/token_visitor.h"

namespace preformer {

enum class TokenizerKind {
  kSpace,       // split at Unicode white space and control characters; tokens stay as they are
  kWords,       // runs of letters, marks and numbers, composed (NFC) and lower-cased; emoji
  kCharacters,  // every CJK letter is a token; other scripts as kWords
};

enum class SentenceRule {
  kLines,  // the end of a line ends a sentence: LF, CR or both
  kStops,  // and so do 。！？ and the like; and . ! ? … if no word goes on there (see
           // sentence_ends)
};

struct TokenizerOptions {
  TokenizerKind kind = TokenizerKind::kSpace;
  SentenceRule sentences = SentenceRule::kLines;
};

/// kSpace with kLines gives the same tokens as gensim's LineSentence for text without control
/// characters.
TokenizerCounts for_each_token(std::string_view text, const TokenizerOptions& options,
                               TokenVisitor& visitor);

/// Tokens in one string. A book needs two allocations; one string per word would need ten times the
/// memory.
class TokenizedText final : public TokenVisitor {
 public:
  std::size_t tokens() const { return token_ends_.size(); }
  std::size_t sentences() const { return sentence_ends_.size(); }

  /// Token i, counted from the start of the text.
  std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : token_ends_[i - 1];
    return std::string_view(bytes_).substr(begin, token_ends_[i] - begin);
  }
  /// Sentence s consists of the tokens sentence_begin(s) … sentence_end(s) − 1.
  std::size_t sentence_begin(std::size_t s) const { return s == 0 ? 0 : sentence_ends_[s - 1]; }
  std::size_t sentence_end(std::size_t s) const { return sentence_ends_[s]; }

  void token(std::string_view utf8) override;
  void end_sentence() override;

  /// What was counted while its tokens were found.
  void set_counts(const TokenizerCounts& counts);

  std::size_t replaced = 0;
  std::size_t overlong = 0;
  std::size_t dropped = 0;
  std::vector<std::string> dropped_signs;

 private:
  std::string bytes_;
  std::vector<std::size_t> token_ends_;     // in bytes_
  std::vector<std::size_t> sentence_ends_;  // in tokens
};

TokenizedText tokenize(std::string_view text, const TokenizerOptions& options);

}  // namespace preformer
