// The three kinds of model that OpenedModel follows, each with the example in its own form.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "preformer/base/error.h"
#include "preformer/inside/elmo_proof.h"
#include "preformer/inside/nnlm_trace.h"
#include "preformer/inside/opened_model.h"
#include "preformer/inside/word2vec_trace.h"
#include "preformer/text/characters.h"
#include "preformer/text/context_window.h"
#include "preformer/text/sentence_boundaries.h"
#include "preformer/train/elmo_trainer.h"
#include "preformer/train/nnlm_trainer.h"
#include "preformer/train/word2vec_model.h"

namespace preformer::detail {

inline void require_position(const Example& example, std::size_t last) {
  if (example.position <= last && !example.sentence.empty()) return;
  throw Error(ErrorCode::kBadParameter, "There is no such position in the sentence.",
              {"position", std::to_string(example.position), "0 to " + std::to_string(last)});
}

template <class S>
void load_weights(const std::vector<OpenedModel::Weight>& from,
                  const std::vector<Parameter<S>*>& to) {
  eigen_assert(from.size() == to.size());
  for (std::size_t n = 0; n < to.size(); ++n) {
    eigen_assert(from[n].name == to[n]->name && from[n].value.size() == to[n]->value.size());
    to[n]->value = from[n].value.cast<S>();
  }
}

template <class S>
struct OpenedNnlm {
  Nnlm<S> model;
  std::vector<std::int32_t> context;
  std::int32_t target;

  OpenedNnlm(const TrainConfig& config, const Vocabulary& words, const Example& example, Rng& rng)
      : model(nnlm_shape(config, words.size()), rng),
        context(static_cast<std::size_t>(config.nnlm.context), begin_id(words.size())) {
    require_position(example, example.sentence.size());
    for (std::size_t n = 1; n <= context.size() && n <= example.position; ++n) {
      context[context.size() - n] = example.sentence[example.position - n];
    }
    target = example.position < example.sentence.size() ? example.sentence[example.position]
                                                        : end_id(words.size());
  }
  std::vector<Parameter<S>*> parameters() { return model.parameters(); }
  Trace<S> trace(const Example& example) {
    return trace_nnlm(model, context, target, S(example.alpha));
  }
  double loss(const Nudge<S>& nudge, const Example&) {
    NnlmForward<S> forward;
    forward.run(model, context, target, nudge);
    return forward.loss;
  }
};

inline Rng noise_of(const Example& example) {
  Rng rng{1};
  rng.set_state(example.noise);
  return rng;
}

template <class S>
struct OpenedWord2Vec {
  std::unique_ptr<Word2Vec<S>> model;
  Window window;

  OpenedWord2Vec(const TrainConfig& config, const Vocabulary& words, const Example& example,
                 Rng& rng)
      : model(make_word2vec<S>(config, words, rng)) {
    require_position(example, example.sentence.empty() ? 0 : example.sentence.size() - 1);
    window.centre = example.sentence[example.position];
    const int radius = example.radius > 0 ? example.radius : config.window;
    gather_context(example.sentence, example.position, radius, window.contexts);
    if (window.contexts.empty()) {
      throw Error(ErrorCode::kBadParameter,
                  "The word has no neighbours. Give a sentence of two words or more.",
                  {"sentence", "1", "2 words or more"});
    }
  }
  std::vector<Parameter<S>*> parameters() { return {&model->input(), &model->output().weight()}; }
  Trace<S> trace(const Example& example) {
    return trace_word2vec(*model, window, S(example.alpha), noise_of(example));
  }
  double loss(const Nudge<S>& nudge, const Example& example) {
    const auto* const cbow = dynamic_cast<const Cbow<S>*>(model.get());
    OutputChoice<S> choice;
    Rng noise = noise_of(example);
    model->output().choose(window.centre, noise, choice);
    WindowForward<S> forward;
    forward.run(*model, window, cbow != nullptr, choice, nudge);
    return double(window_weight(cbow, window)) * forward.loss;
  }
};

/// What a character network reads; empty without one.
inline std::vector<std::int32_t> spellings(const TrainConfig& config, const Vocabulary& words) {
  if (!config.elmo.char_cnn) return {};
  return character_table(words, config.elmo.max_characters);
}

template <class S>
struct OpenedElmo {
  Elmo<S> model;

  OpenedElmo(const TrainConfig& config, const Vocabulary& words, const Example& example, Rng& rng)
      : model(elmo_shape(config, words.size()), spellings(config, words), rng) {
    require_position(example, example.sentence.size());
  }
  std::vector<Parameter<S>*> parameters() { return model.parameters(); }
  Trace<S> trace(const Example& example) {
    return trace_elmo(model, example.sentence, S(example.alpha));
  }
  double loss(const Nudge<S>& nudge, const Example& example) {
    return elmo_loss(model, example.sentence, nudge);
  }
};

/// Calls `body` with the model of `config` opened in precision S.
template <class S, class Body>
auto with_model(const TrainConfig& config, const Vocabulary& words, const Example& example,
                const std::vector<OpenedModel::Weight>& weights, Body&& body) {
  Rng unused{1};
  const auto run = [&](auto opened) {
    load_weights(weights, opened.parameters());
    return body(opened);
  };
  switch (config.model) {
    case ModelKind::kNnlm: return run(OpenedNnlm<S>(config, words, example, unused));
    case ModelKind::kElmo: return run(OpenedElmo<S>(config, words, example, unused));
    default: return run(OpenedWord2Vec<S>(config, words, example, unused));
  }
}

}  // namespace preformer::detail
