// Puts tokens together character by character and gives them, sentence by sentence, to a visitor.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "preformer/text/token_visitor.h"

namespace preformer {

/// The token and the sentence that are being written, with what is counted meanwhile. Of a token
/// longer than kMaxTokenBytes the further bytes are counted and not kept.
class TokenWriter {
 public:
  explicit TokenWriter(TokenVisitor& visitor) : visitor_(visitor) {}

  bool in_token() const { return overlong_ || !token_.empty(); }
  bool overlong() const { return overlong_; }
  std::string_view token() const { return token_; }
  void clear_token() { token_.clear(); }

  void append(char32_t c) {
    if (c < 0x80 && !overlong_ && token_.size() < kMaxTokenBytes) {
      token_.push_back(static_cast<char>(c));
    } else {
      append_any(c);
    }
  }

  void append_ascii(std::string_view run);
  void append_lower(std::string_view letters);  // ASCII letters, in lower case

  /// A letter, in lower case. A Σ that no letter follows in its word is a final one: ΣΑΣ is σας.
  void append_letter(char32_t lower, bool capital_sigma) {
    sigma_ = capital_sigma && in_token() ? token_.size() : std::string::npos;
    append(lower);
  }

  void end_token();
  void end_sentence();
  void end_line(bool second_half);  // of CR LF, which together end one line

  /// Counts a sign that is no part of a token.
  void drop(char32_t c);

  void count_replaced(std::size_t sequences) { counts_.replaced += sequences; }
  TokenizerCounts take_counts() { return std::move(counts_); }

 private:
  void append_any(char32_t c);

  TokenVisitor& visitor_;
  TokenizerCounts counts_;
  std::string token_;  // at most a few bytes longer than kMaxTokenBytes
  bool overlong_ = false;
  std::size_t sigma_ = std::string::npos;  // where the token has a σ that may have to become ς
  std::size_t sentence_tokens_ = 0;
  bool line_is_empty_ = true;  // so far
};

}  // namespace preformer
