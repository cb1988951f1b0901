#include "preformer/inside/follow.h"

#include <string>
#include <utility>

#include "preformer/base/error.h"
#include "preformer/inside/elmo_trace.h"
#include "preformer/inside/nnlm_trace.h"
#include "preformer/inside/word2vec_trace.h"
#include "preformer/text/characters.h"
#include "preformer/text/context_window.h"
#include "preformer/text/sentence_boundaries.h"
#include "preformer/train/elmo_trainer.h"
#include "preformer/train/nnlm_trainer.h"
#include "preformer/train/word2vec_model.h"

namespace preformer {

namespace {

void require_position(const Example& example, std::size_t last) {
  if (example.position <= last && !example.sentence.empty()) return;
  throw Error(ErrorCode::kBadParameter, "There is no such position in the sentence.",
              {"position", std::to_string(example.position), "0 to " + std::to_string(last)});
}

Trace<float> follow_nnlm(const Trainer& trainer, const Example& example, float alpha) {
  const std::int32_t vocabulary = trainer.corpus().vocabulary.size();
  require_position(example, example.sentence.size());
  Rng unused{1};
  Nnlm<float> copy(nnlm_shape(trainer.config(), vocabulary), unused);
  copy_weights(trainer.parameters(), copy.parameters());

  const auto width = static_cast<std::size_t>(trainer.config().nnlm.context);
  std::vector<std::int32_t> context(width, begin_id(vocabulary));
  for (std::size_t n = 1; n <= width && n <= example.position; ++n) {
    context[width - n] = example.sentence[example.position - n];
  }
  const std::int32_t target = example.position < example.sentence.size()
                                  ? example.sentence[example.position]
                                  : end_id(vocabulary);
  return trace_nnlm(copy, context, target, alpha);
}

Trace<float> follow_word2vec(const Trainer& trainer, const Example& example, float alpha,
                             std::uint64_t noise_seed) {
  require_position(example, example.sentence.empty() ? 0 : example.sentence.size() - 1);
  Window window{{}, example.sentence[example.position]};
  gather_context(example.sentence, example.position, trainer.config().window, window.contexts);
  if (window.contexts.empty()) {
    throw Error(ErrorCode::kBadParameter,
                "The word has no neighbours. Give a sentence of two words or more.",
                {"sentence", "1", "2 words or more"});
  }
  Rng unused{1};
  const auto copy =
      make_word2vec<float>(trainer.config(), trainer.corpus().vocabulary.counts(), unused);
  copy_weights(trainer.parameters(),
               std::vector<Parameter<float>*>{&copy->input(), &copy->output().weight()});
  return trace_word2vec(*copy, window, alpha, Rng{noise_seed});
}

Trace<float> follow_elmo(const Trainer& trainer, const Example& example, float alpha) {
  require_position(example, example.sentence.size());
  const Vocabulary& vocabulary = trainer.corpus().vocabulary;
  const ElmoOptions& options = trainer.config().elmo;
  std::vector<std::int32_t> characters;
  if (options.char_cnn) characters = character_table(vocabulary, options.max_characters);
  Rng unused{1};
  Elmo<float> copy(elmo_shape(trainer.config(), vocabulary.size()), std::move(characters), unused);
  copy_weights(trainer.parameters(), copy.parameters());
  return trace_elmo(copy, example.sentence, alpha);
}

}  // namespace

Trace<float> follow(const Trainer& trainer, const Example& example, double alpha,
                    std::uint64_t noise_seed) {
  const auto rate = static_cast<float>(alpha);
  switch (trainer.config().model) {
    case ModelKind::kNnlm: return follow_nnlm(trainer, example, rate);
    case ModelKind::kElmo: return follow_elmo(trainer, example, rate);
    case ModelKind::kCbow:
    case ModelKind::kSkipGram: return follow_word2vec(trainer, example, rate, noise_seed);
    case ModelKind::kOneHot: break;
  }
  throw Error(ErrorCode::kBadParameter,
              "One-hot vectors are not computed: there is nothing inside.",
              {"model", "one-hot", "nnlm, cbow, skip-gram, elmo"});
}

}  // namespace preformer
