#include "preformer/models/elmo_reader.h"

#include "catch.h"
#include "preformer/models/elmo.h"
#include "preformer/text/characters.h"

using namespace preformer;

namespace {

const std::vector<std::string> kWords{"the", "apple", "苹果", "bank", "x"};

ElmoShape shape_of(Index layers, bool skip) {
  ElmoShape shape;
  shape.vocabulary = static_cast<Index>(kWords.size());
  shape.n_layers = layers;
  shape.projection_dim = 5;
  shape.dim = 7;
  shape.cell_clip = 0.3;
  shape.proj_clip = 0.2;
  shape.use_skip_connections = skip;
  shape.dropout = 0;
  shape.n_negative_samples_batch = 0;
  shape.char_cnn = CharCnnOptions{.max_characters_per_token = 8,
                                  .embedding_dim = 4,
                                  .filters = {{1, 3}, {2, 4}},
                                  .n_highway = 1};
  return shape;
}

/// A model of a vocabulary, and a reader with its weights.
struct Pair {
  Elmo<float> elmo;
  ElmoReader reader;

  explicit Pair(const ElmoShape& shape) : elmo(make(shape)), reader(shape) {
    const auto from = elmo.parameters();
    const auto to = reader.parameters();
    for (std::size_t i = 0; i < to.size(); ++i) {
      REQUIRE(to[i]->name == from[i]->name);
      to[i]->value = from[i]->value;
    }
    REQUIRE(from.size() == to.size() + 2);  // the softmax
  }

  static Elmo<float> make(const ElmoShape& shape) {
    Vocabulary vocabulary;
    for (const std::string& word : kWords) vocabulary.add(word, 1);
    Rng rng(5);
    return Elmo<float>(shape, character_table(vocabulary, 8), rng);
  }
};

}  // namespace

TEST_CASE("ElmoReader: reads as the model does whose weights it has", "[models][elmo]") {
  for (const bool skip : {true, false}) {
    Pair pair(shape_of(2, skip));
    const std::vector<std::vector<std::int32_t>> ids{{0, 1, 3}, {2, 2}, {4, 0, 1}, {1}};
    std::vector<WordIds> known(ids.begin(), ids.end());
    std::vector<std::vector<std::string>> words;
    for (const auto& sentence : ids) {
      words.emplace_back();
      for (const std::int32_t id : sentence) {
        words.back().push_back(kWords[static_cast<std::size_t>(id)]);
      }
    }
    const auto wanted = pair.elmo.context_vectors(known);
    const auto found = pair.reader.context_vectors(words);
    REQUIRE(found.size() == wanted.size());
    for (std::size_t s = 0; s < found.size(); ++s) {
      REQUIRE(found[s].size() == 3);
      for (std::size_t layer = 0; layer < 3; ++layer) CHECK(found[s][layer] == wanted[s][layer]);
    }
  }
}

TEST_CASE("ElmoReader: words of any spelling, each by itself", "[models][elmo]") {
  Pair pair(shape_of(1, true));
  const std::vector<std::vector<std::string>> sentences{
      {"never", "seen", "electroencephalography"}, {}, {"😀"}, {"never"}};
  const auto found = pair.reader.context_vectors(sentences);
  REQUIRE(found.size() == 4);
  CHECK(found[0][1].rows() == 3);
  CHECK(found[1][1].rows() == 0);
  CHECK(found[2][1].allFinite());
  CHECK(found[3][0] == found[0][0].topRows(1));  // the token layer knows no neighbours
  CHECK(found[3][1] != found[0][1].topRows(1));
}

TEST_CASE("ElmoReader: its size is known before it is built", "[models][elmo]") {
  const ElmoShape shape = shape_of(3, true);
  ElmoReader reader(shape);
  double weights = 0;
  for (const Parameter<float>* p : reader.parameters()) {
    weights += static_cast<double>(p->value.size());
    CHECK(p->grad.size() == 0);
  }
  CHECK(count_reader_weights(shape) == weights);
  CHECK(reader.words_within(0) == 1);
  CHECK(reader.words_within(1e300) == 512);
  ElmoShape huge = shape;
  huge.dim = 16384;
  huge.projection_dim = 16000;
  try {
    ElmoReader too_large(huge);
    FAIL("it was built");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kTooLarge);
  }
}
