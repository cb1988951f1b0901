#include "preformer/text/tokenizer.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "preformer/text/composed_pieces.h"
#include "preformer/text/sentence_ends.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

constexpr char32_t kJoiner = 0x200D;         // zero width
constexpr char32_t kEmojiSelector = 0xFE0F;  // asks for the coloured form of the sign before it
constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kGeresh = 0x5F3;

// The joiner and the non-joiner shape the letters around them (Persian, Hindi): part of a word.
bool is_joiner(char32_t c) { return c == 0x200C || c == kJoiner; }
bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }  // two make a flag
/// Goes on with an emoji: skin tones, tags of flags, selectors, keycaps.
bool extends_emoji(char32_t c) {
  return (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F) ||
         character_class(c) == CharacterClass::kMark;
}

class Scanner {
 public:
  Scanner(std::string_view text, const TokenizerOptions& options, TokenVisitor& visitor)
      : text_(without_byte_order_mark(text)), options_(options), visitor_(visitor) {}

  TokenizerCounts run() {
    if (options_.kind == TokenizerKind::kSpace) {
      scan_space();
    } else {
      ComposedPieces pieces(text_);
      for (; pieces.next(text_); position_ = 0) scan_words();
      counts_.replaced += pieces.replaced();
    }
    end_sentence();
    return std::move(counts_);
  }

 private:
  void scan_space() {
    while (position_ < text_.size()) {
      const char32_t c = next();
      const CharacterClass k = character_class(c);
      if (k != CharacterClass::kSpace && k != CharacterClass::kControl) {
        append(c);
        continue;
      }
      end_spaced_token();
      if (is_line_break(c)) end_sentence();
    }
    end_spaced_token();
  }

  /// Under kStops a token that ends with a stop ends its sentence; one of stops alone is dropped.
  void end_spaced_token() {
    const bool stops =
        options_.sentences == SentenceRule::kStops && !token_.empty() && ends_with_stop(token_);
    if (stops && only_stops(token_)) token_.clear();
    end_token();
    if (stops) end_sentence();
  }

  void scan_words() {
    before_ = CharacterClass::kOther;
    while (position_ < text_.size()) {
      const char32_t c = next();
      const CharacterClass k = character_class(c);
      switch (k) {
        case CharacterClass::kLetter:
          letter(c);
          ascii_letters();
          break;
        case CharacterClass::kNumber:
          if (is_keycap(c)) {
            emoji(c);
            continue;
          }
          append(to_lower(c));
          break;
        case CharacterClass::kMark:  // never starts a token
          if (in_token()) {
            append(c);
            before_ = CharacterClass::kLetter;
            continue;
          }
          if (c != kEmojiSelector) drop(c);
          break;
        case CharacterClass::kCjkLetter:
        case CharacterClass::kCjkNumber: cjk(c); break;
        case CharacterClass::kSpace:
        case CharacterClass::kControl:
          end_token();
          if (is_line_break(c)) end_sentence();
          break;
        case CharacterClass::kOther:
          if (is_ignorable(c) || other(c)) continue;
          break;
      }
      before_ = k;
    }
    end_token();
  }

  void letter(char32_t c) {
    // ΣΑΣ is σας: a Σ that no letter follows in its word is a final one.
    sigma_ = c == kCapitalSigma && in_token() ? token_.size() : std::string::npos;
    append(to_lower(c));
    last_letter_ = c;
  }

  /// The rest of a word of ASCII letters at once: most of any Latin text.
  void ascii_letters() {
    const std::size_t begin = position_;
    const auto is_letter = [](char byte) {
      return static_cast<unsigned char>((byte | 0x20) - 'a') < 26;
    };
    while (position_ < text_.size() && is_letter(text_[position_])) ++position_;
    if (position_ == begin) return;
    last_letter_ = static_cast<unsigned char>(text_[position_ - 1]);
    sigma_ = std::string::npos;
    if (overlong_ || token_.size() + position_ - begin > kMaxTokenBytes) {
      counts_.overlong_bytes += position_ - begin;
      overlong_ = true;
      return;
    }
    std::size_t at = token_.size();
    token_.append(text_, begin, position_ - begin);
    for (; at < token_.size(); ++at) token_[at] = static_cast<char>(token_[at] | 0x20);
  }

  void cjk(char32_t c) {
    last_letter_ = c;
    if (options_.kind != TokenizerKind::kCharacters) {
      append(c);
      return;
    }
    end_token();
    append(c);
    while (peek_class() == CharacterClass::kMark) append(take());  // variation selectors and such
    end_token();
  }

