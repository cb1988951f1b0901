#include "cli/train_report.h"

#include <cmath>
#include <cstdint>

#include "cli/notes.h"
#include "preformer/base/decimal.h"
#include "preformer/base/error.h"
#include "preformer/base/hash.h"
#include "preformer/query/perplexities.h"

namespace preformer::cli {

namespace {

bool is_word2vec(const TrainConfig& config) {
  return config.model == ModelKind::kCbow || config.model == ModelKind::kSkipGram;
}

Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

/// The perplexities on the held-out text; empty without held-out text.
void add_perplexities(const Trainer& trainer, Json& json) {
  const LanguageModel* model = trainer.language_model();
  if (trainer.heldout().sentences() == 0 || !model || is_word2vec(trainer.config())) return;
  Baselines baselines(trainer.corpus());
  const Perplexities found = measure_perplexities(*model, trainer.heldout(), &baselines);
  json["heldoutWords"] = found.words;
  json["heldoutSentences"] = found.sentences;
  json["heldoutUnknown"] = trainer.heldout().unknown;
  json["heldoutPerplexity"] = number_or_null(found.model);
  json["unigramPerplexity"] = number_or_null(found.unigram);
  json["bigramPerplexity"] = number_or_null(found.bigram);
  json["trigramPerplexity"] = number_or_null(found.trigram);
  json["mixedPerplexity"] = number_or_null(found.mixed);
}

void add_settings(const TrainConfig& config, Json& json) {
  if (config.model == ModelKind::kNnlm || config.model == ModelKind::kElmo) {
    json["optimiser"] = name_of(optimiser_names(), config.descent.optimiser);
    json["batch"] = config.descent.batch;
  } else {
    json["window"] = config.window;
    json["negative"] = config.negative;
    json["sample"] = config.sample;
  }
}

std::string objective_of(const TrainConfig& config) {
  if (config.model == ModelKind::kNnlm || config.model == ModelKind::kElmo) {
    return config.descent.samples > 0 ? "sampled-softmax" : "softmax";
  }
  return std::string(objective_name(config.objective));
}

}  // namespace

Json describe(const Trainer& trainer, const Outcome& outcome, const std::string& expected_hash) {
  const Corpus& corpus = trainer.corpus();
  const TrainConfig& config = trainer.config();
  const TrainReport& report = outcome.report;
  std::uint64_t parameters = 0;
  for (const Parameter<float>* p : trainer.parameters()) {
    parameters += static_cast<std::uint64_t>(p->value.size());
  }
  const bool one_hot = config.model == ModelKind::kOneHot;
  const double speed =
      outcome.seconds > 0 ? static_cast<double>(outcome.tokens) / outcome.seconds : 0;
  Json json = {{"model", model_name(config.model)},
               {"objective", objective_of(config)},
               {"vocabulary", corpus.vocabulary.size()},
               {"tokens", corpus.tokens_kept},
               {"sentences", corpus.sentences()},
               {"replaced", corpus.replaced},
               {"overlong", corpus.overlong},
               {"dropped", corpus.dropped},
               {"droppedSigns", corpus.dropped_signs},
               {"alone", corpus.alone},
               {"dimensions", one_hot ? corpus.vocabulary.size() : config.vector_size},
               {"parameters", parameters},
               {"alpha", config.alpha},
               {"minAlpha", config.min_alpha},
               {"epochs", config.epochs},
               {"seed", config.seed},
               {"threads", config.threads}};
  add_settings(config, json);
  json["windows"] = report.step;
  json["steps"] = report.step;
  json["finished"] = report.finished;
  json["stoppedEarly"] = report.stopped_early;
  json["trainSeconds"] = outcome.seconds;
  json["tokensPerSecond"] = speed;
  json["loss"] = number_or_null(report.epoch_loss);
  add_perplexities(trainer, json);
  json["weightsHash"] = to_hex(trainer.weights_hash());
  json["build"] = PREFORMER_BUILD;
  if (!expected_hash.empty()) {
    json["expectedHash"] = expected_hash;
    json["reproduced"] = json["weightsHash"] == expected_hash;
  }
  return json;
}

std::string overlong_note(std::size_t overlong, const TextOptions& text) {
  const std::string hint = text.tokenizer.kind == TokenizerKind::kCharacters
                               ? "separate words by spaces."
                               : "choose --tokenizer characters for a text without spaces.";
  return counted(overlong, "token", "tokens") + " longer than " + std::to_string(kMaxTokenBytes) +
         (overlong == 1 ? " bytes was skipped: " : " bytes were skipped: ") + hint;
}

// What could not be decoded was reported when the file was read (text_files.h).
void note_text_losses(const Trainer& trainer, const TextOptions& text, const std::string& start,
                      std::int32_t known) {
  const Corpus& corpus = trainer.corpus();
  const EncodedText& heldout = trainer.heldout();
  if (corpus.overlong > 0) note(overlong_note(corpus.overlong, text));
  if (corpus.dropped > 0) note(dropped_note(corpus.dropped, corpus.dropped_signs));
  if (2 * corpus.alone > corpus.tokens_kept) {
    const double share =
        static_cast<double>(corpus.alone) / static_cast<double>(corpus.tokens_kept);
    note(std::to_string(corpus.alone) + " of " + counted(corpus.tokens_kept, "token", "tokens") +
         " (" + fixed(100 * share, 0) +
         " %) are alone in their sentence: nothing is learnt from what stands beside them.");
  }
  if (heldout.overlong > 0) note("held-out text: " + overlong_note(heldout.overlong, text));
  if (heldout.unknown > 0) {
    const bool stand_in = corpus.vocabulary.find(kUnknownToken).has_value();
    note(counted(heldout.unknown, "held-out word is", "held-out words are") +
         " not in the vocabulary" + (stand_in ? " and read as <unk>." : " and left out."));
  }
  if (trainer.config().descent.patience > 0 && heldout.sentences() == 0) {
    note("--patience has no effect without --heldout.");
  }
  const std::int32_t words = corpus.vocabulary.size();
  if (known < 0 || known == words) return;
  const std::string all = counted(static_cast<std::size_t>(words), "word", "words");
  note(known == 0 ? "none of the " + all + " is among the vectors of " + start + "."
                  : std::to_string(words - known) + " of the " + all +
                        " are not among the vectors of " + start + " and begin at random.");
}

void require_learnt(const Trainer& trainer, const TrainReport& report) {
  if (!report.finished || report.step > 0 || trainer.config().model == ModelKind::kOneHot) return;
  throw Error(ErrorCode::kNothingToLearn,
              "The run made no step: subsampling left no word beside another. Raise --sample; 0 "
              "keeps every word.",
              {"sample", decimal(trainer.config().sample), "a larger number, or 0"});
}

std::string say(const Json& json) {
  const auto text = [&](const char* name) { return json[name].dump(); };
  std::string line = text("vocabulary") + " words, " + text("tokens") + " tokens, trained in " +
                     std::to_string(json["trainSeconds"].get<double>()) + " s";
  if (json["loss"].is_number()) line += ", loss " + std::to_string(json["loss"].get<double>());
  if (json.contains("heldoutPerplexity")) {
    line += ", held-out perplexity " + text("heldoutPerplexity") + " (trigram " +
            text("trigramPerplexity") + ", mixed " + text("mixedPerplexity") + ")";
  }
  line += ", weights " + json["weightsHash"].get<std::string>();
  if (!json.contains("reproduced")) return line;
  return line + (json["reproduced"].get<bool>()
                     ? ", reproduced exactly"
                     : ", not the expected " + json["expectedHash"].get<std::string>());
}

}  // namespace preformer::cli
