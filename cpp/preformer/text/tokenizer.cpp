#include "preformer/text/tokenizer.h"

#include <cstddef>
#include <utility>

#include "preformer/text/code_point_cursor.h"
#include "preformer/text/composed_pieces.h"
#include "preformer/text/emoji.h"
#include "preformer/text/sentence_ends.h"
#include "preformer/text/token_writer.h"
#include "preformer/text/unicode.h"

namespace preformer {

namespace {

constexpr char32_t kGeresh = 0x5F3;

// The joiner and the non-joiner shape the letters around them (Persian, Hindi): part of a word.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool is_cjk(CharacterClass k) {
  return k == CharacterClass::kCjkLetter || k == CharacterClass::kCjkNumber;
}
bool is_word(CharacterClass k) {
  return k == CharacterClass::kLetter || k == CharacterClass::kNumber || is_cjk(k);
}

class Scanner {
 public:
  Scanner(std::string_view text, const TokenizerOptions& options, TokenVisitor& visitor)
      : text_(without_byte_order_mark(text)), options_(options), cursor_(text_), writer_(visitor) {}

  TokenizerCounts run() {
    if (options_.kind == TokenizerKind::kSpace) {
      scan_space();
    } else {
      ComposedPieces pieces(text_);
      for (std::string_view piece; pieces.next(piece);) {
        cursor_.restart(piece);
        scan_words();
      }
      writer_.count_replaced(pieces.replaced());
    }
    writer_.end_sentence();
    writer_.count_replaced(cursor_.replaced());
    return writer_.take_counts();
  }

 private:
  void scan_space() {
    while (!cursor_.at_end()) {
      const char32_t c = cursor_.next();
      const CharacterClass k = character_class(c);
      if (k != CharacterClass::kSpace && k != CharacterClass::kControl) {
        writer_.append(c);
        writer_.append_ascii(cursor_.next_run([](char byte) { return byte > ' ' && byte < 0x7F; }));
        continue;
      }
      end_spaced_token();
      if (is_line_break(c)) end_line(c);
    }
    end_spaced_token();
  }

  /// Under kStops a token that ends with a stop ends its sentence; one of stops alone is dropped.
  void end_spaced_token() {
    const std::string_view token = writer_.token();
    const bool stops =
        options_.sentences == SentenceRule::kStops && !token.empty() && ends_with_stop(token);
    if (stops && only_stops(token)) writer_.clear_token();
    writer_.end_token();
    if (stops) writer_.end_sentence();
  }

  void scan_words() {
    before_ = CharacterClass::kOther;
    while (!cursor_.at_end()) {
      const char32_t c = cursor_.next();
      const CharacterClass k = character_class(c);
      switch (k) {
        case CharacterClass::kLetter: letter(c); break;
        case CharacterClass::kNumber:
          if (begins_keycap(c, cursor_)) {
            emoji(c);
            continue;
          }
          writer_.append(to_lower(c));
          break;
        case CharacterClass::kMark:  // never starts a token
          if (writer_.in_token()) {
            writer_.append(c);
            before_ = CharacterClass::kLetter;
            continue;
          }
          if (c != kEmojiSelector) writer_.drop(c);
          break;
        case CharacterClass::kCjkLetter:
        case CharacterClass::kCjkNumber: cjk(c); break;
        case CharacterClass::kSpace:
        case CharacterClass::kControl:
          writer_.end_token();
          if (is_line_break(c)) end_line(c);
          break;
        case CharacterClass::kOther:
          if (is_ignorable(c) || other(c)) continue;
          break;
      }
      before_ = k;
    }
    writer_.end_token();
  }

  /// A letter, and the rest of a word of ASCII letters.
  void letter(char32_t c) {
    writer_.append_letter(to_lower(c), c == kCapitalSigma);
    last_letter_ = c;
    const std::string_view run = cursor_.next_run(
        [](char byte) { return static_cast<unsigned char>(byte | 0x20) - unsigned{'a'} < 26; });
    if (run.empty()) return;
    writer_.append_lower(run);
    last_letter_ = static_cast<unsigned char>(run.back());
  }

