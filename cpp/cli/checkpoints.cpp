#include "cli/checkpoints.h"

#include "cli/files.h"
#include "preformer/base/error.h"

namespace preformer::cli {

std::vector<std::string> words_of(std::string_view sentence, const TokenizerOptions& tokenizer) {
  const TokenizedText tokens = tokenize(sentence, tokenizer);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < tokens.tokens(); ++i) words.emplace_back(tokens[i]);
  return words;
}

const LanguageModel& language_model_of(const Trainer& trainer) {
  if (const LanguageModel* model = trainer.language_model()) return *model;
  throw Error(
      ErrorCode::kBadParameter,
      "This model gives no probabilities. Train an NNLM, a CBOW or an ELMo to predict words.",
      {"model", std::string(model_name(trainer.config().model)), "nnlm, cbow, elmo"});
}

const Elmo<float>& Opened::elmo() const {
  const auto* model = dynamic_cast<const Elmo<float>*>(trainer->language_model());
  if (model) return *model;
  throw Error(ErrorCode::kBadParameter,
              "Only ELMo gives a word another vector in every sentence. Train an ELMo.",
              {"model", std::string(model_name(trainer->config().model)), "elmo"});
}

Opened open_checkpoint(const std::string& path) {
  const std::string bytes = read_file(path, "checkpoint");
  const Checkpoint checkpoint(bytes);
  return {checkpoint.open(), checkpoint.text()};
}

}  // namespace preformer::cli
