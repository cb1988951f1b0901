#include "preformer/train/learnable.h"

#include <string>

#include "catch.h"
#include "preformer/base/error.h"
#include "preformer/train/trainer.h"

using namespace preformer;

namespace {

struct Case {
  std::string text = "a b\nc d\n";
  VocabularyOptions vocabulary = {};
  std::string heldout = {};
  TrainConfig config = {};
};

/// The error of making a trainer; an empty message if one is made.
Error error_of(const Case& given) {
  Corpus corpus = make_corpus(given.text, {}, given.vocabulary);
  EncodedText heldout =
      given.heldout.empty() ? EncodedText{} : encode(given.heldout, {}, corpus.vocabulary);
  try {
    make_trainer(std::move(corpus), given.config, std::move(heldout));
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::kCancelled, ""};
}

constexpr const char* kListOfWords = "river\nstone\n\nwillow\n";

TrainConfig of(ModelKind model) {
  TrainConfig config;
  config.model = model;
  return config;
}

}  // namespace

TEST_CASE("Nothing to learn: sentences of one word", "[train]") {
  const auto model =
      GENERATE(ModelKind::kSkipGram, ModelKind::kCbow, ModelKind::kNnlm, ModelKind::kElmo);
  CAPTURE(model_name(model));
  const Error error = error_of({.text = kListOfWords, .config = of(model)});
  CHECK(error.code() == ErrorCode::kNothingToLearn);
  CHECK(error.name() == "corpus");
  CHECK_THAT(error.what(), ContainsSubstring("Every sentence has one word"));
  CHECK_THAT(error.what(), !ContainsSubstring("were skipped"));
  // One sentence of two words is enough.
  CHECK(error_of({.text = "river\nstone willow\n", .config = of(model)}).what() == std::string());
}

TEST_CASE("Nothing to learn: one-hot vectors and carried states need no pair", "[train]") {
  CHECK(error_of({.text = kListOfWords, .config = of(ModelKind::kOneHot)}).what() == std::string());
  TrainConfig elmo = of(ModelKind::kElmo);
  elmo.elmo.carry_state = true;
  CHECK(error_of({.text = kListOfWords, .config = elmo}).what() == std::string());
}

TEST_CASE("Nothing to learn: the limit of the vocabulary is named", "[train]") {
  const std::string text = "often rare1\nrare2 common\noften\ncommon rare3\n";
  const Error rare = error_of({.text = text, .vocabulary = {.min_count = 2}});
  CHECK(rare.code() == ErrorCode::kNothingToLearn);
  CHECK(rare.name() == "minCount");
  CHECK(rare.value() == "2");
  CHECK_THAT(rare.what(), ContainsSubstring("Lower it"));

  const Error size = error_of({.text = text, .vocabulary = {.max_size = 2}});
  CHECK(size.name() == "maxVocabulary");
  CHECK(size.value() == "2");
  CHECK_THAT(size.what(), ContainsSubstring("Raise it"));
  // Rare words that become <unk> stay beside the others.
  CHECK(error_of({.text = text, .vocabulary = {.min_count = 2, .unknown = UnknownPolicy::kUnk}})
            .what() == std::string());
}

TEST_CASE("Nothing to learn: held-out text may have taken the only pairs", "[train]") {
  const Error error = error_of({.text = kListOfWords, .heldout = "river stone\n"});
  CHECK(error.name() == "heldout");
  CHECK(error_of({.text = kListOfWords, .heldout = "river\n"}).name() == "corpus");
}

TEST_CASE(
    "Nothing to learn: subsampling that leaves no pair is refused, and only by models that use it",
    "[train]") {
  TrainConfig config;
  config.sample = 1e-9;
  const Error error = error_of({.config = config});
  CHECK(error.code() == ErrorCode::kNothingToLearn);
  CHECK(error.name() == "sample");
  CHECK(error.value() == "1e-09");
  config.sample = 0.5;
  CHECK(error_of({.config = config}).what() == std::string());
  config.sample = 1e-9;
  config.model = ModelKind::kNnlm;
  CHECK(error_of({.config = config}).what() == std::string());
}

TEST_CASE("Nothing to learn: skipped tokens are named as a possible reason", "[train]") {
  const Error error = error_of({.text = "one\n" + std::string(2000, 'x') + " two\n", .config = {}});
  CHECK_THAT(error.what(), ContainsSubstring("longer than 1000 bytes were skipped (1)"));
}

TEST_CASE("Corpus: tokens alone in their sentence are counted after rare words were dropped",
          "[text][corpus]") {
  const Corpus corpus = make_corpus("a\nb c\na rare\nb c b\n", {}, {.min_count = 2});
  CHECK(corpus.alone == 2);
  CHECK(corpus.longest_read == 3);
  CHECK(corpus.limits.min_count == 2);
}
