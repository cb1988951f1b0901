// What a tokenizer gives its caller: tokens and ends of sentences in order, and what it counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preformer {

inline constexpr std::size_t kMaxTokenBytes = 1000;       // longer ones are skipped and counted
inline constexpr std::size_t kMaxSentenceTokens = 10000;  // gensim's MAX_WORDS_IN_BATCH

/// Receives the tokens in order. end_sentence() is not called for a sentence without tokens;
/// empty_line() is called for a line without tokens.
class TokenVisitor {
 public:
  virtual void token(std::string_view utf8) = 0;  // valid during the call only
  virtual void end_sentence() = 0;
  virtual void empty_line() {}

 protected:
  ~TokenVisitor() = default;
};

struct TokenizerCounts {
  std::size_t replaced = 0;        // ill-formed UTF-8 sequences that became U+FFFD
  std::size_t overlong = 0;        // tokens longer than kMaxTokenBytes, skipped
  std::size_t overlong_bytes = 0;  // their bytes
  std::size_t dropped = 0;         // signs that are no part of a token; punctuation is not counted
  std::vector<std::string> dropped_signs;  // the first different ones, at most kMaxDroppedSigns
};

inline constexpr std::size_t kMaxDroppedSigns = 6;

/// "6 signs left out: € ©", for a message; "" for none.
std::string dropped_note(std::size_t dropped, const std::vector<std::string>& signs);

}  // namespace preformer
