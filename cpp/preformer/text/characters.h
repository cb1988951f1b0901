// Words as ELMo's character network reads them: the bytes of their UTF-8 form, so that every
// language and every spelling has ids. The numbering is bilm-tf's (bilm/data.py,
// UnicodeCharsVocabulary; +1 as its Batcher adds, which leaves 0 for "no token at all").
//
//   "cat" → begin-of-word c a t end-of-word padding padding …
//   <s>   → begin-of-word begin-of-sentence end-of-word padding …
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "preformer/text/vocabulary.h"

namespace preformer {

inline constexpr std::int32_t kByteCharacter = 1;  // id of byte 0; byte n has kByteCharacter + n
inline constexpr std::int32_t kBeginSentenceCharacter = 257;
inline constexpr std::int32_t kEndSentenceCharacter = 258;
inline constexpr std::int32_t kBeginWordCharacter = 259;
inline constexpr std::int32_t kEndWordCharacter = 260;
inline constexpr std::int32_t kPaddingCharacter = 261;
inline constexpr std::int32_t kCharacterCount = 262;

/// Fills `ids`, which has max_characters_per_token ≥ 3 entries. The last bytes of a longer word are
/// dropped.
void word_characters(std::string_view word, std::span<std::int32_t> ids);

/// Fills `ids` with the token of a sentence boundary. Its only character does not occur in any
/// text.
void boundary_characters(std::int32_t character, std::span<std::int32_t> ids);

/// One row for each word, then <s> and </s>: [V+2, max_characters_per_token], row by row.
std::vector<std::int32_t> character_table(const Vocabulary& vocabulary,
                                          int max_characters_per_token);

}  // namespace preformer
