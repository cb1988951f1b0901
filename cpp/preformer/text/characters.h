// Words as ELMo's character network reads them: the bytes of their UTF-8 form, so that every
// language and every spelling has ids. The numbering is bilm-tf's (bilm/data.py,
// UnicodeCharsVocabulary; +1 as its Batcher adds, which leaves 0 for "no token at all").
//
//   "cat" → begin-of-word c a t end-of-word padding padding …
//   <s>   → begin-of-word begin-of-sentence end-of-word padding …
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "preformer/text/sentence_boundaries.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

inline constexpr std::int32_t kByteCharacter = 1;  // id of byte 0; byte n has kByteCharacter + n
inline constexpr std::int32_t kBeginSentenceCharacter = 257;
inline constexpr std::int32_t kEndSentenceCharacter = 258;
inline constexpr std::int32_t kBeginWordCharacter = 259;
inline constexpr std::int32_t kEndWordCharacter = 260;
inline constexpr std::int32_t kPaddingCharacter = 261;
inline constexpr std::int32_t kCharacterCount = 262;

/// Fills `ids`, of max_characters_per_token ≥ 3 entries. A longer word loses its last bytes.
inline void word_characters(std::string_view word, std::span<std::int32_t> ids) {
  const std::size_t bytes = std::min(word.size(), ids.size() - 2);
  std::fill(ids.begin(), ids.end(), kPaddingCharacter);
  ids[0] = kBeginWordCharacter;
  for (std::size_t k = 0; k < bytes; ++k) {
    ids[k + 1] = kByteCharacter + static_cast<unsigned char>(word[k]);
  }
  ids[bytes + 1] = kEndWordCharacter;
}

/// The token that stands for a boundary: its only character is one that no text contains.
inline void boundary_characters(std::int32_t character, std::span<std::int32_t> ids) {
  std::fill(ids.begin(), ids.end(), kPaddingCharacter);
  ids[0] = kBeginWordCharacter;
  ids[1] = character;
  ids[2] = kEndWordCharacter;
}

/// One row for each word, then <s> and </s>: [V+2, max_characters_per_token], row by row.
inline std::vector<std::int32_t> character_table(const Vocabulary& vocabulary,
                                                 int max_characters_per_token) {
  const auto width = static_cast<std::size_t>(max_characters_per_token);
  const std::int32_t words = vocabulary.size();
  std::vector<std::int32_t> table(static_cast<std::size_t>(class_count(words)) * width);
  const auto row = [&](std::int32_t id) {
    return std::span(table).subspan(static_cast<std::size_t>(id) * width, width);
  };
  for (std::int32_t id = 0; id < words; ++id) word_characters(vocabulary.word(id), row(id));
  boundary_characters(kBeginSentenceCharacter, row(begin_id(words)));
  boundary_characters(kEndSentenceCharacter, row(end_id(words)));
  return table;
}

}  // namespace preformer
