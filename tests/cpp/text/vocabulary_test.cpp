#include "preformer/text/vocabulary.h"

#include <algorithm>
#include <map>
#include <string>

#include "catch.h"
#include "preformer/base/error.h"
#include "text/text_helpers.h"

namespace preformer {
namespace {

using Words = std::vector<std::pair<std::string, std::uint64_t>>;

Words words_of(const Vocabulary& vocabulary) {
  Words words;
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    words.emplace_back(vocabulary.word(id), vocabulary.count(id));
  }
  return words;
}

Vocabulary built(const std::vector<std::string>& tokens, const VocabularyOptions& options = {}) {
  WordTable words;
  std::vector<std::uint64_t> counts;
  for (const std::string& token : tokens) {
    const auto id = static_cast<std::size_t>(words.insert(token));
    if (id == counts.size()) counts.push_back(0);
    ++counts[id];
  }
  return build_vocabulary(words, counts, options).vocabulary;
}

Vocabulary vocabulary_of(const Words& words) {
  Vocabulary vocabulary;
  for (const auto& [word, count] : words) vocabulary.add(word, count);
  return vocabulary;
}

const std::vector<std::string> kTokens = {"b", "a", "c", "a", "d", "c", "a", "b", "e"};

TEST_CASE("Vocabulary: falling counts, ties by first appearance", "[text][vocabulary]") {
  const Vocabulary vocabulary = built(kTokens);
  CHECK(words_of(vocabulary) == Words{{"a", 3}, {"b", 2}, {"c", 2}, {"d", 1}, {"e", 1}});
  CHECK(vocabulary.total() == 9);
  CHECK(vocabulary.find("c") == 2);
  CHECK(!vocabulary.find("z"));
  CHECK(vocabulary.id_or_throw("a") == 0);
}

TEST_CASE("Vocabulary: min_count and max_size drop rare words", "[text][vocabulary]") {
  CHECK(words_of(built(kTokens, {.min_count = 2})) == Words{{"a", 3}, {"b", 2}, {"c", 2}});
  CHECK(words_of(built(kTokens, {.max_size = 2})) == Words{{"a", 3}, {"b", 2}});
  CHECK(words_of(built(kTokens, {.min_count = 3, .max_size = 2})) == Words{{"a", 3}});
  CHECK(built(kTokens, {.min_count = 4}).empty());
  CHECK(built(kTokens, {.min_count = std::int64_t{1} << 62}).empty());
  CHECK(built({}).empty());
}

TEST_CASE("Vocabulary: <unk> has id 0 and the count of what it stands for", "[text][vocabulary]") {
  constexpr auto kUnk = UnknownPolicy::kUnk;
  CHECK(words_of(built(kTokens, {.min_count = 3, .unknown = kUnk})) ==
        Words{{"<unk>", 6}, {"a", 3}});
  CHECK(words_of(built(kTokens, {.max_size = 2, .unknown = kUnk})) ==
        Words{{"<unk>", 4}, {"a", 3}, {"b", 2}});
  CHECK(words_of(built({"a", "b"}, {.unknown = kUnk})) == Words{{"<unk>", 0}, {"a", 1}, {"b", 1}});
  CHECK(words_of(built({"a", "<unk>", "b", "<unk>"}, {.unknown = kUnk})) ==
        Words{{"<unk>", 2}, {"a", 1}, {"b", 1}});
  CHECK(words_of(built({"a", "<unk>", "<unk>"})) == Words{{"<unk>", 2}, {"a", 1}});  // a plain word
}

TEST_CASE("Vocabulary: parameters out of range are refused", "[text][vocabulary]") {
  for (const VocabularyOptions& options :
       {VocabularyOptions{.min_count = 0}, VocabularyOptions{.min_count = -5},
        VocabularyOptions{.max_size = -1}}) {
    try {
      built(kTokens, options);
      FAIL("not refused");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kBadParameter);
      CHECK(error.name() == (options.max_size < 0 ? "maxVocabulary" : "minCount"));
    }
  }
}

