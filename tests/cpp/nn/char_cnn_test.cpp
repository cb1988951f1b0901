#include <cmath>

#include "catch.h"
#include "elmo_golden.h"
#include "numeric_gradient.h"
#include "preformer/nn/char_cnn.h"
#include "preformer/text/characters.h"
#include "preformer/text/sentence_boundaries.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

constexpr Index kLength = 9;

CharCnnOptions small(Index highways) {
  return {kCharacterCount, kLength, 4, {{1, 3}, {2, 4}, {3, 5}}, highways};
}

std::vector<std::int32_t> spell(std::initializer_list<std::string_view> words) {
  std::vector<std::int32_t> ids(words.size() * kLength);
  std::span<std::int32_t> rest = ids;
  for (const auto word : words) {
    if (word == kEndToken) {
      boundary_characters(kEndSentenceCharacter, rest.first(kLength));
    } else {
      word_characters(word, rest.first(kLength));
    }
    rest = rest.subspan(kLength);
  }
  return ids;
}

}  // namespace

TEST_CASE("CharCnn: gradients equal central differences", "[nn][gradient]") {
  const auto [highways, projection] =
      GENERATE(std::pair<Index, Index>{2, 6}, std::pair<Index, Index>{0, 12});
  CAPTURE(highways, projection);
  Rng rng{42};
  CharCnn<double> cnn("characters", small(highways), projection, rng);
  elmo_golden::draw<double>(cnn.parameters(), rng, 0.7);
  const auto ids = spell({"a", "cat", "cart", "unforgettable", "苹果"});
  Matrix<double> y;
  const Matrix<double> dy = random_matrix<double>(5, projection, rng);
  CharCnnCache<double> cache;
  const auto loss = [&] {
    cnn.forward(ids, cache, y);
    return y.cwiseProduct(dy).sum();
  };
  loss();
  cnn.backward(ids, dy, cache);
  for (auto* p : cnn.parameters()) {
    CAPTURE(p->name);
    CHECK(p->grad.norm() > 0);
    CHECK(relative_error(p->grad, numeric_gradient(p->value, loss)) < 1e-7);
  }
}

TEST_CASE("CharCnn: one filter of width 2 finds a pair of letters anywhere in a word", "[nn]") {
  Rng rng{1};
  CharCnn<float> cnn("characters", {kCharacterCount, kLength, 2, {{2, 1}}, 0}, 1, rng);
  auto parameters = cnn.parameters();  // embedding, kernel, bias
  parameters[0]->value.setZero();
  parameters[0]->value.row(kByteCharacter + 'q') << 1, 0;
  parameters[0]->value.row(kByteCharacter + 'u') << 0, 1;
  parameters[1]->value << 1, 0, 0, 1;  // "q" in the first place, "u" in the second
  parameters[2]->value << -1;
  Matrix<float> y;
  CharCnnCache<float> cache;
  cnn.forward(spell({"queen", "equip", "uq", "king", "qux"}), cache, y);
  const Matrix<float> expected = (Matrix<float>(5, 1) << 1, 1, 0, 0, 1).finished();
  CHECK(y == expected);
}

TEST_CASE("CharCnn: vectors equal numpy's", "[nn][golden]") {
  Rng rng{13};
  CharCnn<float> cnn("characters", small(2), 6, rng);
  rng = Rng{13};
  elmo_golden::draw<float>(cnn.parameters(), rng, 0.5f);
  Matrix<float> y;
  CharCnnCache<float> cache;
  cnn.forward(spell({"a", "cat", "苹果", "unforgettable", "</s>"}), cache, y);
  CHECK(elmo_golden::distance(y, elmo_golden::kCharCnn) < 1e-6);
}

TEST_CASE("CharCnn: padding that is not computed changes nothing", "[nn]") {
  Rng rng{4};
  CharCnnOptions longer = small(1);
  longer.max_characters_per_token = 50;
  CharCnn<float> narrow("characters", small(1), 6, rng), wide("characters", longer, 6, rng);
  Rng first{5}, second{5};
  elmo_golden::draw<float>(narrow.parameters(), first);
  elmo_golden::draw<float>(wide.parameters(), second);
  std::vector<std::int32_t> ids(50);
  word_characters("cat", ids);
  Matrix<float> y, same;
  CharCnnCache<float> cache;
  narrow.forward(spell({"cat"}), cache, y);
  wide.forward(ids, cache, same);
  CHECK(y == same);
}

TEST_CASE("CharCnn: frozen parameters gather nothing", "[nn]") {
  Rng rng{2};
  CharCnn<double> cnn("characters", small(1), 6, rng);
  const auto ids = spell({"cat", "苹果"});
  Matrix<double> y;
  CharCnnCache<double> cache;
  for (auto* p : cnn.parameters()) p->frozen = true;
  cnn.forward(ids, cache, y);
  cnn.backward(ids, random_matrix<double>(2, 6, rng), cache);
  for (auto* p : cnn.parameters()) CHECK(p->grad.isZero(0));
  CHECK(cache.dcharacters.norm() > 0);  // it reached the bottom all the same
}

TEST_CASE("CharCnn: wrong shapes are refused", "[nn]") {
  Rng rng{2};
  CharCnn<float> cnn("characters", small(1), 6, rng);
  const auto ids = spell({"cat"});
  Matrix<float> y;
  CharCnnCache<float> cache;
  CHECK_THROWS(cnn.forward(std::span(ids).first(5), cache, y));
  cnn.forward(ids, cache, y);
  const Matrix<float> dy = Matrix<float>::Ones(1, 5);
  CHECK_THROWS(cnn.backward(ids, dy, cache));
  CharCnnOptions short_words = small(0);
  short_words.max_characters_per_token = 2;
  CharCnn<float> impossible("characters", short_words, 6, rng);  // width 3 in 2 characters
  CHECK_THROWS(impossible.forward(std::span(ids).first(2), cache, y));
}
