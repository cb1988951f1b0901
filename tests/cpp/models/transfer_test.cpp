#include "preformer/models/transfer.h"

#include "catch.h"
#include "train/toy_classifier.h"

using namespace preformer;
using preformer::test::ToyClassifier;

namespace {

ToyClassifier toy(std::uint64_t seed, Index classes) {
  Rng rng(seed);
  return ToyClassifier(classes, rng);
}

}  // namespace

TEST_CASE("transfer: parameters are copied by name and shape", "[transfer]") {
  ToyClassifier a = toy(1, 4), b = toy(2, 3);
  const auto from = a.layers(), to = b.layers();
  REQUIRE(from[0].parameters[0]->value != to[0].parameters[0]->value);
  const Matrix<float> head = to[2].parameters[0]->value;

  const auto missing = copy_parameters(named_parameters(from), to);
  CHECK(missing ==
        std::vector<std::string>{"head.weight", "head.bias"});  // four classes, not three
  for (std::size_t l = 0; l < 2; ++l) {
    for (std::size_t p = 0; p < 2; ++p) {
      CHECK(to[l].parameters[p]->value == from[l].parameters[p]->value);
    }
  }
  CHECK(to[2].parameters[0]->value == head);

  ToyClassifier c = toy(3, 4);
  CHECK(copy_parameters(named_parameters(below_head(from)), c.layers()).size() == 2);
  CHECK(copy_parameters(named_parameters(from), c.layers()).empty());
  CHECK(copy_parameters({}, below_head(c.layers())).size() == 4);
}

TEST_CASE("transfer: a view of another layout is copied row by row", "[transfer]") {
  ToyClassifier a = toy(1, 4);
  const auto layers = a.layers();
  Matrix<float> wide = Matrix<float>::Random(ToyClassifier::kHidden, ToyClassifier::kInputs + 5);
  const NamedMatrix part{"first.weight",
                         view(std::as_const(wide)).cols_from(2, ToyClassifier::kInputs)};
  CHECK(copy_parameters(std::span(&part, 1), layers).size() == 5);
  CHECK(layers[0].parameters[0]->value == wide.middleCols(2, ToyClassifier::kInputs));
}

TEST_CASE("transfer: the lowest layer that learns", "[transfer]") {
  ToyClassifier a = toy(1, 4);
  const auto layers = a.layers();
  CHECK(lowest_trainable(layers) == 0);
  set_frozen(layers[1], true);
  CHECK(lowest_trainable(layers) == 0);
  set_frozen(layers[0], true);
  CHECK(lowest_trainable(layers) == 2);
  CHECK(is_frozen(layers[0]));
  set_frozen(layers[2], true);
  CHECK(lowest_trainable(layers) == 3);
  set_frozen(layers[0], false);
  CHECK(lowest_trainable(layers) == 0);
}

TEST_CASE("transfer: every layer learns more slowly than the one above it", "[transfer]") {
  ToyClassifier a = toy(1, 4);
  const auto layers = a.layers();
  set_discriminative_rates(layers, 2);
  CHECK(layers[0].parameters[1]->rate == 0.25f);
  CHECK(layers[1].parameters[0]->rate == 0.5f);
  CHECK(layers[2].parameters[0]->rate == 1.0f);
  set_discriminative_rates(layers, 1);
  CHECK(layers[0].parameters[0]->rate == 1.0f);
}

TEST_CASE("transfer: a layer nobody knows is named, with those that are", "[transfer]") {
  ToyClassifier a = toy(1, 4);
  const auto layers = a.layers();
  CHECK(find_layer(layers, "frozen", "second").name == "second");
  try {
    find_layer(layers, "frozen", "conv9");
    FAIL("found");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kBadParameter);
    CHECK(error.name() == "frozen");
    CHECK(error.value() == "conv9");
    CHECK(error.permitted() == "first, second, head");
  }
}
