#include "preformer/models/ngram.h"

#include <cmath>
#include <map>
#include <vector>

#include "catch.h"
#include "preformer/base/rng.h"
#include "preformer/text/sentence_boundaries.h"

using namespace preformer;

namespace {
#include "ngram_golden.inc"

using Ids = std::vector<std::int32_t>;

std::vector<WordIds> spans(const std::vector<Ids>& sentences) {
  return {sentences.begin(), sentences.end()};
}

/// P(word | before), word 0 … V+1.
double probability(const Ngram& model, const Ids& before, std::int32_t word) {
  const auto vocabulary = std::int32_t(model.classes()) - 2;
  if (word == begin_id(vocabulary)) return double(model.next_word(before)[word]);
  Ids sentence = before;
  if (word < vocabulary) sentence.push_back(word);
  const WordIds one[] = {sentence};
  return std::exp(model.score(one)[0][before.size()]);
}

Ngram golden_model(int order) { return Ngram(kIds, kOffsets, 9, order); }

struct Text {
  Ids ids;
  std::vector<std::size_t> offsets{0};
};

/// Sentences in which small ids are frequent and each word leans on the one before it.
Text random_text(std::int32_t vocabulary, int sentences, std::uint64_t seed) {
  Rng rng{seed};
  Text text;
  const auto range = static_cast<std::uint32_t>(vocabulary);
  for (int s = 0; s < sentences; ++s) {
    std::int32_t word = 0;
    for (std::uint32_t left = 1 + rng.below(12); left > 0; --left) {
      const std::uint32_t leap = rng.below(3) == 0 ? rng.below(range) : rng.below(2);
      word = static_cast<std::int32_t>((static_cast<std::uint32_t>(word) * 3 + leap) % range);
      text.ids.push_back(word);
    }
    text.offsets.push_back(text.ids.size());
  }
  return text;
}

/// Counts by walking the whole text: f(word | history).
struct Naive {
  std::map<Ids, double> grams, totals;

  Naive(const Text& text, std::int32_t vocabulary, int order) {
    for (std::size_t s = 0; s + 1 < text.offsets.size(); ++s) {
      Ids padded(std::size_t(order - 1), begin_id(vocabulary));
      padded.insert(padded.end(), text.ids.begin() + std::ptrdiff_t(text.offsets[s]),
                    text.ids.begin() + std::ptrdiff_t(text.offsets[s + 1]));
      padded.push_back(end_id(vocabulary));
      for (auto at = padded.begin() + order - 1; at != padded.end(); ++at) {
        for (int length = 0; length < order; ++length) {
          ++grams[Ids(at - length, at + 1)];
          ++totals[Ids(at - length, at)];
        }
      }
    }
  }

  double total(const Ids& history) const {
    const auto found = totals.find(history);
    return found == totals.end() ? 0 : found->second;
  }
  double frequency(Ids history, std::int32_t word) const {
    const double all = total(history);
    history.push_back(word);
    const auto found = grams.find(history);
    return found == grams.end() ? 0 : found->second / all;
  }
};

}  // namespace

TEST_CASE("Ngram: numpy's weights, probabilities and perplexity", "[models][golden]") {
  const double* const probabilities[] = {kProbabilities1, kProbabilities2, kProbabilities3};
  const double perplexities[] = {kPerplexity1, kPerplexity2, kPerplexity3};
  for (int order = 1; order <= 3; ++order) {
    CAPTURE(order);
    const Ngram model = golden_model(order);
    const double* expected = probabilities[order - 1];
    double nats = 0, tokens = 0;
    for (const auto& scores : model.score(spans(kTest))) {
      for (const double score : scores) {
        CHECK(std::exp(score) == Approx(*expected++).epsilon(1e-6));
        nats -= score;
        ++tokens;
      }
    }
    CHECK(std::exp(nats / tokens) == Approx(perplexities[order - 1]).epsilon(1e-6));
  }
  const Ngram model = golden_model(3);
  for (std::size_t n = 0; n < 12; ++n) {
    CHECK(model.weights(n / 4)[n % 4] == Approx(kAlphas[n]).epsilon(1e-6));
  }
}

