#include "preformer/train/starting_vectors.h"

#include "../io/checkpoints.h"
#include "catch.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

WordVectors given(Index size) {
  WordVectors vectors;
  for (const char* word : {"bread", "国王", "unicorn"}) vectors.vocabulary.add(word, 1);
  vectors.vectors = Matrix<float>::Constant(3, size, 0.25f);
  vectors.vectors.row(1).setConstant(-0.5f);
  return vectors;
}

std::string refused(const Corpus& corpus, const TrainConfig& config, const WordVectors& vectors) {
  const auto trainer = make_trainer(corpus, config);
  try {
    begin_with_vectors(*trainer, vectors);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kBadParameter);
    return error.name();
  }
  return "";
}

}  // namespace

TEST_CASE("starting vectors: words that are known begin with them", "[train]") {
  const Corpus corpus = corpus_of(text_of(60, 1));
  for (const ModelKind kind :
       {ModelKind::kSkipGram, ModelKind::kCbow, ModelKind::kNnlm, ModelKind::kElmo}) {
    CAPTURE(model_name(kind));
    const auto plain = make_trainer(corpus, small(kind));
    const auto trainer = make_trainer(corpus, small(kind));
    CHECK(begin_with_vectors(*trainer, given(6)) == 2);
    const MatrixRef before = plain->input_vectors(), now = trainer->input_vectors();
    for (std::int32_t id = 0; id < corpus.vocabulary.size(); ++id) {
      const auto word = corpus.vocabulary.word(id);
      CAPTURE(std::string(word));
      if (word == "bread") {
        CHECK((now.row(id).array() == 0.25f).all());
      } else if (word == "国王") {
        CHECK((now.row(id).array() == -0.5f).all());
      } else {
        CHECK(now.row(id) == before.row(id));
      }
    }
    CHECK(trainer->run_steps(kAll).finished);
    CHECK(trainer->weights_hash() != plain->weights_hash());
  }
}

TEST_CASE("starting vectors: a reset begins with them again, a checkpoint keeps them", "[train]") {
  const Corpus corpus = corpus_of(text_of(60, 1));
  for (const ModelKind kind : {ModelKind::kSkipGram, ModelKind::kNnlm, ModelKind::kElmo}) {
    CAPTURE(model_name(kind));
    const auto trainer = make_trainer(corpus, small(kind));
    begin_with_vectors(*trainer, given(6));
    const std::string checkpoint = write_checkpoint(*trainer);
    trainer->run_steps(kAll);
    const std::uint64_t hash = trainer->weights_hash();

    trainer->reset(trainer->config().seed);
    begin_with_vectors(*trainer, given(6));
    trainer->run_steps(kAll);
    CHECK(trainer->weights_hash() == hash);

    const auto resumed = Checkpoint(checkpoint).resume(corpus, {});
    resumed->run_steps(kAll);
    CHECK(resumed->weights_hash() == hash);
  }
}

TEST_CASE("starting vectors: what cannot begin with them", "[train]") {
  const Corpus corpus = corpus_of(text_of(20, 1));
  CHECK(refused(corpus, small(ModelKind::kCbow), given(7)) == "vectorSize");
  CHECK(refused(corpus, small(ModelKind::kOneHot), given(6)) == "start");
  TrainConfig letters = small(ModelKind::kElmo);
  letters.elmo.char_cnn = true;
  CHECK(refused(corpus, letters, given(6)) == "start");
  WordVectors infinite = given(6);
  infinite.vectors(2, 3) = std::numeric_limits<float>::infinity();
  CHECK(refused(corpus, small(ModelKind::kCbow), infinite) == "start");
}
