#include <array>

#include "catch.h"
#include "preformer/text/characters.h"

using namespace preformer;

// bilm/data.py, UnicodeCharsVocabulary, with Batcher's +1.
TEST_CASE("characters: a word is its bytes between begin and end of word", "[text]") {
  std::array<std::int32_t, 8> ids{};
  word_characters("cat", ids);
  CHECK(ids == std::array<std::int32_t, 8>{259, 100, 98, 117, 260, 261, 261, 261});
  word_characters("果", ids);  // E6 9E 9C
  CHECK(ids == std::array<std::int32_t, 8>{259, 231, 159, 157, 260, 261, 261, 261});
  word_characters("", ids);
  CHECK(ids == std::array<std::int32_t, 8>{259, 260, 261, 261, 261, 261, 261, 261});
}

TEST_CASE("characters: a long word loses its last bytes, never its end of word", "[text]") {
  std::array<std::int32_t, 5> ids{};
  word_characters("abcdefgh", ids);
  CHECK(ids == std::array<std::int32_t, 5>{259, 98, 99, 100, 260});
}

TEST_CASE("characters: the table ends with the two boundaries", "[text]") {
  Vocabulary vocabulary;
  vocabulary.add("a", 2);
  vocabulary.add("b", 1);
  const auto table = character_table(vocabulary, 4);
  const std::vector<std::int32_t> expected{259, 98,  260, 261, 259, 99,  260, 261,
                                           259, 257, 260, 261, 259, 258, 260, 261};
  CHECK(table == expected);
}
