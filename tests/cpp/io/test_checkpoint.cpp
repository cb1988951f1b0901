#include "preformer/io/checkpoint.h"

#include <cmath>

#include "catch.h"
#include "checkpoints.h"
#include "files.h"
#include "preformer/io/settings.h"
#include "sealed.h"

using namespace preformer;
using namespace preformer::fixtures;

TEST_CASE("checkpoint: a resumed run ends as the unbroken one", "[io][checkpoint]") {
  const Corpus corpus = corpus_of(text_of(60, 1));
  for (const Case& one : cases()) {
    CAPTURE(one.name);
    const auto whole = trainer_of(one, corpus);
    const TrainReport last = whole->run_steps(kAll);
    const std::uint64_t steps = last.step;
    REQUIRE(steps > 20);
    for (const std::uint64_t stop : {std::uint64_t{0}, std::uint64_t{1}, steps / 3, steps / 2 + 1,
                                     2 * steps / 3, steps - 1, steps}) {
      CAPTURE(stop);
      const auto first = trainer_of(one, corpus);
      first->run_steps(stop);
      const std::string bytes = write_checkpoint(*first);
      const Checkpoint checkpoint(bytes);
      const auto second = checkpoint.resume(corpus, first->heldout());
      CHECK(second->weights_hash() == first->weights_hash());
      CHECK(write_checkpoint(*second) == bytes);
      const TrainReport end = second->run_steps(kAll);
      CHECK(second->weights_hash() == whole->weights_hash());
      CHECK(end.epoch_loss == last.epoch_loss);
      CHECK(end.step == steps);
      CHECK(end.tokens == last.tokens);
      CHECK(end.stopped_early == last.stopped_early);
      if (one.heldout) CHECK(end.heldout_loss == last.heldout_loss);
    }
  }
}

TEST_CASE("checkpoint: files of earlier versions do not know the epoch's loss",
          "[io][checkpoint]") {
  const Corpus corpus = corpus_of(text_of(60, 1));
  const Case one = cases().front();
  const auto trainer = trainer_of(one, corpus);
  trainer->run_steps(kAll);
  std::string bytes = write_checkpoint(*trainer);
  CHECK(Checkpoint(bytes).open()->report().epoch_loss == trainer->report().epoch_loss);
  for (const std::string name : {"state.lossEpoch", "state.lossNats", "state.lossPredictions"}) {
    bytes.replace(bytes.find(name), name.size(), "other" + name.substr(5));
  }
  bytes = with_checksum(bytes);
  const auto opened = Checkpoint(bytes).resume(corpus, {});
  CHECK(std::isnan(opened->report().epoch_loss));
  CHECK(opened->weights_hash() == trainer->weights_hash());
}

TEST_CASE("checkpoint: stopped in the middle of a measurement", "[io][checkpoint]") {
  const Corpus corpus = corpus_of(text_of(60, 1));
  Case one = cases()[2];
  const auto make = [&] {
    return make_trainer(corpus, one.config, encode(text_of(400, 5), {}, corpus.vocabulary));
  };
  const auto whole = make();
  const TrainReport last = whole->run_steps(kAll);
  auto trainer = make();
  int stops = 0;
  // A clock that has always run out: one portion of work at a time.
  const auto late = [] {
    static double now = 0;
    return now += 1e9;
  };
  while (!trainer->finished()) {
    trainer->run_for(0, late);
    const std::string bytes = write_checkpoint(*trainer);
    trainer = Checkpoint(bytes).resume(corpus, trainer->heldout());
    ++stops;
  }
  CHECK(stops > 50);
  CHECK(trainer->weights_hash() == whole->weights_hash());
  CHECK(trainer->report().heldout_loss == last.heldout_loss);
}

TEST_CASE("checkpoint: without its text a model answers, and trains no more", "[io][checkpoint]") {
  const Corpus corpus = corpus_of(text_of(60, 1));
  for (const Case& one : cases()) {
    CAPTURE(one.name);
    const auto trained = trainer_of(one, corpus);
    trained->run_steps(25);
    const std::string bytes = write_checkpoint(*trained);
    const auto opened = Checkpoint(bytes).open();
    CHECK(opened->detached());
    CHECK(opened->finished());
    CHECK(opened->run_steps(5).step == trained->report().step);
    CHECK(opened->weights_hash() == trained->weights_hash());
    CHECK(opened->input_vectors() == trained->input_vectors());
    CHECK(opened->corpus().vocabulary.word(3) == corpus.vocabulary.word(3));
    CHECK(opened->corpus().vocabulary.count(3) == corpus.vocabulary.count(3));
    CHECK(write_checkpoint(*opened).size() > 0);
    if (const LanguageModel* model = trained->language_model()) {
      const std::vector<std::int32_t> before{1, 2}, after{3};
      CHECK((opened->language_model()->classes() == model->classes()));
      if (one.config.model != ModelKind::kCbow) {
        CHECK(opened->language_model()->next_word(before) == model->next_word(before));
      }
      if (one.config.model != ModelKind::kNnlm) {
        CHECK(opened->language_model()->middle_word(before, after) ==
              model->middle_word(before, after));
      }
    }
  }
  TrainConfig config;
  config.model = ModelKind::kOneHot;
  const auto one_hot = make_trainer(corpus, config);
  CHECK(Checkpoint(write_checkpoint(*one_hot)).open()->input_vectors().isIdentity());
}

TEST_CASE("checkpoint: settings survive", "[io][checkpoint]") {
  TrainConfig config = small(ModelKind::kElmo);
  config.alpha = 0.1 + 0.2;
  config.min_alpha = 1e-7 / 3;
  config.seed = 18'446'744'073'709'551'615u;
  config.elmo.filters = {{1, 32}, {7, 1024}};
  config.elmo.char_cnn = true;
  config.ns_exponent = -0.75;
  const std::string json = config_to_json(config);
  const TrainConfig same = config_from_json(json);
  CHECK(same.alpha == config.alpha);
  CHECK(same.min_alpha == config.min_alpha);
  CHECK(same.seed == config.seed);
  CHECK(same.elmo.filters == config.elmo.filters);
  CHECK(same.ns_exponent == config.ns_exponent);
  CHECK(config_to_json(same) == json);
  CHECK_THAT(json, ContainsSubstring("\"sample\":0,"));
  CHECK_THAT(json, ContainsSubstring("\"nsExponent\":-0.75,"));

  TextOptions text{{TokenizerKind::kCharacters, SentenceRule::kStops},
                   {3, 8000, UnknownPolicy::kUnk}};
  CHECK(text_to_json(text) ==
        "{\"tokenizer\":\"characters\",\"sentences\":\"stops\",\"minCount\":3,"
        "\"maxVocabulary\":8000,\"unknown\":\"unk\"}");
  CHECK(text_from_json(text_to_json(text)).vocabulary.max_size == 8000);

  CHECK(config_from_json("{\"later\":[1]}").vector_size == TrainConfig{}.vector_size);
  for (const char* wrong :
       {"[]", "{\"vectorSize\":0}", "{\"vectorSize\":1.5}", "{\"vectorSize\":\"5\"}",
        "{\"model\":\"bert\"}", "{\"alpha\":1e999}", "{\"direct\":1}", "{\"seed\":-1}",
        "{\"seed\":18446744073709551616}", "{\"charFilters\":[[1]]}", "{\"charFilters\":[[1,-2]]}",
        "{\"epochs\":1e300}"}) {
    CAPTURE(wrong);
    CHECK(error_of([&] { config_from_json(wrong); }).code() == ErrorCode::kBadFormat);
  }
}
