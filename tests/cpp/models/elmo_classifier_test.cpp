#include "preformer/models/elmo_classifier.h"
#include "catch.h"
#include "nn/elmo_golden.h"
#include "numeric_gradient.h"
#include "preformer/models/elmo.h"
#include "preformer/text/characters.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

constexpr Index kWords = 6;
constexpr std::size_t kTop = 3;  // the level that the head reads, of two LSTMs

ElmoShape toy_shape(bool characters = false, double dropout = 0) {
  ElmoShape shape{.vocabulary = kWords,
                  .projection_dim = 4,
                  .dim = 5,
                  .dropout = dropout,
                  .char_cnn = std::nullopt};
  if (characters) shape.char_cnn = CharCnnOptions{kCharacterCount, 6, 1, {{1, 2}, {2, 3}}, 1};
  return shape;
}

std::vector<std::int32_t> spellings(const ElmoShape& shape) {
  if (!shape.char_cnn) return {};
  Vocabulary vocabulary;
  for (const char* word : {"a", "ab", "abc", "b", "bc", "c"}) vocabulary.add(word, 1);
  return character_table(vocabulary, shape.char_cnn->max_characters_per_token);
}

template <class S>
std::unique_ptr<ElmoClassifier<S>> make_classifier(const ElmoShape& shape, double dropout = 0) {
  Rng rng{3};
  auto made = std::make_unique<ElmoClassifier<S>>(
      shape, spellings(shape), ClassifierHead{.classes = 3, .dropout = dropout}, rng);
  for (auto& layer : made->layers()) elmo_golden::draw<S>(layer.parameters, rng, S(0.7));
  return made;
}

/// Sentences of 1, 4, 2, 4 and 3 words and their classes.
template <class S>
struct Sentences {
  Sentences() {
    Rng rng{5};
    for (const Index words : {1, 4, 2, 4, 3}) {
      Matrix<S> ids(words, 1);
      for (Index k = 0; k < words; ++k) ids(k, 0) = S(rng.below(kWords));
      numbers.push_back(ids);
    }
  }
  std::vector<View<const S>> examples() const { return views(numbers); }
  static std::vector<View<const S>> views(const std::vector<Matrix<S>>& matrices) {
    std::vector<View<const S>> all;
    for (const Matrix<S>& m : matrices) all.push_back(view(m));
    return all;
  }

  std::vector<Matrix<S>> numbers;
  std::vector<std::int32_t> targets{0, 2, 1, 1, 0};
};

template <class S>
std::vector<Matrix<S>> level(const ElmoClassifier<S>& model, const std::vector<Matrix<S>>& x,
                             std::size_t from, std::size_t to) {
  std::vector<Matrix<S>> y;
  model.forward(Sentences<S>::views(x), from, to, y);
  return y;
}

template <class S>
std::vector<Matrix<S>> gradients_of(ElmoClassifier<S>& model, const std::vector<Matrix<S>>& x,
                                    std::size_t from, std::size_t lowest) {
  for (auto& layer : model.layers()) {
    for (auto* p : layer.parameters) p->zero_grad();
  }
  Rng draws{7};
  model.gradients(Sentences<S>::views(x), from, lowest, Sentences<S>().targets, draws, S(0.25));
  std::vector<Matrix<S>> found;
  for (auto& layer : model.layers()) {
    for (auto* p : layer.parameters) found.push_back(p->grad);
  }
  return found;
}

}  // namespace

TEST_CASE("ElmoClassifier: gradients above every cut equal central differences",
          "[models][gradient]") {
  const bool characters = GENERATE(false, true);
  const std::size_t lowest = GENERATE(0u, 1u, 2u, 3u);
  CAPTURE(characters, lowest);
  // A dropped sum makes no kink, so that central differences see through dropout.
  const auto model = make_classifier<double>(toy_shape(characters, 0.2), 0.3);
  const Sentences<double> sentences;
  const auto x = level(*model, sentences.numbers, 0, lowest);
  const auto found = gradients_of(*model, x, lowest, lowest);
  const auto loss = [&] {
    Rng draws{7};  // the same numbers are dropped at every call
    return 0.25 * model
                      ->gradients(Sentences<double>::views(x), lowest, lowest, sentences.targets,
                                  draws, 0.25)
                      .nats;
  };
  std::size_t n = 0, layer = 0;
  for (auto& [name, parameters] : model->layers()) {
    for (auto* p : parameters) {
      CAPTURE(p->name);
      if (layer < lowest) {
        CHECK(found[n].isZero(0));
      } else {
        CHECK(found[n].norm() > 0);
        CHECK(relative_error(found[n], numeric_gradient(p->value, loss)) < 1e-6);
      }
      ++n;
    }
    ++layer;
  }
}