  /// A character that is no letter, number, mark or space. True if before_ is set already.
  bool other(char32_t c) {
    if (starts_emoji(c)) {
      emoji(c);
      return true;
    }
    if (const char32_t inner = inside_word(c); inner != 0) {
      append(inner);
      return false;
    }
    if (ends_program_name(c)) return false;
    const bool ends = options_.sentences == SentenceRule::kStops && ends_sentence(c);
    end_token();
    if (is_sign(c)) drop(c);
    if (ends) end_sentence();
    return false;
  }

  /// Between two letters or two numbers: don't, l’été, node.js, 3.14, col·legi, צה״ל. Returns what
  /// stands in the word for `c`; 0 if the word ends. A closing quote between two Chinese words is
  /// no apostrophe.
  char32_t inside_word(char32_t c) const {
    using enum CharacterClass;
    if (before_ == kLetter && is_hebrew_letter(last_letter_)) {
      if (c == kGeresh || c == U'\'') return c;  // at the end of a word, too
      if (c == U'"' && is_hebrew_letter(peek())) return c;
    }
    const bool numbers = before_ == kNumber;
    if (!numbers && before_ != kLetter) return 0;
    const InnerMark mark = inner_mark(c);
    if (numbers ? !mark.numbers : !mark.letters && !is_joiner(c)) return 0;
    if (peek_class() != before_) return 0;
    return is_apostrophe(c) ? U'\'' : c;
  }

  /// C++, C#: the signs belong to the name if no word follows at once.
  bool ends_program_name(char32_t c) {
    if (before_ != CharacterClass::kLetter || overlong_) return false;
    const std::size_t at = position_;
    if (c == U'+' && peek() == U'+') {
      take();
    } else if (c != U'#' || token_.size() != 1) {
      return false;
    }
    const char32_t after = peek();
    if (after == c || peek_class() == CharacterClass::kLetter) {
      position_ = at;
      return false;
    }
    append(c);
    if (c == U'+') append(c);
    end_token();
    return true;
  }

  bool is_keycap(char32_t c) const {
    if (c > 0x7F || position_ >= text_.size() || static_cast<std::uint8_t>(text_[position_]) < 0xE2)
      return false;
    const DecodedCodePoint first = decode_at(text_, position_);
    if (first.code_point == kKeycap) return true;
    const std::size_t second = position_ + first.bytes;
    return first.code_point == kEmojiSelector && second < text_.size() &&
           decode_at(text_, second).code_point == kKeycap;
  }

  bool starts_emoji(char32_t c) const {
    if (c < 0x80) return (c == U'#' || c == U'*') && is_keycap(c);
    const bool punctuation = c == U'‼' || c == U'⁉' || c == U'〰' || c == U'〽';
    return is_pictograph(c) || ((punctuation || is_sign(c)) && peek() == kEmojiSelector);
  }

  /// An extended grapheme cluster (UAX 29, GB9 to GB13): 👩‍🚀 and 🇫🇷 are one token
  /// each.
  void emoji(char32_t c) {
    end_token();
    append(c);
    if (is_regional(c) && is_regional(peek())) append(take());
    for (;;) {
      while (extends_emoji(peek())) append(take());
      const char32_t joined = peek() == kJoiner ? peek(1) : 0;
      if (!is_pictograph(joined) && !is_sign(joined)) break;
      append(take());
      append(take());
    }
    end_token();
    before_ = CharacterClass::kOther;
    last_letter_ = c;
  }

  bool ends_sentence(char32_t c) const {
    if (!is_stop(c)) return false;
    if (always_ends(c)) return true;
    const char32_t after = peek();
    const CharacterClass k = peek_class();
    if (at_end() || k == CharacterClass::kSpace || k == CharacterClass::kControl) return true;
    if (is_apostrophe(after)) return !is_word(peek_class(1));  // the U.S.'s
    if (is_closer(after) || is_pictograph(after)) return true;
    return is_cjk(k) && is_cjk(character_class(last_letter_));
  }

  static bool is_cjk(CharacterClass k) {
    return k == CharacterClass::kCjkLetter || k == CharacterClass::kCjkNumber;
  }
  static bool is_word(CharacterClass k) {
    return k == CharacterClass::kLetter || k == CharacterClass::kNumber || is_cjk(k);
  }

