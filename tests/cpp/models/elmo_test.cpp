#include <cmath>
#include <map>

#include "catch.h"
#include "nn/elmo_golden.h"
#include "numeric_gradient.h"
#include "preformer/models/elmo.h"
#include "preformer/text/characters.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

namespace golden {
#include "elmo_golden.inc"
}

constexpr Index kWords = 6;

Vocabulary golden_words() {
  Vocabulary vocabulary;
  for (const char* word : golden::kWords) vocabulary.add(word, 1);
  return vocabulary;
}

ElmoShape toy_shape(bool characters) {
  ElmoShape shape{.vocabulary = kWords,
                  .projection_dim = 5,
                  .dim = 7,
                  .cell_clip = 0.5,
                  .proj_clip = 0.35,
                  .dropout = 0,
                  .n_negative_samples_batch = 0,
                  .char_cnn = std::nullopt};
  if (characters) {
    shape.char_cnn = CharCnnOptions{kCharacterCount, 10, 4, {{1, 3}, {2, 4}, {3, 5}}, 1};
  }
  return shape;
}

template <class S>
Elmo<S> make_elmo(const ElmoShape& shape, std::uint64_t seed, S scale = S(0.6)) {
  Rng rng{seed};
  std::vector<std::int32_t> characters;
  if (shape.char_cnn) characters = character_table(golden_words(), 10);
  Elmo<S> elmo(shape, characters, rng);
  rng = Rng{seed};
  elmo_golden::draw<S>(elmo.parameters(), rng, scale);
  return elmo;
}

/// Time-major ids of `batch` sentences of `steps` words.
std::vector<std::int32_t> random_ids(Index steps, Index batch, Rng& rng) {
  std::vector<std::int32_t> ids(static_cast<std::size_t>(steps * batch));
  for (auto& id : ids) id = static_cast<std::int32_t>(rng.below(kWords));
  return ids;
}

/// Softmax over all classes must sum to 1.
bool is_distribution(const RowVector<float>& p) {
  double sum = 0;
  for (Index i = 0; i < p.size(); ++i) sum += double(p[i]);
  return p.minCoeff() >= 0 && std::abs(sum - 1) < 1e-5;
}

}  // namespace

TEST_CASE("Elmo: gradients equal central differences", "[models][gradient]") {
  struct Case {
    bool characters, skip;
    double dropout;
    Index samples;
  };
  const auto [characters, skip, dropout, samples] =
      GENERATE(Case{false, true, 0, 0}, Case{false, false, 0.3, 3}, Case{true, true, 0.3, 0});
  CAPTURE(characters, skip, dropout, samples);
  ElmoShape shape = toy_shape(characters);
  shape.use_skip_connections = skip;
  shape.dropout = dropout;
  shape.n_negative_samples_batch = samples;
  if (characters) shape.char_cnn->embedding_dim = 1;  // 262 of them are moved, one by one
  Elmo<double> elmo = make_elmo<double>(shape, 42);
  Rng rng{1};
  const auto ids = random_ids(3, 2, rng);
  ElmoState<double> start = elmo.zero_state(2);
  for (auto& states : start) {
    for (auto& state : states) {
      state.cell = random_matrix<double>(2, 7, rng, 0.3);
      state.hidden = random_matrix<double>(2, 5, rng, 0.3);
    }
  }
  const double scale = 0.25;
  const auto loss = [&] {
    Rng draws{7};  // the same numbers are dropped at every call
    ElmoState<double> carried = start;
    return scale * elmo.gradients({3, 2, ids}, draws, scale, &carried);
  };
  loss();
  std::vector<Matrix<double>> found;
  for (auto* p : elmo.parameters()) found.push_back(p->grad);
  std::size_t n = 0;
  for (auto* p : elmo.parameters()) {
    CAPTURE(p->name);
    CHECK(found[n].norm() > 0);
    CHECK(relative_error(found[n], numeric_gradient(p->value, loss)) < 1e-6);
    ++n;
  }
}

