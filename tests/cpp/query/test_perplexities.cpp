#include "preformer/query/perplexities.h"

#include <cmath>

#include "catch.h"

using namespace preformer;

namespace {

const std::string kText = "a b c\nb a\nc c b a\na b\n";

Corpus corpus_of(const std::string& text) { return make_corpus(text, {}, {}); }

double perplexity(const LanguageModel& model, const EncodedText& text) {
  double nats = 0, predictions = 0;
  for (std::size_t s = 0; s < text.sentences(); ++s) {
    const WordIds one[] = {text.sentence(s)};
    const std::vector<double> scores = model.score(one).front();
    for (const double log_probability : scores) {
      nats -= log_probability;
      predictions += 1;
    }
  }
  return std::exp(nats / predictions);
}

/// Of P = ½ P_a + ½ P_b.
double mixed_perplexity(const LanguageModel& a, const LanguageModel& b, const EncodedText& text) {
  double nats = 0, predictions = 0;
  for (std::size_t s = 0; s < text.sentences(); ++s) {
    const WordIds one[] = {text.sentence(s)};
    const std::vector<double> left = a.score(one).front(), right = b.score(one).front();
    for (std::size_t n = 0; n < left.size(); ++n) {
      nats -= std::log(0.5 * std::exp(left[n]) + 0.5 * std::exp(right[n]));
      predictions += 1;
    }
  }
  return std::exp(nats / predictions);
}

}  // namespace

TEST_CASE("perplexities: each model's own, and the mixture's", "[query][perplexities]") {
  const Corpus corpus = corpus_of(kText + kText + kText);
  const EncodedText text = encode("a b\nc b a\n", {}, corpus.vocabulary);
  Baselines baselines(corpus);
  const Ngram& model = baselines.order(2);
  const Perplexities found = measure_perplexities(model, text, &baselines);
  CHECK(found.words == 5);
  CHECK(found.sentences == 2);
  CHECK(found.model == Approx(perplexity(model, text)));
  CHECK(found.bigram == Approx(found.model));
  CHECK(found.unigram == Approx(perplexity(baselines.order(1), text)));
  CHECK(found.trigram == Approx(perplexity(baselines.order(3), text)));
  CHECK(found.mixed == Approx(mixed_perplexity(model, baselines.order(3), text)));
}

TEST_CASE("perplexities: in steps, and without a corpus", "[query][perplexities]") {
  std::string many;
  for (int i = 0; i < 400; ++i) many += kText;
  const Corpus corpus = corpus_of(many);
  const EncodedText text = encode(many, {}, corpus.vocabulary);
  Baselines baselines(corpus);
  const Ngram& model = baselines.order(1);
  PerplexityMeter meter(text, &baselines);
  double before = -1;
  int steps = 1;
  for (; !meter.step(model); ++steps) {
    CHECK(meter.progress() > before);
    before = meter.progress();
  }
  CHECK(steps > 6);
  CHECK(meter.progress() == 1.0);
  CHECK(meter.result().model == measure_perplexities(model, text, &baselines).model);

  const Perplexities alone = measure_perplexities(model, text, nullptr);
  CHECK(alone.model == meter.result().model);
  CHECK(std::isnan(alone.unigram));
  CHECK(std::isnan(alone.trigram));
  CHECK(std::isnan(alone.mixed));
}
