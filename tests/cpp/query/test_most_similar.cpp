#include <limits>
#include <set>

#include "catch.h"
#include "golden.h"
#include "preformer/query/most_similar.h"
#include "preformer/query/similarity.h"

using namespace preformer;
using namespace preformer::fixtures;
using Strings = std::vector<std::string>;

TEST_CASE("similarity: closed forms", "[query]") {
  const float a[] = {3, 4}, b[] = {-4, 3}, c[] = {6, 8}, zero[] = {0, 0};
  CHECK(cosine(a, b, 2) == 0.0);
  CHECK(cosine(a, c, 2) == 1.0);
  CHECK(cosine(a, zero, 2) == 0.0);
  CHECK(cosine(zero, zero, 2) == 0.0);
  const float minus[] = {-3, -4}, nan[] = {std::numeric_limits<float>::quiet_NaN(), 1};
  CHECK(cosine(a, minus, 2) == -1.0);
  CHECK(cosine(a, nan, 2) == 0.0);
  CHECK(dot_product(a, b, 0) == 0.0);

  const auto model = model_of({{"a", {3, 4}}, {"zero", {0, 0}}});
  const Matrix<float> unit = unit_rows(model.vectors);
  CHECK(unit(0, 0) == 0.6f);
  CHECK(unit(0, 1) == 0.8f);
  CHECK(unit.row(1).isZero());
}

TEST_CASE("similarity: stays within [-1, 1] and is symmetric", "[query]") {
  const auto model = random_model(40, 7, 3);
  for (int i = 0; i < 40; ++i) {
    for (int j = 0; j < 40; ++j) {
      const std::string a = "w" + std::to_string(i), b = "w" + std::to_string(j);
      const double s = similarity(model.vocabulary, model.vectors, a, b);
      CHECK(s == similarity(model.vocabulary, model.vectors, b, a));
      CHECK((s >= -1 && s <= 1));
      if (i == j) CHECK(s == Approx(1));
    }
  }
}

TEST_CASE("most_similar equals gensim", "[query][golden]") {
  const auto model = golden::model();
  const Strings positive = {"king", "woman"}, negative = {"man"};
  const auto check = [](const std::vector<Neighbour>& found, const auto& expected) {
    REQUIRE(found.size() == std::size(expected));
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(found[i].id == expected[i].id);
      CHECK(found[i].similarity == Approx(expected[i].similarity).margin(1e-6));
    }
  };
  check(most_similar(model.vocabulary, model.vectors, positive, negative), golden::kKingManWoman);
  // gensim searched the first nine words only.
  auto chinese = most_similar(model.vocabulary, model.vectors, Strings{"国王"}, {}, 100);
  std::erase_if(chinese, [](const Neighbour& n) { return n.id >= 9; });
  check(chinese, golden::kRestricted);
  const float probe[] = {1, 2, 3, -1, -2, -3};
  check(most_similar_to_vector(model.vectors, probe, 5), golden::kByVector);
}

TEST_CASE("similarity, doesnt_match and rank equal gensim", "[query][golden]") {
  const auto model = golden::model();
  const Vocabulary& vocabulary = model.vocabulary;
  const Matrix<float>& vectors = model.vectors;
  CHECK(similarity(vocabulary, vectors, "king", "Paris") ==
        Approx(golden::kSimilarity).margin(1e-6));
  const auto odd = doesnt_match(vocabulary, vectors, Strings{"king", "queen", "woman", "apple"});
  CHECK(odd.index == golden::kOdd);
  REQUIRE(odd.similarities.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(odd.similarities[i] == Approx(golden::kOddSimilarities[i]).margin(1e-6));
  }
  CHECK(rank(vocabulary, vectors, "king", "Paris") == golden::kRank);
  std::set<std::int32_t> closer;
  for (const Neighbour& n : most_similar(vocabulary, vectors, Strings{"king"}, {}, 100)) {
    if (vocabulary.word(n.id) == "Paris") break;
    closer.insert(n.id);
  }
  CHECK(closer == std::set<std::int32_t>(std::begin(golden::kCloser), std::end(golden::kCloser)));
}

