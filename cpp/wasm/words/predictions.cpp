// Questions to language models, in the form that JavaScript uses.
#include "preformer/query/predictions.h"

#include <emscripten/emscripten.h>

#include "preformer/base/names.h"
#include "preformer/base/slices.h"
#include "preformer/query/generate.h"
#include "wasm/sentences.h"
#include "wasm/words/model.h"

namespace preformer::wasm {

namespace {

val to_predictions(const Vocabulary& vocabulary, const std::vector<Prediction>& predictions) {
  val list = val::array();
  for (const Prediction& p : predictions) {
    push(list, Object()
                   .set("word", class_word(vocabulary, p.id))
                   .set("probability", p.probability)
                   .value());
  }
  return list;
}

Directions parse_directions(const val& name) {
  return parse_name(direction_names(), "direction", name.as<std::string>());
}

}  // namespace

const LanguageModel& Model::language_model() const {
  const LanguageModel* model = trainer_ ? trainer_->language_model() : nullptr;
  if (model) return *model;
  throw Error(ErrorCode::kBadParameter,
              "These are word vectors alone, without probabilities. Train an NNLM, a CBOW or an "
              "ELMo to predict words.",
              {"model", "", "nnlm, cbow, elmo"});
}

std::vector<std::string> Model::words_of(const val& sentence) const {
  if (!sentence.isString()) return emscripten::vecFromJSArray<std::string>(sentence);
  return split_words(sentence.as<std::string>(), text_.tokenizer);
}

std::vector<std::int32_t> Model::ids_of(const val& sentence) const {
  return sentence_ids(vocabulary(), words_of(sentence));
}

val Model::predict_next(val before, double topn) const {
  return guarded([&] {
    const LanguageModel& model = language_model();
    return to_predictions(vocabulary(),
                          preformer::predict_next(model, asked_ids(vocabulary(), words_of(before)),
                                                  static_cast<std::int64_t>(topn)));
  });
}

val Model::predict_previous(val after, double topn) const {
  return guarded([&] {
    const LanguageModel& model = language_model();
    return to_predictions(
        vocabulary(), preformer::predict_previous(model, asked_ids(vocabulary(), words_of(after)),
                                                  static_cast<std::int64_t>(topn)));
  });
}

val Model::predict_middle(val context, val using_sides, double topn) const {
  return guarded([&] {
    const LanguageModel& model = language_model();
    std::vector<std::string> before, after;
    if (context.isString()) {
      const auto text = context.as<std::string>();
      const auto [left, right] = split_at_blank(text);
      before = split_words(left, text_.tokenizer);
      after = split_words(right, text_.tokenizer);
    } else {
      after = emscripten::vecFromJSArray<std::string>(context);
      before = take_before_blank(after);
    }
    return to_predictions(
        vocabulary(), preformer::predict_middle(
                          model, asked_ids(vocabulary(), before), asked_ids(vocabulary(), after),
                          parse_directions(using_sides), static_cast<std::int64_t>(topn)));
  });
}

val Model::score_sentence(val sentence, val direction) const {
  return guarded([&] {
    const LanguageModel& model = language_model();
    const SentenceScore score =
        preformer::score_sentence(model, ids_of(sentence), parse_directions(direction));
    return Object()
        .set("words", to_predictions(vocabulary(), score.words))
        .set("perplexity", score.perplexity)
        .set("bitsPerWord", score.bits_per_word)
        .value();
  });
}

val Model::generate(val options) const {
  return guarded([&] {
    const LanguageModel& model = language_model();
    const GenerateOptions how{static_cast<std::int64_t>(options["length"].as<double>()),
                              options["temperature"].as<double>(),
                              static_cast<std::int64_t>(options["topK"].as<double>()),
                              static_cast<std::uint64_t>(options["seed"].as<double>())};
    const Generated text =
        preformer::generate(model, asked_ids(vocabulary(), words_of(options["prompt"])), how);
    return Object().set("words", words_of_ids(text.ids)).set("ended", text.ended).value();
  });
}

EncodedText Model::text_to_measure(const val& text) const {
  language_model();  // throws before a long text is read
  if (!text.isNull()) {
    return encode(text.as<std::string>(), text_.tokenizer, vocabulary());
  }
  if (trainer_ && trainer_->heldout().sentences() > 0) return trainer_->heldout();
  throw Error(ErrorCode::kBadParameter,
              "No text is held out to measure on. Give a text, or train with a held-out one.",
              {"text", "", "text of one sentence or more"});
}

Measurement::Measurement(Model& model, const val& text)
    : model_(model), meter_(model.text_to_measure(text), model.baselines()) {}

bool Measurement::run_for(double milliseconds) {
  return guarded([&] {
    return finish_within(milliseconds, emscripten_get_now,
                         [&] { return meter_.step(model_.language_model()); });
  });
}

val Measurement::result() const {
  return guarded([&] {
    const Perplexities found = meter_.result();
    return Object()
        .set("words", found.words)
        .set("sentences", found.sentences)
        .set("model", found.model)
        .set("unigram", found.unigram)
        .set("bigram", found.bigram)
        .set("trigram", found.trigram)
        .set("mixed", found.mixed)
        .value();
  });
}

}  // namespace preformer::wasm
