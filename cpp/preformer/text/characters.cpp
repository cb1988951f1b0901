#include "preformer/text/characters.h"

#include <algorithm>

#include "preformer/text/sentence_boundaries.h"

namespace preformer {

void word_characters(std::string_view word, std::span<std::int32_t> ids) {
  const std::size_t bytes = std::min(word.size(), ids.size() - 2);
  std::fill(ids.begin(), ids.end(), kPaddingCharacter);
  ids[0] = kBeginWordCharacter;
  for (std::size_t k = 0; k < bytes; ++k) {
    ids[k + 1] = kByteCharacter + static_cast<unsigned char>(word[k]);
  }
  ids[bytes + 1] = kEndWordCharacter;
}

void boundary_characters(std::int32_t character, std::span<std::int32_t> ids) {
  std::fill(ids.begin(), ids.end(), kPaddingCharacter);
  ids[0] = kBeginWordCharacter;
  ids[1] = character;
  ids[2] = kEndWordCharacter;
}

std::vector<std::int32_t> character_table(const Vocabulary& vocabulary,
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