TEST_CASE("Vocabulary: words of a file keep their order", "[text][vocabulary]") {
  const Words words = {{"queen", 1}, {"king", 5}, {"国王", 0}};
  const Vocabulary vocabulary = vocabulary_of(words);
  CHECK(words_of(vocabulary) == words);
  CHECK(vocabulary.total() == 6);
  CHECK(vocabulary.find("国王") == 2);
  const Words twice = {{"king", 1}, {"king", 2}};
  CHECK_THROWS_AS(vocabulary_of(twice), Error);
}

TEST_CASE("Vocabulary: an unknown word is named with the nearest spelling", "[text][vocabulary]") {
  const Vocabulary vocabulary = vocabulary_of({{"the", 9},
                                               {"king", 5},
                                               {"ring", 5},
                                               {"queen", 4},
                                               {"grandmother", 3},
                                               {"国王", 2},
                                               {"Paris", 1}});
  CHECK(vocabulary.suggest("KING") == 1);
  CHECK(vocabulary.suggest("kinf") == 1);
  CHECK(vocabulary.suggest("bing") == 1);   // as near as ring, and before it
  CHECK(vocabulary.suggest("rings") == 2);  // nearer than king
  CHECK(vocabulary.suggest("qeuen") == 3);  // a swap is one edit
  CHECK(vocabulary.suggest("grandmoter") == 4);
  CHECK(vocabulary.suggest("grandmotr") == 4);
  CHECK(!vocabulary.suggest("grndmotr"));  // three edits
  CHECK(vocabulary.suggest("paris") == 6);
  CHECK(!vocabulary.suggest("王后"));
  CHECK(!vocabulary.suggest(""));
  CHECK(!vocabulary.suggest("\xFF\xEF\xBB\xBF"));
  CHECK(!vocabulary.suggest(std::string(100'000, 'k')));
  try {
    vocabulary.id_or_throw("kinf");
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kUnknownWord);
    CHECK(error.value() == "kinf");
    CHECK(error.permitted() == "king");
    CHECK_THAT(error.what(), ContainsSubstring("did you mean \"king\"?"));
  }
}

TEST_CASE("Vocabulary: a question is found in another spelling of itself", "[text][vocabulary]") {
  Vocabulary vocabulary;
  vocabulary.add("café", 3);
  vocabulary.add("nai\u0308ve", 2);  // decomposed, as in a file of macOS
  vocabulary.add("한국", 1);
  vocabulary.add("σας", 1);
  CHECK(vocabulary.id_or_throw("cafe\u0301") == 0);
  CHECK(vocabulary.id_or_throw("naïve") == 1);
  CHECK(vocabulary.id_or_throw("\u1112\u1161\u11AB\u1100\u116E\u11A8") == 2);
  CHECK(vocabulary.find("cafe\u0301") == std::nullopt);  // files of vectors are read exactly
  CHECK(vocabulary.suggest("CAFE\u0301") == 0);
  CHECK(vocabulary.suggest("NAÏVE") == 1);
  CHECK(vocabulary.suggest("cafe\u0301s") == 0);  // one edit, not two
  CHECK(vocabulary.suggest("ΣΑΣ") == 3);
}

TEST_CASE("Vocabulary: agrees with a map on random tokens", "[text][vocabulary]") {
  Rng rng{5};
  for (int round = 0; round < 50; ++round) {
    std::vector<std::string> tokens;
    std::map<std::string, std::uint64_t> counts;
    std::map<std::string, std::size_t> first;
    for (std::uint32_t i = 0, n = rng.below(500); i < n; ++i) {
      tokens.push_back(std::to_string(rng.below(1 + rng.below(60))));
      ++counts[tokens.back()];
      first.emplace(tokens.back(), i);
    }
    const std::int64_t min_count = 1 + rng.below(5);
    Words expected;
    for (const auto& entry : counts) {
      if (entry.second >= static_cast<std::uint64_t>(min_count)) expected.push_back(entry);
    }
    std::sort(expected.begin(), expected.end(), [&](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : first[a.first] < first[b.first];
    });
    REQUIRE(words_of(built(tokens, {.min_count = min_count})) == expected);
  }
}

}  // namespace
}  // namespace preformer
