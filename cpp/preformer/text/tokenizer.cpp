#include "preformer/text/tokenizer.h"

#include <cstdint>

#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

// Latin and full-width, then Arabic, Urdu and Devanagari.
constexpr std::u32string_view kStopCharacters = U".!?。．｡！？…؟۔।॥";

bool is_stop(char32_t c) { return kStopCharacters.find(c) != std::u32string_view::npos; }
bool is_point(char32_t c) { return c == U'.' || c == U'．'; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }

// Zero-width joiner and non-joiner shape the letters around them (Persian, Hindi): part of a word.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }
// Soft hyphen, word joiner and a stray byte-order mark are invisible and no part of the spelling.
bool is_ignorable(char32_t c) { return c == 0xAD || c == 0x2060 || c == 0xFEFF; }

bool ends_with_stop(std::string_view token) {
  std::size_t last = token.size() - 1;
  while (last > 0 && (static_cast<std::uint8_t>(token[last]) & 0xC0u) == 0x80u) --last;
  return is_stop(decode_at(token, last).code_point);
}

bool only_stops(std::string_view token) {
  for (std::size_t position = 0; position < token.size();) {
    const DecodedCodePoint decoded = decode_at(token, position);
    if (!is_stop(decoded.code_point)) return false;
    position += decoded.bytes;
  }
  return true;
}

class Scanner {
 public:
  Scanner(std::string_view text, const TokenizerOptions& options, TokenVisitor& visitor)
      : text_(without_byte_order_mark(text)), options_(options), visitor_(visitor) {}

  TokenizerCounts run() {
    if (options_.kind == TokenizerKind::kSpace) {
      scan_space();
    } else {
      scan_words();
    }
    end_sentence();
    return counts_;
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
    auto before = CharacterClass::kOther;  // class of the code point before this one
    while (position_ < text_.size()) {
      const char32_t c = next();
      const CharacterClass k = character_class(c);
      switch (k) {
        case CharacterClass::kLetter:
        case CharacterClass::kNumber: append(to_lower(c)); break;
        case CharacterClass::kMark:  // never starts a token: emoji carry marks too
          if (in_token()) append(c);
          break;
        case CharacterClass::kCjkLetter:
        case CharacterClass::kCjkNumber: cjk(c); break;
        default:
          if (is_ignorable(c)) continue;  // as if it were not there
          if (inside_word(c, before)) {
            append(is_apostrophe(c) ? U'\'' : c);
          } else {
            end_token();
            if (ends_sentence(c, before)) end_sentence();
          }
      }
      before = k == CharacterClass::kMark && in_token() ? CharacterClass::kLetter : k;
    }
    end_token();
  }

  void cjk(char32_t c) {
    if (options_.kind != TokenizerKind::kCharacters) {
      append(c);
      return;
    }
    end_token();
    append(c);
    while (peek() == CharacterClass::kMark) append(next());  // voicing marks, variation selectors
    end_token();
  }

  /// don't, l’été and joiners; yet a closing quote between two Chinese words is no apostrophe.
  bool inside_word(char32_t c, CharacterClass before) const {
    return (is_apostrophe(c) || is_joiner(c)) && before == CharacterClass::kLetter &&
           peek() == CharacterClass::kLetter;
  }

  bool ends_sentence(char32_t c, CharacterClass before) const {
    if (is_line_break(c)) return true;
    if (options_.sentences == SentenceRule::kLines || !is_stop(c)) return false;
    return !(is_point(c) && before == CharacterClass::kNumber &&
             peek() == CharacterClass::kNumber);  // 3.14
  }

  bool is_line_break(char32_t c) const {
    if (c == U'\n') return true;
    // LineSentence knows line feeds only; where stops count, so do the rarer ends of a line.
    return options_.sentences == SentenceRule::kStops && (c == U'\r' || c == 0x2028 || c == 0x2029);
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

  CharacterClass peek() const {
    if (position_ >= text_.size()) return CharacterClass::kOther;
    return character_class(decode_at(text_, position_).code_point);
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
      visitor_.token(token_);
      ++sentence_tokens_;
    }
    overlong_ = false;
    token_.clear();
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
};

}  // namespace

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
  const TokenizerCounts counts = for_each_token(text, options, tokenized);
  tokenized.replaced = counts.replaced;
  tokenized.overlong = counts.overlong;
  return tokenized;
}

}  // namespace preformer