  void cjk(char32_t c) {
    last_letter_ = c;
    if (options_.kind != TokenizerKind::kCharacters) {
      writer_.append(c);
      return;
    }
    writer_.end_token();
    writer_.append(c);
    while (cursor_.peek_class() == CharacterClass::kMark)
      writer_.append(cursor_.take());  // variation selectors and such
    writer_.end_token();
  }

  /// A character that is no letter, number, mark or space. True if before_ is set already.
  bool other(char32_t c) {
    if (begins_emoji(c, cursor_)) {
      emoji(c);
      return true;
    }
    if (const char32_t inner = inside_word(c); inner != 0) {
      writer_.append(inner);
      return false;
    }
    if (ends_program_name(c)) return false;
    const bool ends = options_.sentences == SentenceRule::kStops && ends_sentence(c);
    writer_.end_token();
    if (is_sign(c)) writer_.drop(c);
    if (ends) writer_.end_sentence();
    return false;
  }

  /// Between two letters or two numbers: don't, l’été, node.js, 3.14, col·legi, צה״ל. Returns what
  /// stands in the word for `c`; 0 if the word ends. A closing quote between two Chinese words is
  /// no apostrophe.
  char32_t inside_word(char32_t c) const {
    using enum CharacterClass;
    if (before_ == kLetter && is_hebrew_letter(last_letter_)) {
      if (c == kGeresh || c == U'\'') return c;  // at the end of a word, too
      if (c == U'"' && is_hebrew_letter(cursor_.peek())) return c;
    }
    const bool numbers = before_ == kNumber;
    if (!numbers && before_ != kLetter) return 0;
    const InnerMark mark = inner_mark(c);
    if (numbers ? !mark.numbers : !mark.letters && !is_joiner(c)) return 0;
    if (cursor_.peek_class() != before_) return 0;
    return is_apostrophe(c) ? U'\'' : c;
  }

  /// C++, C#: the signs belong to the name if no word follows at once.
  bool ends_program_name(char32_t c) {
    if (before_ != CharacterClass::kLetter || writer_.overlong()) return false;
    const std::size_t at = cursor_.position();
    if (c == U'+' && cursor_.peek() == U'+') {
      cursor_.take();
    } else if (c != U'#' || writer_.token().size() != 1) {
      return false;
    }
    const char32_t after = cursor_.peek();
    if (after == c || cursor_.peek_class() == CharacterClass::kLetter) {
      cursor_.go_back(at);
      return false;
    }
    writer_.append(c);
    if (c == U'+') writer_.append(c);
    writer_.end_token();
    return true;
  }

  void emoji(char32_t c) {
    write_emoji(c, cursor_, writer_);
    before_ = CharacterClass::kOther;
    last_letter_ = c;
  }

  bool ends_sentence(char32_t c) const {
    if (!is_stop(c)) return false;
    if (always_ends(c)) return true;
    const char32_t after = cursor_.peek();
    const CharacterClass k = cursor_.peek_class();
    if (cursor_.at_end() || k == CharacterClass::kSpace || k == CharacterClass::kControl)
      return true;
    if (is_apostrophe(after)) return !is_word(cursor_.peek_class(1));  // the U.S.'s
    if (is_closer(after) || is_pictograph(after)) return true;
    return is_cjk(k) && is_cjk(character_class(last_letter_));
  }

  bool is_line_break(char32_t c) const {
    if (c == U'\n' || c == U'\r') return true;
    return options_.sentences == SentenceRule::kStops && (c == 0x2028 || c == 0x2029);
  }

  void end_line(char32_t c) { writer_.end_line(c == U'\n' && cursor_.byte_before_last() == '\r'); }

  std::string_view text_;
  TokenizerOptions options_;
  CodePointCursor cursor_;
  TokenWriter writer_;
  // Of the words: what precedes, a mark in a token counting as a letter; the last letter or emoji.
  CharacterClass before_ = CharacterClass::kOther;
  char32_t last_letter_ = 0;
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

void TokenizedText::set_counts(const TokenizerCounts& counts) {
  replaced = counts.replaced;
  overlong = counts.overlong;
  dropped = counts.dropped;
  dropped_signs = counts.dropped_signs;
}

TokenizedText tokenize(std::string_view text, const TokenizerOptions& options) {
  TokenizedText tokenized;
  tokenized.set_counts(for_each_token(text, options, tokenized));
  return tokenized;
}

}  // namespace preformer