TEST_CASE("Elmo: layers, loss and carried state equal numpy's", "[models][golden]") {
  Elmo<float> elmo = make_elmo<float>(toy_shape(true), 21);
  ElmoState<float> training = elmo.zero_state(2), reading = elmo.zero_state(1);
  Rng rng{1};
  for (int batch = 0; batch < 2; ++batch) {
    std::vector<std::int32_t> ids;
    for (int t = 0; t < 3; ++t) {
      for (int b = 0; b < 2; ++b) ids.push_back(golden::kSentences[2 * batch + b][t]);
    }
    const double nats = elmo.gradients({3, 2, ids}, rng, 1.0f, &training);
    CHECK(nats == Approx(batch == 0 ? golden::kNats0[0] : golden::kNats1[0]).epsilon(1e-6));
  }

  // Row b of the layers is stream b; here each stream is read alone.
  const double* const expected[2][2][2] = {{{golden::kForward0Layer1, golden::kForward0Layer2},
                                            {golden::kBackward0Layer1, golden::kBackward0Layer2}},
                                           {{golden::kForward1Layer1, golden::kForward1Layer2},
                                            {golden::kBackward1Layer1, golden::kBackward1Layer2}}};
  double largest = 0;
  for (int b = 0; b < 2; ++b) {
    ElmoState<float> state = elmo.zero_state(1);
    const std::vector<WordIds> sentences{golden::kSentences[b], golden::kSentences[2 + b]};
    const auto vectors = elmo.context_vectors(sentences, &state);
    for (std::size_t batch = 0; batch < 2; ++batch) {
      REQUIRE(vectors[batch].size() == 3);
      for (Index word = 0; word < 3; ++word) {
        for (int direction = 0; direction < 2; ++direction) {
          const Index step = direction == 0 ? word + 1 : 3 - word;
          for (std::size_t layer = 1; layer <= 2; ++layer) {
            for (Index d = 0; d < 5; ++d) {
              const double value = expected[batch][direction][layer - 1][(step * 2 + b) * 5 + d];
              const float here = vectors[batch][layer](word, direction * 5 + d);
              largest = std::max(largest, std::abs(value - double(here)));
            }
          }
        }
      }
    }
  }
  CHECK(largest < 1e-5);
}

TEST_CASE("Elmo: what is read together does not change what is read", "[models]") {
  const Elmo<float> elmo = make_elmo<float>(toy_shape(true), 3);
  const std::vector<std::vector<std::int32_t>> texts{{0, 1, 2}, {}, {5, 4, 3}, {2}, {3, 3, 1}};
  const std::vector<WordIds> sentences(texts.begin(), texts.end());
  const auto together = elmo.context_vectors(sentences);
  const auto scores = elmo.score(sentences), backward = elmo.score_backward(sentences);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const auto alone = elmo.context_vectors(std::span(sentences).subspan(s, 1))[0];
    for (std::size_t layer = 0; layer < 3; ++layer) CHECK(alone[layer] == together[s][layer]);
    CHECK(scores[s] == elmo.score(std::span(sentences).subspan(s, 1))[0]);
    CHECK(scores[s].size() == sentences[s].size() + 1);
    CHECK(backward[s].size() == sentences[s].size() + 1);
  }
  const Matrix<float> x = elmo.token_vectors();
  CHECK(together[0][0].row(1) == (RowVector<float>(10) << x.row(1), x.row(1)).finished());
}

TEST_CASE("Elmo: questions agree with scores", "[models]") {
  Elmo<float> elmo = make_elmo<float>(toy_shape(false), 4);
  const std::vector<std::int32_t> text{4, 0, 2, 2};
  const std::vector<WordIds> sentences{text};
  const auto forward = elmo.score(sentences)[0], backward = elmo.score_backward(sentences)[0];
  for (std::size_t k = 0; k < text.size(); ++k) {
    const auto next = elmo.next_word(std::span(text).first(k));
    CHECK(is_distribution(next));
    CHECK(std::log(double(next[text[k]])) == Approx(forward[k]).epsilon(1e-5));
    const auto previous = elmo.previous_word(std::span(text).subspan(k + 1));
    CHECK(is_distribution(previous));
    CHECK(std::log(double(previous[text[k]])) == Approx(backward[k + 1]).epsilon(1e-5));
  }
  CHECK(std::log(double(elmo.next_word(text)[kWords + 1])) == Approx(forward[4]).epsilon(1e-5));
  CHECK(std::log(double(elmo.previous_word(text)[kWords])) == Approx(backward[0]).epsilon(1e-5));

  double nats = 0;  // without dropout, training has the same loss
  for (int k = 0; k < 5; ++k) nats -= forward[size_t(k)] + backward[size_t(k)];
  Rng unused{1};
  CHECK(elmo.gradients(SentenceBatch{4, 1, text}, unused, 1) == Approx(nats));
}

TEST_CASE("Elmo: the middle word is a product of experts", "[models]") {
  Elmo<float> elmo = make_elmo<float>(toy_shape(false), 4);
  const std::vector<std::int32_t> before{1, 0}, after{3};
  const auto forward = elmo.next_word(before), backward = elmo.previous_word(after);
  const std::vector<std::uint64_t> counts{50, 20, 10, 8, 6, 6};
  elmo.set_word_counts(counts);
  const auto middle = elmo.middle_word(before, after);
  CHECK(is_distribution(middle));
  CHECK(middle[kWords] == 0);  // no boundary stands in the middle of a sentence
  CHECK(middle[kWords + 1] == 0);
  const double odds =
      double(forward[0]) * backward[0] / 50 / (double(forward[4]) * backward[4] / 6);
  CHECK(double(middle[0]) / middle[4] == Approx(odds).epsilon(1e-5));
}

