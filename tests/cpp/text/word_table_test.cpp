#include "preformer/text/word_table.h"

#include <map>
#include <string>

#include "catch.h"
#include "text/text_helpers.h"

namespace preformer {
namespace {

TEST_CASE("WordTable: ids run by first insertion", "[text][word_table]") {
  WordTable words;
  CHECK(!words.find("king"));
  CHECK(words.insert("king") == 0);
  CHECK(words.insert("queen") == 1);
  CHECK(words.insert("king") == 0);
  CHECK(words.insert("") == 2);
  CHECK(words[1] == "queen");
  CHECK(words[2].empty());
  CHECK(words.find("queen") == 1);
  CHECK(words.find("") == 2);
  CHECK(!words.find("kin"));
  CHECK(words.size() == 3);
}

TEST_CASE("WordTable: agrees with a map on random words", "[text][word_table]") {
  Rng rng{3};
  WordTable words;
  std::map<std::string, std::int32_t> reference;
  for (int i = 0; i < 50'000; ++i) {
    const std::string word = random_bytes(rng.below(4), rng);
    const auto [entry, added] =
        reference.emplace(word, static_cast<std::int32_t>(reference.size()));
    REQUIRE(words.insert(word) == entry->second);
  }
  REQUIRE(static_cast<std::size_t>(words.size()) == reference.size());
  for (const auto& [word, id] : reference) {
    REQUIRE(words[id] == word);
    REQUIRE(words.find(word) == id);
  }
}

}  // namespace
}  // namespace preformer
