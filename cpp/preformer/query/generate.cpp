#include "preformer/query/generate.h"

#include <algorithm>
#include <string>

#include "preformer/base/decimal.h"
#include "preformer/base/fast_math.h"
#include "preformer/base/rng.h"
#include "preformer/query/predictions.h"
#include "preformer/text/sentence_boundaries.h"

namespace preformer {
namespace {

constexpr double kMaxTemperature = 100;

void require(bool good, const char* name, const std::string& value, const char* permitted) {
  if (good) return;
  throw Error(ErrorCode::kBadParameter, std::string(name) + " must be " + permitted + ".",
              {name, value, permitted});
}

/// One of the candidates, which stand by falling probability, with weight P^(1/T). The weights are
/// taken relative to the first, so that none overflows.
std::int32_t draw(const std::vector<Prediction>& candidates, double temperature, Rng& rng) {
  const double best = candidates.front().probability;
  if (temperature == 0 || !(best > 0)) return candidates.front().id;
  std::vector<double> weights;
  double total = 0;
  for (const Prediction& candidate : candidates) {
    const double p = candidate.probability;
    weights.push_back(p > 0 ? math::exp((math::log(p) - math::log(best)) / temperature) : 0);
    total += weights.back();
  }
  double left = rng.uniform_double() * total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    left -= weights[i];
    if (left < 0) return candidates[i].id;
  }
  return candidates.front().id;  // rounding left a trace at the end
}

}  // namespace

void GenerateOptions::validate() const {
  require(length >= 1 && length <= static_cast<std::int64_t>(kMaxAskedWords), "length",
          std::to_string(length), "1 to 1000");
  require(temperature >= 0 && temperature <= kMaxTemperature, "temperature", decimal(temperature),
          "0 to 100");
  require(top_k >= 0, "topK", std::to_string(top_k), "0 or more");
}

Generated generate(const LanguageModel& model, WordIds prompt, const GenerateOptions& options) {
  options.validate();
  const auto vocabulary = static_cast<std::int32_t>(model.classes()) - 2;
  const std::int64_t among = options.top_k == 0 ? model.classes() : options.top_k;
  std::vector<std::int32_t> sentence(prompt.begin(), prompt.end());
  Rng rng(options.seed);
  Generated text;
  while (static_cast<std::int64_t>(text.ids.size()) < options.length) {
    const std::int32_t id = draw(predict_next(model, sentence, among), options.temperature, rng);
    if (id == end_id(vocabulary)) {
      text.ended = true;
      break;
    }
    sentence.push_back(id);
    text.ids.push_back(id);
  }
  return text;
}

}  // namespace preformer