TEST_CASE("Elmo: frozen parameters gather nothing", "[models]") {
  Elmo<double> elmo = make_elmo<double>(toy_shape(true), 5);
  for (auto* p : elmo.parameters()) p->frozen = true;
  Rng rng{2};
  elmo.gradients({3, 2, random_ids(3, 2, rng)}, rng, 1.0);
  for (auto* p : elmo.parameters()) CHECK(p->grad.isZero(0));
}

TEST_CASE("Elmo: the shape of the paper can be asked for", "[models]") {
  const ElmoShape paper;
  CHECK(paper.dim == 4096);
  CHECK(paper.projection_dim == 512);
  Index filters = 0;
  for (const auto& [width, count] : paper.char_cnn->filters) filters += count;
  CHECK(filters == 2048);
  CHECK(paper.n_negative_samples_batch == 8192);
}

// "the apple falls from the tree" and "the apple sells in the shop": which sense a word has can be
// read on both sides of it, and the model must use that to predict.
TEST_CASE("Elmo: learns a corpus of two senses within 300 steps from seed 42", "[models]") {
  // 0 ripe 1 new | 2 apple | 3 falls 4 sells | 5 tree 6 shop | 7 the
  const std::vector<std::int32_t> fruit{7, 0, 2, 3, 5}, company{7, 1, 2, 4, 6};
  Rng rng{42};
  ElmoShape shape{.vocabulary = 8,
                  .projection_dim = 16,
                  .dim = 16,
                  .dropout = 0,
                  .n_negative_samples_batch = 0,
                  .char_cnn = std::nullopt};
  Elmo<float> elmo(shape, {}, rng);
  constexpr Index kBatch = 8;
  double loss = 0;
  std::map<Parameter<float>*, Matrix<float>> squares;  // Adagrad, accumulator 1 (bilm-tf)
  for (auto* p : elmo.parameters())
    squares[p] = Matrix<float>::Ones(p->value.rows(), p->value.cols());
  for (int step = 0; step < 300; ++step) {
    std::vector<std::int32_t> ids(5 * kBatch);
    for (Index b = 0; b < kBatch; ++b) {
      const auto& sentence = rng.below(2) == 0 ? fruit : company;
      for (Index t = 0; t < 5; ++t) ids[size_t(t * kBatch + b)] = sentence[size_t(t)];
    }
    for (auto* p : elmo.parameters()) p->zero_grad();
    const Index predictions = 2 * 6 * kBatch;
    loss = elmo.gradients({5, kBatch, ids}, rng, 10.0f / float(predictions)) / double(predictions);
    for (auto* p : elmo.parameters()) {
      squares[p] += p->grad.cwiseAbs2();
      p->value.array() -= 0.2f * p->grad.array() / squares[p].array().sqrt();
    }
  }
  // Only the sense is left to chance, once a direction: ln 2 of 6 predictions.
  CHECK(loss < 1.3 * std::log(2.0) / 6);

  const std::vector<WordIds> sentences{fruit, company};
  const auto vectors = elmo.context_vectors(sentences);
  const auto cosine = [&](std::size_t layer) {
    const RowVector<float> a = vectors[0][layer].row(2), b = vectors[1][layer].row(2);
    return (a.array() * b.array()).sum() / (a.norm() * b.norm());
  };
  CHECK(cosine(0) == Approx(1));  // one word, one token vector
  CHECK(cosine(2) < 0.5);         // but not one meaning

  const auto next = elmo.next_word(std::span(fruit).first(3));
  CHECK(next[3] > 0.9f);
  const auto previous = elmo.previous_word(std::span(company).subspan(2));
  CHECK(previous[1] > 0.9f);
}

TEST_CASE("Elmo: same seed, same bits", "[models]") {
  ElmoShape shape = toy_shape(true);
  shape.dropout = 0.1;
  std::vector<double> losses;
  for (int run = 0; run < 2; ++run) {
    Rng rng{9};
    Elmo<float> elmo(shape, character_table(golden_words(), 10), rng);
    const auto ids = random_ids(4, 3, rng);
    double sum = 0;
    for (int step = 0; step < 3; ++step) {
      sum += elmo.gradients({4, 3, ids}, rng, 0.1f);
      for (auto* p : elmo.parameters()) p->value -= p->grad;
    }
    losses.push_back(sum);
  }
  CHECK(losses[0] == losses[1]);
}