  bool is_line_break(char32_t c) const {
    if (c == U'\n' || c == U'\r') return true;
    return options_.sentences == SentenceRule::kStops && (c == 0x2028 || c == 0x2029);
  }

  char32_t next() {
    const auto byte = static_cast<std::uint8_t>(text_[position_]);
    if (byte < 0x80) {  // most of any Latin text
      ++position_;
      return byte;
    }
    const DecodedCodePoint decoded = decode_at(text_, position_);
    position_ += decoded.bytes;
    if (!decoded.valid) ++counts_.replaced;
    return decoded.code_point;
  }

  /// The code point that follows after `skipped` others, ignorable ones left out; 0 at the end.
  char32_t peek(int skipped = 0) const {
    for (std::size_t at = position_; at < text_.size();) {
      const DecodedCodePoint c = decode_at(text_, at);
      at += c.bytes;
      if (!is_ignorable(c.code_point) && skipped-- == 0) return c.code_point;
    }
    return 0;
  }
  /// Reads the code point that peek() returns.
  char32_t take() {
    char32_t c = next();
    while (is_ignorable(c) && !at_end()) c = next();
    return c;
  }
  CharacterClass peek_class(int skipped = 0) const { return character_class(peek(skipped)); }
  bool at_end() const { return position_ >= text_.size(); }

  void drop(char32_t c) {
    std::string sign;
    append_utf8(sign, c);
    ++counts_.dropped;
    auto& signs = counts_.dropped_signs;
    if (signs.size() == kMaxDroppedSigns) return;
    if (std::find(signs.begin(), signs.end(), sign) == signs.end()) signs.push_back(sign);
  }

  bool in_token() const { return overlong_ || !token_.empty(); }

  void append(char32_t c) {
    if (overlong_) {
      counts_.overlong_bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      return;
    }
    if (c < 0x80) {
      token_.push_back(static_cast<char>(c));
    } else {
      append_utf8(token_, c);
    }
    overlong_ = token_.size() > kMaxTokenBytes;
  }

  void end_token() {
    if (!in_token()) return;
    if (overlong_) {
      ++counts_.overlong;
      counts_.overlong_bytes += token_.size();
    } else {
      if (sigma_ != std::string::npos) token_.replace(sigma_, 2, "ς");
      visitor_.token(token_);
      ++sentence_tokens_;
    }
    overlong_ = false;
    token_.clear();
    sigma_ = std::string::npos;
    if (sentence_tokens_ == kMaxSentenceTokens) end_sentence();
  }

  void end_sentence() {
    if (sentence_tokens_ > 0) visitor_.end_sentence();
    sentence_tokens_ = 0;
  }

  std::string_view text_;
  TokenizerOptions options_;
  TokenVisitor& visitor_;
  TokenizerCounts counts_;
  std::size_t position_ = 0;
  std::string token_;      // at most a few bytes longer than kMaxTokenBytes
  bool overlong_ = false;  // the current token is too long; its further bytes are not kept
  std::size_t sentence_tokens_ = 0;
  // Of the words: what precedes, a mark in a token counting as a letter; the last letter or emoji;
  // where the token has a σ that may have to become ς.
  CharacterClass before_ = CharacterClass::kOther;
  char32_t last_letter_ = 0;
  std::size_t sigma_ = std::string::npos;
};

}  // namespace

std::string dropped_note(std::size_t dropped, const std::vector<std::string>& signs) {
  if (dropped == 0) return "";
  std::string note = std::to_string(dropped) + (dropped == 1 ? " sign" : " signs") + " left out:";
  for (const std::string& sign : signs) note += " " + sign;
  return note;
}

TokenizerCounts for_each_token(std::string_view text, const TokenizerOptions& options,
                               TokenVisitor& visitor) {
  return Scanner(text, options, visitor).run();
}

void TokenizedText::token(std::string_view utf8) {
  bytes_ += utf8;
  token_ends_.push_back(bytes_.size());
}

void TokenizedText::end_sentence() { sentence_ends_.push_back(token_ends_.size()); }

TokenizedText tokenize(std::string_view text, const TokenizerOptions& options) {
  TokenizedText tokenized;
  TokenizerCounts counts = for_each_token(text, options, tokenized);
  tokenized.replaced = counts.replaced;
  tokenized.overlong = counts.overlong;
  tokenized.dropped = counts.dropped;
  tokenized.dropped_signs = std::move(counts.dropped_signs);
  return tokenized;
}

}  // namespace preformer
