#include "preformer/io/starting_vectors.h"

#include "catch.h"
#include "checkpoints.h"

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

std::string refused(const std::string& checkpoint, const WordVectors& vectors) {
  try {
    begin_with_vectors(checkpoint, vectors);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kBadParameter);
    return error.name();
  }
  return "";
}

}  // namespace

TEST_CASE("starting vectors: words that are known begin with them", "[io][checkpoint]") {
  const Corpus corpus = corpus_of(text_of(60, 1));
  for (const ModelKind kind :
       {ModelKind::kSkipGram, ModelKind::kCbow, ModelKind::kNnlm, ModelKind::kElmo}) {
    CAPTURE(model_name(kind));
    const auto plain = make_trainer(corpus, small(kind));
    const Begun begun = begin_with_vectors(write_checkpoint(*plain), given(6));
    CHECK(begun.known == 2);
    const auto trainer = Checkpoint(begun.checkpoint).resume(corpus, {});
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

TEST_CASE("starting vectors: what cannot begin with them", "[io][checkpoint]") {
  const Corpus corpus = corpus_of(text_of(20, 1));
  const auto checkpoint = [&](const TrainConfig& config) {
    return write_checkpoint(*make_trainer(corpus, config));
  };
  CHECK(refused(checkpoint(small(ModelKind::kCbow)), given(7)) == "vectorSize");
  CHECK(refused(checkpoint(small(ModelKind::kOneHot)), given(6)) == "start");
  TrainConfig letters = small(ModelKind::kElmo);
  letters.elmo.char_cnn = true;
  CHECK(refused(checkpoint(letters), given(6)) == "start");
}