TEST_CASE("Ngram: probabilities are those of naive counting, and sum to 1", "[models]") {
  const std::int32_t vocabulary = 13;
  const Text text = random_text(vocabulary, 150, 42);
  for (int order = 1; order <= 3; ++order) {
    const Ngram model(text.ids, text.offsets, vocabulary, order);
    const Naive naive(text, vocabulary, order);
    for (const Ids& before : {Ids{}, Ids{3}, Ids{0, 1}, Ids{9, 12, 11}, Ids{12, 12}}) {
      Ids padded(std::size_t(order - 1), begin_id(vocabulary));
      padded.insert(padded.end(), before.begin(), before.end());
      const RowVector<float> row = model.next_word(before);
      double sum = 0;
      for (std::int32_t word = 0; word < class_count(vocabulary); ++word) {
        Ngram::Weights alpha = model.weights(
            std::uint64_t(naive.total(Ids(padded.end() - (order - 1), padded.end()))));
        double available = alpha[0], p = alpha[0] / (vocabulary + 1);
        for (int length = 0; length < order; ++length) {
          const Ids history(padded.end() - length, padded.end());
          if (naive.total(history) == 0) continue;
          available += alpha[std::size_t(length) + 1];
          p += alpha[std::size_t(length) + 1] * naive.frequency(history, word);
        }
        const double expected = word == begin_id(vocabulary) ? 0 : p / available;
        CHECK(probability(model, before, word) == Approx(expected).epsilon(1e-12));
        CHECK(row[word] == Approx(expected).epsilon(1e-6));
        sum += probability(model, before, word);
      }
      CHECK(sum == Approx(1).epsilon(1e-12));
    }
  }
}

TEST_CASE("Ngram: a longer history helps where it tells something", "[models]") {
  const Text train = random_text(20, 2000, 1), test = random_text(20, 200, 2);
  double previous = 1e9;
  for (int order = 1; order <= 3; ++order) {
    const Ngram model(train.ids, train.offsets, 20, order);
    double nats = 0;
    for (std::size_t s = 0; s + 1 < test.offsets.size(); ++s) {
      const WordIds sentence =
          WordIds(test.ids).subspan(test.offsets[s], test.offsets[s + 1] - test.offsets[s]);
      const auto scores = model.score({&sentence, 1});
      for (const double score : scores[0]) nats -= score;
    }
    if (order == 2) CHECK(nats < 0.9 * previous);
    if (order == 3) CHECK(nats < 1.01 * previous);  // nothing more to know: it must not get worse
    previous = nats;
  }
}

TEST_CASE("Ngram: words never seen and texts of nothing still have probabilities", "[models]") {
  const std::size_t none[] = {0};
  for (int order = 1; order <= 3; ++order) {
    const Ngram empty({}, none, 4, order);
    CHECK(probability(empty, Ids{1, 2}, 3) == Approx(0.2));
    CHECK(probability(empty, Ids{}, begin_id(4)) == 0);

    const Ids ids{0, 1};
    const std::size_t offsets[] = {0, 2};
    const Ngram model(ids, offsets, 4, order);
    double sum = 0;
    for (std::int32_t word = 0; word < 6; ++word) sum += probability(model, Ids{3, 2}, word);
    CHECK(sum == Approx(1));
    CHECK(probability(model, Ids{3, 2}, 3) > 0);
  }
}

TEST_CASE("Ngram: refuses what it cannot count or answer", "[models]") {
  CHECK_THROWS_AS(Ngram({}, {}, 1 << 21, 3), Error);
  CHECK_THROWS_AS(golden_model(2).previous_word({}), Error);
  CHECK_THROWS(golden_model(4));
}