TEST_CASE("ElmoClassifier: training from features kept changes no bit", "[models]") {
  const auto model = make_classifier<float>(toy_shape(false, 0.2), 0.3);
  const Sentences<float> sentences;
  for (std::size_t lowest = 1; lowest <= kTop; ++lowest) {
    const auto whole = gradients_of(*model, sentences.numbers, 0, lowest);
    const auto cached =
        gradients_of(*model, level(*model, sentences.numbers, 0, lowest), lowest, lowest);
    for (std::size_t n = 0; n < whole.size(); ++n) CHECK(whole[n] == cached[n]);
  }
}

TEST_CASE("ElmoClassifier: levels in steps equal the whole forward pass", "[models]") {
  const auto model = make_classifier<float>(toy_shape(true));
  const Sentences<float> sentences;
  const auto whole = level(*model, sentences.numbers, 0, kTop + 1);
  for (std::size_t cut = 0; cut <= kTop + 1; ++cut) {
    CAPTURE(cut);
    const auto features = level(*model, sentences.numbers, 0, cut);
    CHECK(level(*model, features, cut, kTop + 1) == whole);
  }
  const auto tokens = level(*model, sentences.numbers, 0, 1);
  const auto first = level(*model, tokens, 1, 2);
  const auto averages = level(*model, first, 2, 3);
  CHECK(averages == level(*model, sentences.numbers, 0, 3));
  for (std::size_t s = 0; s < tokens.size(); ++s) {
    const Index words = sentences.numbers[s].rows();
    CHECK((tokens[s].rows() == words + 2 && tokens[s].cols() == 4));
    CHECK((first[s].rows() == words + 3 && first[s].cols() == 8));
    CHECK((averages[s].rows() == 3 && averages[s].cols() == 8));
    CHECK((whole[s].rows() == 1 && whole[s].cols() == 3));
  }
}

TEST_CASE("ElmoClassifier: a sentence's numbers do not depend on its company", "[models]") {
  const auto model = make_classifier<float>(toy_shape(true));
  const Sentences<float> sentences;
  for (std::size_t to = 1; to <= kTop + 1; ++to) {
    const auto together = level(*model, sentences.numbers, 0, to);
    for (std::size_t s = 0; s < together.size(); ++s) {
      CHECK(level(*model, {sentences.numbers[s]}, 0, to)[0] == together[s]);
    }
  }
}

TEST_CASE("ElmoClassifier: its averages are those of Elmo's layers, weights copied by name",
          "[models]") {
  const bool characters = GENERATE(false, true);
  ElmoShape shape = toy_shape(characters);
  shape.n_negative_samples_batch = 0;
  Rng rng{9};
  Elmo<float> elmo(shape, spellings(shape), rng);
  elmo_golden::draw<float>(elmo.parameters(), rng, 0.7f);
  const auto model = make_classifier<float>(shape);
  std::size_t copied = 0;
  for (auto& layer : model->layers()) {
    for (auto* to : layer.parameters) {
      for (auto* from : elmo.parameters()) {
        if (from->name != to->name) continue;
        to->value = from->value;
        ++copied;
      }
    }
  }
  CHECK(copied == elmo.parameters().size() - 2);  // all but the softmax

  const Sentences<float> sentences;
  const auto averages = level(*model, sentences.numbers, 0, kTop);
  for (std::size_t s = 0; s < averages.size(); ++s) {
    std::vector<std::int32_t> ids;
    for (Index k = 0; k < sentences.numbers[s].rows(); ++k) {
      ids.push_back(static_cast<std::int32_t>(sentences.numbers[s](k, 0)));
    }
    const std::vector<WordIds> one{ids};
    const auto layers = elmo.context_vectors(one)[0];
    for (std::size_t j = 0; j < layers.size(); ++j) {
      const Matrix<float> mean = layers[j].colwise().mean();
      CHECK(relative_error(averages[s].row(static_cast<Index>(j)), mean) < 1e-6);
    }
  }
}

