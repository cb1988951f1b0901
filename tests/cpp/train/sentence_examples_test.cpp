#include "preformer/train/sentence_examples.h"

#include "catch.h"
#include "preformer/base/error.h"

namespace preformer {
namespace {

Vocabulary vocabulary_of(std::initializer_list<const char*> words) {
  Vocabulary vocabulary;
  for (const char* word : words) vocabulary.add(word, 1);
  return vocabulary;
}

Error error_of(const Vocabulary& vocabulary, const std::vector<std::string>& words) {
  SentenceExamples examples;
  const std::vector<std::string> known{"king"};
  examples.add(vocabulary, known, 0, "pool");
  try {
    examples.add(vocabulary, words, 1, "pool");
  } catch (const Error& error) {
    CHECK(examples.labelled().size() == 1);  // what was there stays
    CHECK(error.name() == "pool");
    return error;
  }
  FAIL("no error");
  return Error(ErrorCode::kCancelled, "");
}

}  // namespace

TEST_CASE("SentenceExamples: words become ids, a column for each sentence", "[train]") {
  const Vocabulary vocabulary = vocabulary_of({"the", "king", "man"});
  SentenceExamples examples;
  const std::vector<std::string> first{"the", "old", "king"}, second{"man"};
  examples.add(vocabulary, first, 1, "examples");
  examples.add(vocabulary, second, 0, "examples");
  const SentenceExamples moved = std::move(examples);
  const LabelledExamples& labelled = moved.labelled();
  REQUIRE(labelled.size() == 2);
  CHECK(labelled.labels == std::vector<std::int32_t>{1, 0});
  CHECK(labelled.examples[0].rows == 2);
  CHECK(labelled.examples[0].cols == 1);
  CHECK(labelled.examples[0].data[0] == 0);
  CHECK(labelled.examples[0].data[1] == 1);
  CHECK(labelled.examples[1].data[0] == 2);
  CHECK(moved.unknown() == 1);
}

TEST_CASE("SentenceExamples: <unk> stands in for unknown words where there is one", "[train]") {
  const Vocabulary vocabulary = vocabulary_of({"<unk>", "king"});
  SentenceExamples examples;
  const std::vector<std::string> words{"old", "king"};
  examples.add(vocabulary, words, 0, "examples");
  CHECK(examples.labelled().examples[0].rows == 2);
  CHECK(examples.labelled().examples[0].data[0] == 0);
  CHECK(examples.unknown() == 1);
}

TEST_CASE("SentenceExamples: sentences that teach nothing are refused with their place",
          "[train]") {
  const Vocabulary vocabulary = vocabulary_of({"the", "king"});
  CHECK(error_of(vocabulary, {}).code() == ErrorCode::kBadParameter);
  const Error unknown = error_of(vocabulary, {"kingg", "xyzzy"});
  CHECK(unknown.code() == ErrorCode::kUnknownWord);
  CHECK(unknown.value() == "sentence 2: kingg xyzzy");
  CHECK(unknown.permitted() == "king");
  const std::vector<std::string> long_one(kMaxExampleWords + 1, "king");
  CHECK(error_of(vocabulary, long_one).code() == ErrorCode::kTooLarge);
}

}  // namespace preformer
