#include "preformer/text/text_probability.h"

#include <algorithm>
#include <array>
#include <limits>

#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

struct AlphabetRow {
  std::string_view language, letters, pairs;
};

constexpr AlphabetRow kAlphabets[] = {
#include "preformer/text/letter_pairs.inc"
};

struct CommonRow {
  std::string_view language, characters;
  double cost;  // of each of them
};

constexpr CommonRow kCommon[] = {
#include "preformer/text/common_characters.inc"
};

constexpr double kStrange = 11;       // a letter of another language
constexpr double kBroken = 20;        // no character at all
constexpr double kControl = 15;       // a control character
constexpr double kSymbol = 9;         // such as ± or ╣
constexpr double kPunctuation = 5.5;  // quotation marks, dashes
constexpr double kInWord = 6;         // a symbol between two letters
constexpr double kMixed = 8;          // two alphabets in one word
constexpr double kShortRun = 4;       // a Thai word alone
constexpr double kMixedCjk = 7;
constexpr double kLetterOfAscii = 3;  // what an ASCII letter costs on average: it is taken off

constexpr double kRareHan = 9.5;   // in use, but not among the common ones
constexpr double kRarestHan = 14;  // extensions and compatibility forms
constexpr double kRareHangul = 9.5;

constexpr std::u32string_view kPunctuationMarks = U"«»–—“”„‚‘’…•·§°©®€£№¿¡´ºª\u00A0\u00AD\u2011";
constexpr std::u32string_view kInsideWords = U"’·\u00A0\u00AD\u2011";
constexpr std::u32string_view kCjkMarks = U"，。、：；？！（）《》“”‘’…—「」『』・～〈〉【】\u3000";

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }
bool is_han(char32_t c) { return in(c, 0x4E00, 0x9FFF); }
bool is_rare_han(char32_t c) {
  return in(c, 0x3400, 0x4DBF) || in(c, 0xF900, 0xFAFF) || in(c, 0x20000, 0x3FFFF);
}
bool is_kana(char32_t c) { return in(c, 0x3041, 0x30FF); }
bool is_hangul(char32_t c) { return in(c, 0xAC00, 0xD7A3); }
bool is_letter(char32_t c) {
  const CharacterClass is = character_class(c);
  return is == CharacterClass::kLetter || is == CharacterClass::kMark ||
         is == CharacterClass::kCjkLetter || c == 0x200C;
}

std::uint64_t pair_of(char32_t first, char32_t second) {
  return static_cast<std::uint64_t>(first) << 32u | second;
}

/// What costs the same in every language; a negative number for letters.
double cost_of_other(char32_t c) {
  if (c == kReplacementCharacter || in(c, 0xE000, 0xF8FF) || in(c, 0xFFF0, 0xFFFE)) return kBroken;
  if (c < 0x20) return c == '\n' || c == '\t' || c == '\r' || c == 0x1B ? 0 : kControl;
  if (in(c, 0x80, 0x9F)) return kBroken;  // unassigned: some decoders pass these bytes on
  if (c == 0x7F) return kControl;
  if (c < 0x80) return is_letter(c) ? -1 : 0;
  if (is_letter(c)) return -1;
  return kPunctuationMarks.find(c) != std::u32string_view::npos ? kPunctuation : kSymbol;
}

/// A symbol between two letters, unless it belongs there.
double cost_of_place(char32_t before, char32_t c, char32_t after) {
  const bool inside = c >= 0x80 && is_letter(before) && is_letter(after);
  return inside && kInsideWords.find(c) == std::u32string_view::npos ? kInWord : 0;
}

/// ASCII letters are Latin: a word does not mix them with another alphabet.
double cost_of_mixture(char32_t before, char32_t c) {
  if ((before < 0x80) == (c < 0x80) || !is_letter(before) || !is_letter(c)) return 0;
  const char32_t strange = std::max(before, c);
  if (strange < 0x250 || in(strange, 0x300, 0x36F) || in(strange, 0x1E00, 0x1EFF)) return 0;
  return character_class(strange) == CharacterClass::kCjkLetter ? kMixedCjk : kMixed;
}

/// Thai has no spaces between words, so that runs of few letters are rare.
double cost_of_short_runs(const std::u32string& text) {
  constexpr std::size_t kShort = 4;
  double sum = 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool letter = i < text.size() && text[i] >= 0x80 && is_letter(text[i]);
    if (!letter && run > 0 && run < kShort) sum += kShortRun;
    run = letter ? run + 1 : 0;
  }
  return sum;
}

/// A capital is rare: more so behind a small letter, less among capitals.
double cost_of_case(char32_t before, char32_t c) {
  const bool capital = to_lower(c) != c;
  if (!capital) return 0;
  if (!is_letter(before)) return 1.5;
  return to_lower(before) != before ? 0.7 : 6;
}

}  // namespace

