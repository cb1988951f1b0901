// What reading a checkpoint refuses.
#include <cstring>

#include "catch.h"
#include "checkpoints.h"
#include "files.h"
#include "preformer/base/hash.h"
#include "preformer/io/checkpoint.h"
#include "sealed.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

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
