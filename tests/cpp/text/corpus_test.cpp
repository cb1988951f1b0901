#include "preformer/text/corpus.h"

#include <numeric>
#include <string>

#include "catch.h"
#include "preformer/base/error.h"
#include "text/text_helpers.h"

namespace preformer {
namespace {

using namespace std::string_literals;

constexpr TokenizerOptions kSpaced{TokenizerKind::kSpace, SentenceRule::kLines};
constexpr TokenizerOptions kWords{TokenizerKind::kWords, SentenceRule::kStops};

Sentences sentences_of(const Corpus& corpus) {
  Sentences sentences;
  for (std::size_t s = 0; s < corpus.sentences(); ++s) {
    auto& sentence = sentences.emplace_back();
    for (const std::int32_t id : corpus.sentence(s)) {
      sentence.emplace_back(corpus.vocabulary.word(id));
    }
  }
  return sentences;
}

Error error_of(std::string_view text, const TokenizerOptions& tokenizer,
               const VocabularyOptions& vocabulary = {}) {
  try {
    make_corpus(text, tokenizer, vocabulary);
  } catch (const Error& error) {
    return error;
  }
  throw std::logic_error("no error");
}

TEST_CASE("Corpus: sentences of ids", "[text][corpus]") {
  const Corpus corpus = make_corpus("the king\nthe queen rules\n", kSpaced, {});
  CHECK(corpus.ids == std::vector<std::int32_t>{0, 1, 0, 2, 3});
  CHECK(corpus.sentence_offsets == std::vector<std::size_t>{0, 2, 5});
  CHECK(corpus.vocabulary.word(3) == "rules");
  CHECK(corpus.tokens_total == 5);
  CHECK(corpus.tokens_kept == 5);
  CHECK(corpus.replaced == 0);
  CHECK(corpus.overlong == 0);
}

TEST_CASE("Corpus: rare words vanish, and sentences of nothing else", "[text][corpus]") {
  const std::string text = "a x b\ny\nb z a\nq r\n a";
  const Corpus dropped = make_corpus(text, kSpaced, {.min_count = 2});
  CHECK(sentences_of(dropped) == Sentences{{"a", "b"}, {"b", "a"}, {"a"}});
  CHECK(dropped.tokens_total == 10);
  CHECK(dropped.tokens_kept == 5);
  CHECK(dropped.vocabulary.total() == 5);

  const Corpus unknown =
      make_corpus(text, kSpaced, {.min_count = 2, .unknown = UnknownPolicy::kUnk});
  CHECK(sentences_of(unknown) ==
        Sentences{{"a", "<unk>", "b"}, {"<unk>"}, {"b", "<unk>", "a"}, {"<unk>", "<unk>"}, {"a"}});
  CHECK(unknown.ids[1] == 0);
  CHECK(unknown.vocabulary.total() == 10);
}

TEST_CASE("Corpus: text and its tokens agree", "[text][corpus]") {
  const std::string text = "The king. The queen loves the king! 国王爱王后";
  const Corpus direct = make_corpus(text, kWords, {});
  CorpusBuilder builder;
  for (const auto& sentence : preformer::sentences_of(tokenize(text, kWords))) {
    for (const std::string& token : sentence) builder.token(token);
    builder.end_sentence();
  }
  const Corpus by_tokens = builder.finish({});
  CHECK(direct.ids == by_tokens.ids);
  CHECK(direct.sentence_offsets == by_tokens.sentence_offsets);
  CHECK(sentences_of(direct) == preformer::sentences_of(tokenize(text, kWords)));
}

TEST_CASE("Corpus: a builder takes tokens as they come", "[text][corpus]") {
  CorpusBuilder builder;
  builder.end_sentence();
  builder.token("New York");  // a space in a token is the caller's choice
  builder.token("");
  builder.token(std::string(1001, 'x'));
  builder.token("rains");
  builder.end_sentence();
  builder.end_sentence();
  builder.token("rains");
  const Corpus corpus = builder.finish({});
  CHECK(sentences_of(corpus) == Sentences{{"New York", "rains"}, {"rains"}});
  CHECK(corpus.overlong == 1);
  CHECK_THROWS_AS(builder.finish({}), Error);  // empty again
}

TEST_CASE("Corpus: long sentences of a builder are cut", "[text][corpus]") {
  CorpusBuilder builder;
  for (int i = 0; i < 25'000; ++i) builder.token(i % 2 == 0 ? "a" : "b");
  const Corpus corpus = builder.finish({});
  CHECK(corpus.sentence_offsets == std::vector<std::size_t>{0, 10'000, 20'000, 25'000});
}

TEST_CASE("Corpus: no words is EmptyCorpus", "[text][corpus]") {
  for (const std::string& text : {""s, "   \n\t\r\n\u3000"s, "\0\0\0"s, "\xEF\xBB\xBF"s}) {
    CHECK(error_of(text, kSpaced).code() == ErrorCode::kEmptyCorpus);
    CHECK(error_of(text, kWords).code() == ErrorCode::kEmptyCorpus);
  }
  CHECK(error_of("... !? ，。— «»", kWords).code() == ErrorCode::kEmptyCorpus);  // punctuation only
  CHECK(error_of("\xFF\xFE\xED\xA0\x80\x80", kWords).code() == ErrorCode::kEmptyCorpus);  // junk
  CHECK(error_of("", kSpaced).name() == "corpus");
  const Error overlong = error_of(std::string(5'000'000, 'x'), kSpaced);
  CHECK(overlong.code() == ErrorCode::kEmptyCorpus);
  CHECK_THAT(overlong.what(), ContainsSubstring("longer than 1000 bytes were skipped (1)"));
}

TEST_CASE("Corpus: a vocabulary below two words is VocabularyTooSmall", "[text][corpus]") {
  const Error one = error_of("king", kSpaced);
  CHECK(one.code() == ErrorCode::kVocabularyTooSmall);
  CHECK(one.name() == "corpus");
  CHECK(one.value() == "king");
  CHECK(error_of("King king KING king.", kWords).code() == ErrorCode::kVocabularyTooSmall);

  const Error rare = error_of("a a a b c", kSpaced, {.min_count = 2});
  CHECK(rare.code() == ErrorCode::kVocabularyTooSmall);
  CHECK(rare.name() == "minCount");
  CHECK(rare.value() == "2");
  CHECK_THAT(rare.what(), ContainsSubstring("Of 3 different words 1 would be left"));
  CHECK(error_of("a b c", kSpaced, {.max_size = 1}).name() == "maxVocabulary");
  CHECK(error_of("a b c", kSpaced, {.min_count = 2}).code() == ErrorCode::kVocabularyTooSmall);

  // <unk> is a second word only where it stands for something.
  constexpr auto kUnk = UnknownPolicy::kUnk;
  CHECK(error_of("a a", kSpaced, {.unknown = kUnk}).code() == ErrorCode::kVocabularyTooSmall);
  CHECK(error_of("a b", kSpaced, {.min_count = 2, .unknown = kUnk}).code() ==
        ErrorCode::kVocabularyTooSmall);
  CHECK(make_corpus("a a b", kSpaced, {.min_count = 2, .unknown = kUnk}).vocabulary.size() == 2);
}

TEST_CASE("Corpus: broken and overlong text is counted", "[text][corpus]") {
  const Corpus corpus = make_corpus("a \xFF b " + std::string(2000, 'c'), kWords, {});
  CHECK(corpus.replaced == 1);
  CHECK(corpus.overlong == 1);
  CHECK(corpus.overlong_bytes == 2000);
  CHECK(corpus.tokens_total == 2);
  CHECK(make_corpus("a b " + std::string(1000, 'c') + "国王\xF0\x9F\x98\x80", kSpaced, {})
            .overlong_bytes == 1010);
}

TEST_CASE("Corpus: 10 MB without a line break", "[text][corpus]") {
  std::string text;
  text.reserve(10'000'010);
  Rng rng{1};
  while (text.size() < 10'000'000) text += "w" + std::to_string(rng.below(5000)) + " ";
  const Corpus corpus = make_corpus(text, kSpaced, {});
  CHECK(corpus.vocabulary.size() == 5000);
  CHECK(corpus.sentences() == (corpus.ids.size() + 9999) / 10'000);
}

TEST_CASE("Corpus: any bytes give a sound corpus or an error", "[text][corpus][fuzz]") {
  Rng rng{13};
  for (int round = 0; round < 1000; ++round) {
    const std::string text =
        round % 2 == 0 ? random_bytes(rng.below(300), rng) : random_text(rng.below(200), rng);
    const TokenizerOptions tokenizer{static_cast<TokenizerKind>(rng.below(3)),
                                     static_cast<SentenceRule>(rng.below(2))};
    const VocabularyOptions options{.min_count = 1 + rng.below(3),
                                    .max_size = rng.below(2) * rng.below(20),
                                    .unknown = static_cast<UnknownPolicy>(rng.below(2))};
    try {
      const Corpus corpus = make_corpus(text, tokenizer, options);
      const Vocabulary& vocabulary = corpus.vocabulary;
      REQUIRE(vocabulary.size() >= 2);
      REQUIRE(corpus.tokens_kept == corpus.ids.size());
      REQUIRE(corpus.sentence_offsets.front() == 0);
      REQUIRE(corpus.sentence_offsets.back() == corpus.ids.size());
      std::vector<std::uint64_t> counts(static_cast<std::size_t>(vocabulary.size()));
      for (std::size_t s = 0; s < corpus.sentences(); ++s) REQUIRE(!corpus.sentence(s).empty());
      for (const std::int32_t id : corpus.ids) ++counts.at(static_cast<std::size_t>(id));
      REQUIRE(std::equal(counts.begin(), counts.end(), vocabulary.counts().begin()));
      REQUIRE(vocabulary.total() == corpus.ids.size());
    } catch (const Error& error) {
      REQUIRE((error.code() == ErrorCode::kEmptyCorpus ||
               error.code() == ErrorCode::kVocabularyTooSmall));
    }
  }
}

}  // namespace
}  // namespace preformer