TextProbability::TextProbability() {
  const auto cost = [](char32_t digit) { return (static_cast<double>(digit) - 'a') / 2; };
  for (const AlphabetRow& row : kAlphabets) {
    Alphabet alphabet{row.language, {}, {}};
    const std::u32string letters = decode(row.letters).code_points;
    for (std::size_t i = 0; i + 1 < letters.size(); i += 2) {
      alphabet.letters[letters[i]] = cost(letters[i + 1]);
    }
    const std::u32string pairs = decode(row.pairs).code_points;
    for (std::size_t i = 0; i + 2 < pairs.size(); i += 3) {
      alphabet.pairs[pair_of(pairs[i], pairs[i + 1])] = cost(pairs[i + 2]);
    }
    alphabets_.push_back(std::move(alphabet));
  }
  for (const CommonRow& row : kCommon) {
    if (commons_.empty() || commons_.back().language != row.language) {
      commons_.push_back({row.language, {}});
    }
    for (const char32_t c : decode(row.characters).code_points) {
      commons_.back().characters.emplace(c, row.cost);
    }
  }
}

double TextProbability::cost_of_letter(const Alphabet& alphabet, char32_t before, char32_t letter) {
  constexpr double kUnseen = 0.9;  // −ln 0.4: the share of pairs that the table does not have
  const bool plain = letter < 0x80;
  if (plain && before < 0x80) return 0;
  const auto pair = alphabet.pairs.find(pair_of(before, letter));
  if (plain) return pair == alphabet.pairs.end() ? 2 : pair->second - kLetterOfAscii;
  if (pair != alphabet.pairs.end()) return pair->second;
  const auto alone = alphabet.letters.find(letter);
  return alone == alphabet.letters.end() ? kStrange : std::min(kStrange, alone->second + kUnseen);
}

double TextProbability::cost_in(const Alphabet& alphabet, const std::u32string& text) {
  double sum = alphabet.language == "th" ? cost_of_short_runs(text) : 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const char32_t before = i == 0 ? ' ' : text[i - 1];
    const char32_t after = i + 1 == text.size() ? ' ' : text[i + 1];
    const double other = cost_of_other(c);
    if (other >= 0) {
      sum += other + cost_of_place(before, c, after);
      continue;
    }
    sum += cost_of_mixture(before, c);
    const char32_t known = is_letter(before) ? to_lower(before) : U'_';
    if (c >= 0x80 || before >= 0x80) {
      sum += cost_of_letter(alphabet, known, to_lower(c)) + cost_of_case(before, c);
    }
  }
  return sum;
}

double TextProbability::cost_in(const Common& common, const std::u32string& text) {
  double sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (i > 0) sum += cost_of_mixture(text[i - 1], c);
    if (c < 0x80) {
      const double other = cost_of_other(c);
      if (other > 0) sum += other;
      continue;
    }
    const auto known = common.characters.find(c);
    const double other = cost_of_other(c);
    if (known != common.characters.end()) {
      sum += known->second;
    } else if (kCjkMarks.find(c) != std::u32string_view::npos) {
      sum += 4;
    } else if (in(c, 0xFF01, 0xFF5E)) {  // full width
      sum += 7;
    } else if (in(c, 0xFF61, 0xFF9F)) {  // half width
      sum += 9;
    } else if (is_rare_han(c)) {
      sum += kRarestHan;
    } else if (is_han(c)) {
      sum += common.language == "ko" ? kRarestHan : kRareHan;
    } else if (is_hangul(c)) {
      sum += common.language == "ko" ? kRareHangul : kRarestHan;
    } else if (is_kana(c)) {
      sum += common.language == "ja" ? kRareHangul : kRarestHan;
    } else {
      sum += other < 0 ? kStrange : other;
    }
  }
  return sum;
}

double TextProbability::cost(std::string_view utf8, std::string_view languages) const {
  double sum = 0;
  while (!utf8.empty()) {
    const std::string_view line = utf8.substr(0, utf8.find('\n'));
    utf8.remove_prefix(std::min(utf8.size(), line.size() + 1));
    sum += cost_of_line(line, languages);
  }
  return sum;
}

double TextProbability::cost_of_line(std::string_view line, std::string_view languages) const {
  const std::u32string text = decode(line).code_points;
  const std::string wanted = " " + std::string(languages) + " ";
  double best = std::numeric_limits<double>::max();
  const auto consider = [&](const auto& of) {
    const std::string name = " " + std::string(of.language) + " ";
    if (!languages.empty() && wanted.find(name) == std::string::npos) return;
    best = std::min(best, cost_in(of, text));
  };
  for (const Alphabet& alphabet : alphabets_) consider(alphabet);
  for (const Common& common : commons_) consider(common);
  return best;
}

}  // namespace preformer
