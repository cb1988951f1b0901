#include "preformer/io/checkpoint.h"

#include <cstring>
#include <limits>

#include "catch.h"
#include "files.h"
#include "preformer/base/hash.h"
#include "preformer/io/settings.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();

std::string text_of(int sentences, std::uint64_t seed) {
  const char* const words[] = {"sun", "moon",  "star", "sky",  "bread",
                               "jam", "toast", "国王", "naïve"};
  Rng rng(seed);
  std::string text;
  for (int s = 0; s < sentences; ++s) {
    const std::uint32_t length = 1 + rng.below(7);
    for (std::uint32_t w = 0; w < length; ++w) text += std::string(words[rng.below(9)]) + ' ';
    text += '\n';
  }
  return text;
}

Corpus corpus_of(const std::string& text) { return make_corpus(text, {}, {}); }

struct Case {
  const char* name;
  TrainConfig config;
  bool heldout = false;
};

TrainConfig small(ModelKind model) {
  TrainConfig config;
  config.model = model;
  config.vector_size = 6;
  config.epochs = 3;
  config.alpha = default_alpha(model);
  config.seed = 42;
  config.nnlm.hidden = 5;
  config.elmo.cell_size = 7;
  config.elmo.unroll = 4;
  config.descent.batch = 4;
  return config;
}

/// Every kind of state there is: subsampling, moments, dropout, samples, carried state, best
/// weights.
std::vector<Case> cases() {
  std::vector<Case> all;
  const auto add = [&](const char* name, ModelKind model, bool heldout, auto&& change) {
    all.push_back({name, small(model), heldout});
    change(all.back().config);
  };
  add("skip-gram", ModelKind::kSkipGram, false, [](auto& c) { c.sample = 0.05; });
  add("cbow", ModelKind::kCbow, false,
      [](auto& c) { c.objective = Objective::kHierarchicalSoftmax; });
  add("nnlm, adam", ModelKind::kNnlm, true, [](auto& c) { c.descent.patience = 2; });
  add("nnlm, adagrad", ModelKind::kNnlm, false, [](auto& c) {
    c.descent.optimiser = OptimiserKind::kAdagrad;
    c.nnlm.direct = true;
  });
  add("nnlm, sgd", ModelKind::kNnlm, true, [](auto& c) {
    c.descent.optimiser = OptimiserKind::kSgd;
    c.descent.schedule = Schedule::kInverseTime;
    c.descent.weight_decay = 1e-4;
  });
  add("elmo, adam, dropout", ModelKind::kElmo, true, [](auto& c) {
    c.elmo.dropout = 0.3;
    c.elmo.samples = 3;
    c.descent.patience = 1;
  });
  add("elmo, carried state", ModelKind::kElmo, false, [](auto& c) {
    c.elmo.carry_state = true;
    c.descent.optimiser = OptimiserKind::kAdagrad;
    c.descent.clip_norm = 1;
  });
  add("elmo, characters", ModelKind::kElmo, false, [](auto& c) {
    c.elmo.char_cnn = true;
    c.elmo.char_size = 4;
    c.elmo.filters = {{1, 3}, {2, 4}};
    c.epochs = 2;
  });
  return all;
}

std::unique_ptr<Trainer> trainer_of(const Case& one, const Corpus& corpus) {
  EncodedText heldout;
  if (one.heldout) heldout = encode(text_of(9, 5), {}, corpus.vocabulary);
  return make_trainer(corpus, one.config, heldout);
}

/// A file with another piece of the same length, its checksum made right again.
std::string with_checksum(std::string bytes) {
  const std::string before = "{\"__metadata__\":{\"checksum\":\"";
  const std::size_t at = 8 + before.size();
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i >= at && i < at + 16) continue;
    hash = (hash ^ static_cast<unsigned char>(bytes[i])) * 0x100000001b3u;
  }
  return bytes.replace(at, 16, to_hex(hash));
}

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
  const std::size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  REQUIRE(from.size() == to.size());
  return with_checksum(bytes.replace(at, from.size(), to));
}

/// What reading and opening throws.
Error refusal(const std::string& bytes) {
  return error_of([&] { Checkpoint(bytes).open(); });
}

}  // namespace

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
      CHECK(end.step == steps);
      CHECK(end.tokens == last.tokens);
      CHECK(end.stopped_early == last.stopped_early);
      if (one.heldout) CHECK(end.heldout_loss == last.heldout_loss);
    }
  }
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

TEST_CASE("checkpoint: another text, another held-out text", "[io][checkpoint][errors]") {
  const std::string text = text_of(60, 1);
  const Corpus corpus = corpus_of(text);
  const auto trainer = trainer_of(cases()[2], corpus);
  trainer->run_steps(10);
  const std::string bytes = write_checkpoint(*trainer);
  const Checkpoint checkpoint(bytes);
  const auto refused = [&](const Corpus& other, const EncodedText& heldout) {
    const Error error = error_of([&] { checkpoint.resume(other, heldout); });
    CHECK(error.code() == ErrorCode::kBadParameter);
    return error.name();
  };
  CHECK(refused(corpus_of(text_of(60, 2)), trainer->heldout()) == "corpus");
  Corpus turned = corpus;  // the same words as often, in another order
  std::swap(turned.ids[0], turned.ids[1]);
  REQUIRE(turned.ids != corpus.ids);
  CHECK(refused(turned, trainer->heldout()) == "corpus");
  CHECK(refused(corpus, {}) == "heldout");
  CHECK(refused(corpus, encode(text_of(9, 6), {}, corpus.vocabulary)) == "heldout");

  const auto plain = trainer_of(cases()[3], corpus);
  const std::string none = write_checkpoint(*plain);
  CHECK_NOTHROW(Checkpoint(none).resume(corpus, trainer->heldout()));
}