TEST_CASE("ElmoClassifier: logits are the head's of the scalar mix", "[models]") {
  const auto model = make_classifier<double>(toy_shape());
  const Sentences<double> sentences;
  const auto averages = level(*model, sentences.numbers, 0, kTop);
  const auto logits = level(*model, averages, kTop, kTop + 1);
  const auto head = model->layers().back().parameters;  // mix, gamma, weight, bias
  const Matrix<double> e = head[0]->value.array().exp();
  const Matrix<double> mix = head[1]->value(0, 0) * e / e.sum();
  for (std::size_t s = 0; s < logits.size(); ++s) {
    const Matrix<double> expected = mix * averages[s] * head[2]->value.transpose() + head[3]->value;
    CHECK(relative_error(logits[s], expected) < 1e-9);
  }
  double sum = 0;
  for (const double share : model->mix_weights()) sum += share;
  CHECK(std::abs(sum - 1) < 1e-12);
}

TEST_CASE("ElmoClassifier: layers by name, a frozen one gathers nothing, lower ones learn",
          "[models]") {
  const auto model = make_classifier<double>(toy_shape());
  std::vector<std::string> names;
  for (auto& layer : model->layers()) names.push_back(layer.name);
  CHECK(names == std::vector<std::string>{"tokens", "lstm1", "lstm2", "head"});
  const auto all = gradients_of(*model, Sentences<double>().numbers, 0, 0);
  const auto lstm1 = model->layers()[1].parameters;
  for (auto* p : lstm1) p->frozen = true;
  const auto some = gradients_of(*model, Sentences<double>().numbers, 0, 0);
  std::size_t n = 0;
  for (auto& layer : model->layers()) {
    for (auto* p : layer.parameters) {
      CHECK(some[n] == (p->frozen ? Matrix<double>(0 * all[n]) : all[n]));
      ++n;
    }
  }
}

TEST_CASE("ElmoClassifier: a new head has other classes and a plain average", "[models]") {
  const auto model = make_classifier<float>(toy_shape());
  const auto before = level(*model, Sentences<float>().numbers, 0, kTop);
  Rng rng{4};
  model->replace_head(7, rng);
  CHECK(model->classes() == 7);
  CHECK(model->mix_weights() == std::vector<float>(3, 1.0f / 3));
  CHECK(level(*model, Sentences<float>().numbers, 0, kTop) == before);
  CHECK(level(*model, before, kTop, kTop + 1)[0].cols() == 7);
}

TEST_CASE("ElmoClassifier: wrong examples are refused", "[models]") {
  const auto model = make_classifier<float>(toy_shape());
  CHECK_THROWS(level(*model, {Matrix<float>(0, 1)}, 0, kTop));
  CHECK_THROWS(level(*model, {Matrix<float>::Constant(2, 1, 99)}, 0, kTop));
  Rng rng{1};
  const std::vector<std::int32_t> two{0, 1};
  CHECK_THROWS(model->gradients(Sentences<float>().examples(), 0, 0, two, rng, 1.0f));
}

TEST_CASE("ElmoClassifier: learns what word order alone tells", "[models]") {
  // Both classes hold the same words.
  const std::vector<std::vector<float>> words{{0, 1, 2}, {2, 1, 0}, {0, 3, 2}, {2, 3, 0}};
  std::vector<Matrix<float>> x(words.size(), Matrix<float>(3, 1));
  for (std::size_t n = 0; n < words.size(); ++n) std::copy_n(words[n].data(), 3, x[n].data());
  const std::vector<std::int32_t> targets{0, 1, 0, 1};
  Rng rng{42};
  ElmoClassifier<float> model(toy_shape(), {}, {.classes = 2}, rng);
  double first = 0, last = 0;
  for (int step = 0; step < 300; ++step) {
    const ClassifierLoss loss =
        model.gradients(Sentences<float>::views(x), 0, 0, targets, rng, 0.25f);
    (step == 0 ? first : last) = loss.nats;
    if (step == 299) CHECK(loss.correct == 4);
    for (auto& layer : model.layers()) {
      for (auto* p : layer.parameters) {
        p->value -= 2.0f * p->grad;
        p->zero_grad();
      }
    }
  }
  CHECK(last < 0.2 * first);
}
