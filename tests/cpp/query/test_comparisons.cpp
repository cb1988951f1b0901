#include <cmath>
#include <limits>

#include "catch.h"
#include "fixtures.h"
#include "preformer/query/comparisons.h"
#include "preformer/query/word_movers.h"

using namespace preformer;
using namespace preformer::fixtures;
using Strings = std::vector<std::string>;

TEST_CASE("n_similarity: the cosine of means", "[query]") {
  const auto model = model_of({{"a", {1, 0}}, {"b", {0, 1}}, {"c", {2, 2}}, {"d", {-1, -1}}});
  const auto of = [&](const Strings& x, const Strings& y) {
    return n_similarity(model.vocabulary, model.vectors, x, y);
  };
  CHECK(of({"a", "b"}, {"c"}) == Approx(1));
  CHECK(of({"a"}, {"b"}) == Approx(0).margin(1e-12));
  CHECK(of({"a", "b"}, {"d"}) == Approx(-1));
  CHECK_THROWS_AS(of({}, {"a"}), Error);
  CHECK_THROWS_AS(of({"a"}, {"zzz"}), Error);
}

TEST_CASE("distances and closer_than agree with rank", "[query]") {
  const auto model = random_model(50, 6, 9);
  const auto all = distances(model.vocabulary, model.vectors, "w7");
  REQUIRE(all.size() == 50);
  CHECK(all[7] == Approx(0).margin(1e-12));
  const Strings two = {"w3", "w40"};
  const auto some = distances(model.vocabulary, model.vectors, "w7", two);
  CHECK(some == std::vector<double>{all[3], all[40]});
  for (const char* other : {"w0", "w3", "w21", "w49"}) {
    const auto closer = closer_than(model.vocabulary, model.vectors, "w7", other);
    CHECK(static_cast<std::int64_t>(closer.size()) + 1 ==
          rank(model.vocabulary, model.vectors, "w7", other));
    CHECK(std::ranges::is_sorted(closer));
  }
}

TEST_CASE("most_similar_cosmul: the quotient, without the words of the question", "[query]") {
  const auto model = random_model(30, 5, 4);
  const Strings positive = {"w1", "w2"}, negative = {"w3"};
  const auto found = most_similar_cosmul(model.vocabulary, model.vectors, positive, negative, 100);
  REQUIRE(found.size() == 27);
  const auto half = [&](std::int32_t id, const char* word) {
    const std::string own = "w" + std::to_string(id);
    return (1 + similarity(model.vocabulary, model.vectors, own, word)) / 2;
  };
  for (const auto& [id, value] : found) {
    CHECK(value == Approx(half(id, "w1") * half(id, "w2") / (half(id, "w3") + 1e-6)));
  }
  CHECK(std::ranges::is_sorted(found, std::ranges::greater{}, &Neighbour::similarity));
  const auto among = most_similar_cosmul(model.vocabulary, model.vectors, positive, {}, 100, 10);
  REQUIRE(among.size() == 8);
  for (const Neighbour& one : among) CHECK(one.id < 10);
  CHECK_THROWS_AS(most_similar_cosmul(model.vocabulary, model.vectors, {}, negative), Error);
}

TEST_CASE("first_rows: none, some, more than there are", "[query]") {
  const Matrix<float> rows = random_matrix(6, 3, 1);
  CHECK(first_rows(rows, 0).rows() == 6);
  CHECK(first_rows(rows, 9).rows() == 6);
  CHECK(first_rows(rows, 2).rows() == 2);
  CHECK(first_rows(rows, 2)(1, 2) == rows(1, 2));
}

TEST_CASE("transport: equal shares are an assignment", "[query]") {
  // The least sum over all permutations.
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Matrix<double> cost = random_matrix(5, 5, seed).cwiseAbs().cast<double>();
    const std::vector<double> share(5, 0.2);
    std::vector<Index> order = {0, 1, 2, 3, 4};
    double least = std::numeric_limits<double>::infinity();
    do {
      double sum = 0;
      for (Index i = 0; i < 5; ++i) sum += 0.2 * cost(i, order[static_cast<std::size_t>(i)]);
      least = std::min(least, sum);
    } while (std::ranges::next_permutation(order).found);
    CHECK(transport_cost(share, share, cost) == Approx(least).margin(1e-12));
  }
}

TEST_CASE("transport: a share has to be divided", "[query]") {
  Matrix<double> cost(2, 3);
  cost << 1, 2, 3,  //
      4, 1, 1;
  const std::vector<double> supply = {0.7, 0.3}, demand = {0.4, 0.4, 0.2};
  // 0.4 · 1 + 0.3 · 2 from the first, 0.1 · 1 + 0.2 · 1 from the second.
  CHECK(transport_cost(supply, demand, cost) == Approx(1.3));
}

TEST_CASE("word_movers_distance: equal texts, unknown words, symmetry", "[query]") {
  const auto model = random_model(20, 4, 2);
  const auto of = [&](const Strings& x, const Strings& y) {
    return word_movers_distance(model.vocabulary, model.vectors, x, y);
  };
  const Strings a = {"w1", "w2", "w2", "w3"}, b = {"w4", "w5", "w1"};
  CHECK(of(a, a) == Approx(0).margin(1e-7));
  CHECK(of(a, b) == Approx(of(b, a)));
  CHECK(of({"zzz", "w1"}, {"w1"}) == Approx(0).margin(1e-7));
  CHECK(std::isinf(of({"zzz"}, a)));
  CHECK(std::isinf(of({}, a)));
}
