// Classifiers in files: what comes back is what went in, and every damage is refused.
#include "preformer/io/classifier_file.h"

#include "catch.h"
#include "preformer/base/error.h"
#include "preformer/base/hash.h"
#include "sealed.h"

namespace preformer {
namespace {

ClassifierDesign design_of_images() {
  ClassifierDesign design;
  design.image.height = design.image.width = 12;
  design.image.kernel = 3;
  design.image.filters1 = 2;
  design.image.filters2 = 3;
  design.image.hidden = 5;
  design.dropout = 0.125;
  return design;
}

ClassifierDesign design_of_words(ModelKind model, bool char_cnn = false) {
  Vocabulary vocabulary;
  for (const char* word : {"the", "king", "狗"}) vocabulary.add(word, 3);
  TrainConfig config;
  config.model = model;
  config.vector_size = 6;
  config.elmo.cell_size = char_cnn ? 6 : 8;  // with and without projections
  config.elmo.char_cnn = char_cnn;
  TextOptions text;
  text.tokenizer.kind = TokenizerKind::kWords;
  ClassifierDesign design;
  design.words = std::make_shared<const WordsDesign>(WordsDesign{config, text, vocabulary});
  return design;
}

std::string hash_of(LayeredClassifier<float>& model) {
  Hash64 hash;
  for (const auto& layer : model.layers()) {
    for (const auto* p : layer.parameters) {
      hash.add(p->value.data(), static_cast<std::size_t>(p->value.size()));
    }
  }
  return hash.hex();
}

const std::vector<std::string> kLabels{"good", "\"bad\"", "不好"};

struct Written {
  std::string bytes, hash;
};

Written write(const ClassifierDesign& design) {
  Rng rng(42);
  const auto model = design.build(static_cast<Index>(kLabels.size()), rng);
  ClassifierConfig training;
  training.alpha = 0.1;
  training.seed = 12345678901234567890u;
  return {write_classifier(design, kLabels, training, model->layers()), hash_of(*model)};
}

ErrorCode code_of(const std::string& bytes) {
  try {
    ClassifierFile(bytes).open();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::kCancelled;  // stands for none
}

}  // namespace

TEST_CASE("ClassifierFile: a classifier of images comes back whole", "[io]") {
  const Written written = write(design_of_images());
  const ClassifierFile file(written.bytes);
  CHECK(file.labels() == kLabels);
  CHECK(file.training().alpha == 0.1);
  CHECK(file.training().seed == 12345678901234567890u);
  CHECK(file.design().of_images());
  CHECK(file.design().image.hidden == 5);
  CHECK(file.design().dropout == 0.125);
  const auto model = file.open();
  CHECK(hash_of(*model) == written.hash);
  CHECK(write_classifier(file.design(), file.labels(), file.training(), model->layers()) ==
        written.bytes);
}

TEST_CASE("ClassifierFile: classifiers of sentences bring their words along", "[io]") {
  for (const ModelKind model :
       {ModelKind::kElmo, ModelKind::kSkipGram, ModelKind::kCbow, ModelKind::kNnlm}) {
    for (const bool char_cnn : {false, true}) {
      CAPTURE(model_name(model), char_cnn);
      const Written written = write(design_of_words(model, char_cnn));
      const ClassifierFile file(written.bytes);
      REQUIRE_FALSE(file.design().of_images());
      const WordsDesign& words = *file.design().words;
      CHECK(words.vocabulary.size() == 3);
      CHECK(words.vocabulary.word(2) == "狗");
      CHECK(words.text.tokenizer.kind == TokenizerKind::kWords);
      CHECK(words.config.model == model);
      CHECK(hash_of(*file.open()) == written.hash);
    }
  }
}

TEST_CASE("ClassifierFile: one-hot vectors have no layers to lend", "[io]") {
  Rng rng(1);
  try {
    design_of_words(ModelKind::kOneHot).build(2, rng);
    FAIL("built");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kBadParameter);
    CHECK(error.name() == "model");
  }
}

TEST_CASE("ClassifierFile: files cut off or changed are refused", "[io]") {
  const std::string bytes = write(design_of_images()).bytes;
  for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 97) {
    CAPTURE(size);
    CHECK(code_of(bytes.substr(0, size)) == ErrorCode::kBadFormat);
  }
  for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 401) {
    CAPTURE(at);
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK(code_of(changed) == ErrorCode::kBadFormat);
  }
  CHECK(code_of(bytes + "x") == ErrorCode::kBadFormat);
}

TEST_CASE("ClassifierFile: a file that contradicts itself is refused before much is built",
          "[io]") {
  const std::string images = write(design_of_images()).bytes;
  const std::string words = write(design_of_words(ModelKind::kSkipGram)).bytes;
  const auto refused = [](std::string bytes, const std::string& from, const std::string& to) {
    const std::size_t at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(from.size() == to.size());
    bytes.replace(at, from.size(), to);
    return code_of(fixtures::with_checksum(bytes)) == ErrorCode::kBadFormat;
  };
  CHECK_FALSE(refused(images, R"(dropout\":0.125)", R"(dropout\":0.625)"));  // no contradiction
  CHECK(refused(images, R"(hidden\":5)", R"(hidden\":4)"));
  CHECK(refused(images, R"(hidden\":5)", R"(hidden\":0)"));
  CHECK(refused(images, R"(kernel\":3)", R"(kernel\":9)"));
  CHECK(refused(images, R"(height\":12)", R"(height\":99)"));
  CHECK(refused(images, "conv1.bias", "conv9.bias"));
  CHECK(refused(images, "preformer-classifier", "preformer-checkpoint"));
  CHECK(refused(words, R"(vectorSize\":6,\"alpha\":0.05)", R"(vectorSize\":1000,\"alpha\":1)"));
  CHECK(refused(words, R"(model\":\"skip-gram\")", R"(model\":\"elmo\"     )"));
}

}  // namespace preformer