TEST_CASE("most_similar: order, exclusion and limits", "[query]") {
  const auto model = random_model(50, 6, 1);
  const Strings question = {"w7", "w3"};
  const auto all = most_similar(model.vocabulary, model.vectors, question, {}, 1000);
  REQUIRE(all.size() == 48);
  std::set<std::int32_t> seen;
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK((all[i].id != 7 && all[i].id != 3));
    seen.insert(all[i].id);
    if (i > 0) CHECK(all[i - 1].similarity >= all[i].similarity);
  }
  CHECK(seen.size() == 48);

  auto few = most_similar(model.vocabulary, model.vectors, question, {}, 5);
  CHECK(few == std::vector<Neighbour>(all.begin(), all.begin() + 5));
  CHECK(most_similar(model.vocabulary, model.vectors, question, {}, 0).empty());
  CHECK(most_similar(model.vocabulary, model.vectors, question, {}, -3).empty());
}

TEST_CASE("most_similar: ties go to the smaller id", "[query]") {
  const auto model = model_of(
      {{"a", {1, 0}}, {"b", {1, 1}}, {"c", {2, 2}}, {"d", {0, 0}}, {"e", {4, 4}}, {"f", {0, 1}}});
  const auto found = most_similar(model.vocabulary, model.vectors, Strings{"a"}, {});
  std::vector<std::int32_t> ids;
  for (const auto& n : found) ids.push_back(n.id);
  CHECK(ids == std::vector<std::int32_t>{1, 2, 4, 3, 5});
  CHECK(found[3].similarity == 0.0);  // a vector without direction resembles nothing
  // a − a points nowhere: all are equally far.
  CHECK(most_similar(model.vocabulary, model.vectors, Strings{"a"}, Strings{"a"})[0] ==
        Neighbour{1, 0.0});
}

TEST_CASE("MixedDirection: words and vectors add up at unit length", "[query]") {
  const auto model = model_of({{"a", {3, 4}}, {"b", {0, 2}}, {"zero", {0, 0}}});
  MixedDirection direction(model.vocabulary, model.vectors);
  CHECK(direction.values() == std::vector<float>{0, 0});
  direction.add_word("a", 1);
  direction.add_vector(std::vector<float>{-5, 0}, 1);
  direction.add_word("b", -1);
  const std::vector<float> sum{0.6f - 1.0f, 0.8f - 1.0f};  // (0.6, 0.8) + (−1, 0) − (0, 1)
  for (std::size_t d = 0; d < 2; ++d) CHECK(direction.values()[d] == Approx(sum[d]));
  CHECK(direction.words() == std::vector<std::int32_t>{0, 1});

  direction.add_word("zero", 1);  // it has no direction, yet it is a word of the question
  direction.add_vector(std::vector<float>{0, 0}, 1);
  for (std::size_t d = 0; d < 2; ++d) CHECK(direction.values()[d] == Approx(sum[d]));
  CHECK(direction.words() == std::vector<std::int32_t>{0, 1, 2});

  const Error size = error_of([&] { direction.add_vector(std::vector<float>{1, 2, 3}, 1); });
  CHECK(size.code() == ErrorCode::kBadParameter);
  CHECK(size.value() == "3");
  CHECK(size.permitted() == "2");
  CHECK(error_of([&] { direction.add_word("c", 1); }).code() == ErrorCode::kUnknownWord);
}

TEST_CASE("MixedDirection: of words alone it finds what most_similar finds", "[query]") {
  const auto model = random_model(50, 6, 2);
  MixedDirection direction(model.vocabulary, model.vectors);
  direction.add_word("w7", 1);
  direction.add_word("w3", 1);
  direction.add_word("w9", -1);
  const auto expected =
      most_similar(model.vocabulary, model.vectors, Strings{"w7", "w3"}, Strings{"w9"});
  const auto found =
      most_similar_to_vector(model.vectors, direction.values(), 10, direction.words());
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].id == expected[i].id);
    CHECK(found[i].similarity == Approx(expected[i].similarity).margin(1e-6));
  }
}

