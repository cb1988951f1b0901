// What the tests of text share.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/text/tokenizer.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

/// General category L* or M*.
inline bool is_letter(char32_t c) {
  const auto k = character_class(c);
  return k == CharacterClass::kLetter || k == CharacterClass::kMark ||
         k == CharacterClass::kCjkLetter;
}

/// N*.
inline bool is_number(char32_t c) {
  const auto k = character_class(c);
  return k == CharacterClass::kNumber || k == CharacterClass::kCjkNumber;
}

using Sentences = std::vector<std::vector<std::string>>;

inline Sentences sentences_of(const TokenizedText& text) {
  Sentences sentences;
  for (std::size_t s = 0; s < text.sentences(); ++s) {
    auto& sentence = sentences.emplace_back();
    for (std::size_t i = text.sentence_begin(s); i < text.sentence_end(s); ++i) {
      sentence.emplace_back(text[i]);
    }
  }
  return sentences;
}

inline Sentences sentences_of(std::string_view text, TokenizerKind kind,
                              SentenceRule rule = SentenceRule::kLines) {
  return sentences_of(tokenize(text, {kind, rule}));
}

inline std::string random_bytes(std::size_t length, Rng& rng) {
  std::string bytes(length, '\0');
  for (char& byte : bytes) byte = static_cast<char>(rng.below(256));
  return bytes;
}

/// Pieces in which tokenizers go wrong, at random: scripts, marks, stops, blanks, broken UTF-8.
inline std::string random_text(std::size_t pieces, Rng& rng) {
  static constexpr std::array<std::string_view, 40> kPieces = {"a",
                                                               "Z",
                                                               "é",
                                                               "e\xCC\x81",
                                                               "Σ",
                                                               "İ",
                                                               "ß",
                                                               "国",
                                                               "王后",
                                                               "か",
                                                               "ア",
                                                               "한",
                                                               "7",
                                                               "３",
                                                               "〇",
                                                               ".",
                                                               "．",
                                                               "。",
                                                               "！",
                                                               "…",
                                                               "'",
                                                               "’",
                                                               "-",
                                                               "，",
                                                               " ",
                                                               "\xE3\x80\x80",
                                                               "\n",
                                                               "\r\n",
                                                               "\t",
                                                               "❤️",
                                                               "\xCC\x81",
                                                               "\xEF\xBB\xBF",
                                                               "\xE2\x80\x8D",
                                                               "\xC2\xAD",
                                                               "\x01",
                                                               "\x7F",
                                                               "\xC0\xAF",
                                                               "\xED\xA0\x80",
                                                               "\xFF",
                                                               "\xE5\x9B"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) {
    const std::uint32_t choice = rng.below(static_cast<std::uint32_t>(kPieces.size()) + 1);
    if (choice < kPieces.size()) {
      text += kPieces[choice];
    } else {
      text += '\0';
    }
  }
  return text;
}

}  // namespace preformer
