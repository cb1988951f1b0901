#include "preformer/models/vector_classifier.h"
#include "catch.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

const std::vector<std::vector<int>> kSentences{{0, 1, 2}, {3}, {2, 2}, {4, 0, 1, 3}};
const std::vector<std::int32_t> kTargets{0, 1, 2, 1};

template <class S>
std::vector<Matrix<S>> numbers() {
  std::vector<Matrix<S>> all;
  for (const auto& words : kSentences) {
    Matrix<S> ids(static_cast<Index>(words.size()), 1);
    for (std::size_t k = 0; k < words.size(); ++k) ids(static_cast<Index>(k), 0) = S(words[k]);
    all.push_back(ids);
  }
  return all;
}

template <class S>
std::vector<View<const S>> views(const std::vector<Matrix<S>>& matrices) {
  std::vector<View<const S>> all;
  for (const Matrix<S>& m : matrices) all.push_back(view(m));
  return all;
}

template <class S>
VectorClassifier<S> make_classifier(double dropout = 0) {
  Rng rng{3};
  return VectorClassifier<S>({.rows = 5, .dims = 4}, {.classes = 3, .dropout = dropout}, rng);
}

}  // namespace

TEST_CASE("VectorClassifier: gradients above every cut equal central differences",
          "[models][gradient]") {
  const std::size_t lowest = GENERATE(0u, 1u);
  auto model = make_classifier<double>(0.3);
  std::vector<Matrix<double>> x;
  model.forward(views(numbers<double>()), 0, lowest, x);
  const auto loss = [&] {
    Rng draws{7};
    return 0.5 * model.gradients(views(x), lowest, lowest, kTargets, draws, 0.5).nats;
  };
  loss();
  std::vector<Matrix<double>> found;
  for (auto& layer : model.layers()) {
    for (auto* p : layer.parameters) found.push_back(p->grad);
  }
  std::size_t n = 0;
  for (auto& layer : model.layers()) {
    for (auto* p : layer.parameters) {
      CAPTURE(lowest, p->name);
      if (lowest == 1 && n == 0) {
        CHECK(found[n].isZero(0));
      } else {
        CHECK(relative_error(found[n], numeric_gradient(p->value, loss)) < 1e-6);
      }
      ++n;
    }
  }
}

TEST_CASE("VectorClassifier: levels are the words' average and the head's logits", "[models]") {
  auto model = make_classifier<double>();
  const auto layers = model.layers();
  CHECK(layers[0].parameters[0]->name == "input.weight");
  const Matrix<double>& table = layers[0].parameters[0]->value;
  std::vector<Matrix<double>> means, logits, whole, same;
  model.forward(views(numbers<double>()), 0, 1, means);
  model.forward(views(means), 1, 2, logits);
  model.forward(views(numbers<double>()), 0, 2, whole);
  model.forward(views(means), 1, 1, same);
  CHECK(logits == whole);
  CHECK(same == means);
  const Matrix<double> expected = (table.row(0) + table.row(1) + table.row(2)) / 3;
  CHECK(relative_error(means[0], expected) < 1e-12);
  const Matrix<double> head =
      expected * layers[1].parameters[0]->value.transpose() + layers[1].parameters[1]->value;
  CHECK(relative_error(logits[0], head) < 1e-12);
}

TEST_CASE("VectorClassifier: training from features kept changes no bit", "[models]") {
  auto model = make_classifier<float>(0.3);
  std::vector<Matrix<float>> means;
  model.forward(views(numbers<float>()), 0, 1, means);
  const auto gradient = [&](std::size_t from) {
    const auto head = model.layers()[1].parameters;
    for (auto* p : head) p->zero_grad();
    Rng draws{7};
    model.gradients(views(from == 0 ? numbers<float>() : means), from, 1, kTargets, draws, 1.0f);
    return Matrix<float>(head[0]->grad);
  };
  CHECK(gradient(0) == gradient(1));
}

TEST_CASE("VectorClassifier: a frozen table gathers nothing, a new head starts anew", "[models]") {
  auto model = make_classifier<double>();
  Parameter<double>& table = *model.layers()[0].parameters[0];
  table.frozen = true;
  Rng rng{1};
  const ClassifierLoss loss = model.gradients(views(numbers<double>()), 0, 0, kTargets, rng, 1.0);
  CHECK(loss.nats > 0);
  CHECK(loss.correct <= kTargets.size());
  CHECK(table.grad.isZero(0));
  CHECK(table.touched.empty());
  model.replace_head(5, rng);
  CHECK(model.classes() == 5);
  CHECK(model.layers()[1].parameters[0]->value.rows() == 5);
}

TEST_CASE("VectorClassifier: wrong examples are refused", "[models]") {
  const auto model = make_classifier<float>();
  std::vector<Matrix<float>> y;
  CHECK_THROWS(model.forward(views<float>({Matrix<float>(0, 1)}), 0, 2, y));
  CHECK_THROWS(model.forward(views<float>({Matrix<float>::Constant(1, 1, 5)}), 0, 2, y));
}