TEST_CASE("checkpoint: foreign, newer and absurd files", "[io][checkpoint][errors]") {
  const auto trainer = trainer_of(cases()[2], corpus_of(text_of(60, 1)));
  const std::string bytes = write_checkpoint(*trainer);
  const auto refused = [](const std::string& file, const char* says) {
    const Error error = refusal(file);
    CHECK(error.code() == ErrorCode::kBadFormat);
    CHECK_THAT(error.what(), ContainsSubstring(says));
  };
  REQUIRE_NOTHROW(Checkpoint(bytes).open());
  CHECK(replaced(bytes, "\"version\":\"1\"", "\"version\":\"1\"") == bytes);

  refused("", "too short");
  refused("the king rules the land\n", "safetensors");
  refused(write_safetensors({}, {}), "no checkpoint");
  refused(write_safetensors({}, {{"format", "pt"}}), "no checkpoint");
  refused(replaced(bytes, "\"version\":\"1\"", "\"version\":\"2\""), "newer version");
  refused(replaced(bytes, "\"version\":\"1\"", "\"version\":\"x\""), "damaged");

  // Contradictions in files that are whole: sizes that no tensor has, state out of range.
  refused(replaced(bytes, "vectorSize\\\":6", "vectorSize\\\":9"), "");
  refused(replaced(bytes, "hidden\\\":5,", "hidden\\\":7,"), "");
  refused(replaced(bytes, "\\\"nnlm\\\"", "\\\"cbow\\\""), "");
  refused(replaced(bytes, "\\\"nnlm\\\"", "\\\"bert\\\""), "model");
  refused(replaced(bytes, "embedding.weight", "embedding.wEight"), "");
  refused(replaced(bytes, "state.epoch\":\"0", "state.epoch\":\"x"), "");
  refused(replaced(bytes, "\"vocabulary.words\":{\"dtype\":\"U8\"",
                   "\"vocabulary.words\":{\"dtype\":\"I8\""),
          "");
  refused(replaced(bytes, "sun\n", "sun "), "");
  refused(replaced(bytes, "sun\n", "jam\n"), "second time");
}

TEST_CASE("checkpoint: a config that asks for gigabytes takes none", "[io][checkpoint][errors]") {
  TrainConfig config = small(ModelKind::kElmo);
  config.vector_size = 100;
  config.elmo.cell_size = 1000;
  const auto trainer = make_trainer(corpus_of(text_of(60, 1)), config);
  const std::string bytes = write_checkpoint(*trainer);
  CHECK(refusal(replaced(bytes, "cellSize\\\":1000", "cellSize\\\":8192")).code() ==
        ErrorCode::kBadFormat);
  CHECK(refusal(replaced(bytes, "vectorSize\\\":100,", "vectorSize\\\":999,")).code() ==
        ErrorCode::kBadFormat);
}

TEST_CASE("checkpoint: cut anywhere or with any byte flipped, never a crash and never accepted",
          "[io][checkpoint][fuzz]") {
  TrainConfig config = small(ModelKind::kNnlm);
  config.vector_size = 2;
  config.nnlm.hidden = 2;
  config.nnlm.context = 1;
  const auto trainer = make_trainer(corpus_of("a b\nb a a\n"), config);
  trainer->run_steps(2);
  const std::string whole = write_checkpoint(*trainer);
  CAPTURE(whole.size());
  REQUIRE_NOTHROW(Checkpoint(whole).open());
  std::size_t accepted = 0, other = 0;
  const auto try_one = [&](const std::string& bytes) {
    try {
      Checkpoint(bytes).open();
      ++accepted;
    } catch (const Error& error) {
      other += error.code() != ErrorCode::kBadFormat;
    }
  };
  Rng rng{9};
  for (std::size_t at = 0; at < whole.size(); ++at) {
    try_one(whole.substr(0, at));
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << rng.below(8)));
    try_one(bytes);
    bytes.erase(at, 1);
    try_one(bytes);
    bytes.insert(at, 2, static_cast<char>(rng.below(256)));
    try_one(bytes);
  }
  CHECK(accepted == 0);
  CHECK(other == 0);

  // With a checksum made right: whatever is read stays within its bounds, and the sanitizers watch.
  accepted = 0;
  for (std::size_t at = 64; at < whole.size(); ++at) {
    std::string bytes = whole;
    bytes[at] = "0919\"}xZ\xff"[rng.below(9)];
    try_one(with_checksum(bytes));
  }
  CHECK(accepted > 0);  // numbers of weights may be any
  CHECK(other == 0);
}
