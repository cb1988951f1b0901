#include "preformer/text/encoded_text.h"

#include <string>
#include <vector>

#include "catch.h"
#include "preformer/base/error.h"
#include "preformer/text/corpus.h"

using namespace preformer;

namespace {

Vocabulary words(UnknownPolicy unknown) {
  return make_corpus("a b c a b a\n", TokenizerOptions{}, VocabularyOptions{.unknown = unknown})
      .vocabulary;
}

std::vector<std::int32_t> sentence(const EncodedText& text, std::size_t s) {
  const auto ids = text.sentence(s);
  return {ids.begin(), ids.end()};
}

}  // namespace

TEST_CASE("encode: words without <unk> in the vocabulary are left out and counted", "[text]") {
  const Vocabulary v = words(UnknownPolicy::kDrop);
  const EncodedText text = encode("b x a\nx y\n\nc", TokenizerOptions{}, v);
  REQUIRE(text.sentences() == 2);  // the sentence of unknown words is gone
  CHECK(sentence(text, 0) == std::vector<std::int32_t>{*v.find("b"), *v.find("a")});
  CHECK(sentence(text, 1) == std::vector<std::int32_t>{*v.find("c")});
  CHECK(text.unknown == 3);
}

TEST_CASE("encode: with <unk> they become it", "[text]") {
  const Vocabulary v = words(UnknownPolicy::kUnk);
  const EncodedText text = encode(tokenize("b x a\nx y", TokenizerOptions{}), v);
  REQUIRE(text.sentences() == 2);
  CHECK(sentence(text, 0) == std::vector<std::int32_t>{*v.find("b"), 0, *v.find("a")});
  CHECK(sentence(text, 1) == std::vector<std::int32_t>{0, 0});
  CHECK(text.unknown == 3);
}

TEST_CASE("encode: text of which nothing is known is refused", "[text]") {
  for (const auto unknown : {UnknownPolicy::kDrop, UnknownPolicy::kUnk}) {
    const Vocabulary v = words(unknown);
    for (const char* text : {"", "\n \n", "x y z\nx"}) {
      CAPTURE(text);
      try {
        encode(text, TokenizerOptions{}, v);
        FAIL("accepted");
      } catch (const Error& e) {
        CHECK(e.code() == ErrorCode::kEmptyCorpus);
        CHECK(e.name() == "heldout");
      }
    }
  }
}