TEST_CASE("one-hot: every pair of words has similarity 0", "[query]") {
  const WordVectors model{numbered_words(20), Matrix<float>::Identity(20, 20)};
  for (const auto& n : most_similar(model.vocabulary, model.vectors, Strings{"w4"}, {})) {
    CHECK(n.similarity == 0.0);
  }
  CHECK(similarity(model.vocabulary, model.vectors, "w1", "w2") == 0.0);
  CHECK(rank(model.vocabulary, model.vectors, "w1", "w2") == 1);
}

TEST_CASE("doesnt_match: ties go to the word that sorts first", "[query]") {
  const auto model = model_of({{"c", {1, 0}}, {"b", {0, 1}}, {"a", {0, 1}}, {"z", {1, 0}}});
  CHECK(doesnt_match(model.vocabulary, model.vectors, Strings{"c", "b", "a", "z"}).index == 2);
  // Its similarity is to the mean of all, itself included: 1/√5 for one against two.
  const auto odd = doesnt_match(model.vocabulary, model.vectors, Strings{"c", "b", "a"});
  CHECK(odd.index == 0);
  CHECK(odd.similarities[0] == Approx(1 / std::sqrt(5.0)));
  CHECK(odd.similarities[1] == Approx(2 / std::sqrt(5.0)));
}

TEST_CASE("rank: 1 for the nearest word, itself aside", "[query]") {
  const auto model = model_of({{"a", {1, 0}}, {"b", {1, .1f}}, {"c", {1, .2f}}, {"d", {0, 1}}});
  CHECK(rank(model.vocabulary, model.vectors, "a", "b") == 1);
  CHECK(rank(model.vocabulary, model.vectors, "a", "c") == 2);
  CHECK(rank(model.vocabulary, model.vectors, "a", "d") == 3);
}

TEST_CASE("queries: bad input has its error code", "[query][errors]") {
  const auto model = golden::model();
  const Vocabulary& vocabulary = model.vocabulary;
  const Matrix<float>& vectors = model.vectors;
  const auto code = [](auto call) { return error_of(call).code(); };

  const auto unknown = error_of([&] { most_similar(vocabulary, vectors, Strings{"quen"}, {}); });
  CHECK(unknown.code() == ErrorCode::kUnknownWord);
  CHECK(unknown.value() == "quen");
  CHECK(unknown.permitted() == "queen");
  CHECK(code([&] { similarity(vocabulary, vectors, "king", ""); }) == ErrorCode::kUnknownWord);
  CHECK(code([&] { rank(vocabulary, vectors, "x", "king"); }) == ErrorCode::kUnknownWord);
  CHECK(code([&] { doesnt_match(vocabulary, vectors, Strings{"king", "queen", "?"}); }) ==
        ErrorCode::kUnknownWord);

  CHECK(code([&] { most_similar(vocabulary, vectors, {}, {}); }) == ErrorCode::kBadParameter);
  CHECK(code([&] { doesnt_match(vocabulary, vectors, Strings{"king", "queen"}); }) ==
        ErrorCode::kBadParameter);
  CHECK(code([&] { most_similar_to_vector(vectors, std::vector<float>(5)); }) ==
        ErrorCode::kBadParameter);
}

TEST_CASE("mean_similarity: the mean cosine of all pairs", "[query]") {
  Matrix<float> rows(4, 2);
  rows << 1, 0, 0, 2, -3, 0, 0, 0;  // the last row points nowhere
  CHECK(mean_similarity(rows.topRows(2)) == Approx(0).margin(1e-12));
  CHECK(mean_similarity(rows.topRows(3)) == Approx(-1.0 / 3));  // 0, −1, 0
  CHECK(mean_similarity(rows) == Approx(-1.0 / 6));
  CHECK(mean_similarity(rows.topRows(1)) == 0);
  CHECK(mean_similarity(Matrix<float>::Constant(5, 3, 0.7f)) == Approx(1));

  const Matrix<float> some = random_matrix(7, 4, 3);
  double sum = 0;
  for (Index i = 0; i < 7; ++i) {
    for (Index j = 0; j < i; ++j) sum += cosine(some.row(i).data(), some.row(j).data(), 4);
  }
  CHECK(mean_similarity(some) == Approx(sum / 21));
}
