#include "preformer/inside/opened_model.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "preformer/base/decimal.h"
#include "preformer/base/error.h"
#include "preformer/base/hash.h"
#include "preformer/inside/elmo_proof.h"
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

[[noreturn]] void no_entry(const Entry& entry, const std::string& permitted) {
  throw Error(
      ErrorCode::kBadParameter, "The model has no such number.",
      {"entry", entry.name + " " + std::to_string(entry.row) + ", " + std::to_string(entry.col),
       permitted});
}

template <class S>
void require_entry(const Entry& entry, const Matrix<S>& matrix) {
  if (entry.row >= 0 && entry.row < matrix.rows() && entry.col >= 0 && entry.col < matrix.cols()) {
    return;
  }
  no_entry(entry, std::to_string(matrix.rows()) + " x " + std::to_string(matrix.cols()));
}

void require_position(const Example& example, std::size_t last) {
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

/// The three kinds of model, each with the example in its own form.
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
    detail::NnlmForward<S> forward;
    forward.run(model, context, target, nudge);
    return forward.loss;
  }
};

Rng noise_of(const Example& example) {
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
      : model(make_word2vec<S>(config, words.counts(), rng)) {
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
    detail::WindowForward<S> forward;
    forward.run(*model, window, cbow != nullptr, choice, nudge);
    return double(detail::window_weight(cbow, window)) * forward.loss;
  }
};

/// What a character network reads; empty without one.
std::vector<std::int32_t> spellings(const TrainConfig& config, const Vocabulary& words) {
  if (!config.elmo.char_cnn) return {};
  return character_table(words, config.elmo.max_characters);
}

std::vector<NamedMatrix> matrices_of(const Trainer& trainer) {
  std::vector<NamedMatrix> all;
  for (const Parameter<float>* p : trainer.parameters()) all.push_back({p->name, view(p->value)});
  return all;
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

/// The trace of a window names the rows of "input.weight" that it read "input", and shows their
/// gradient under that name.
std::string gradient_name(const Entry& entry, ModelKind model) {
  const bool word2vec = model == ModelKind::kCbow || model == ModelKind::kSkipGram;
  return word2vec ? entry.name.substr(0, entry.name.find(".weight")) : entry.name;
}

/// Rows of a table may come several times, each with its share of the gradient.
double gradient_at(const Trace<double>& trace, const std::string& name, const Entry& entry,
                   bool is_parameter) {
  for (const Quantity<double>& quantity : trace.backward) {
    if (quantity.name != name) continue;
    if (!is_parameter || quantity.of.empty()) {
      require_entry(entry, quantity.value);
      return quantity.value(entry.row, entry.col);
    }
    double sum = 0;
    for (std::size_t n = 0; n < quantity.of.size(); ++n) {
      if (quantity.of[n] == entry.row) sum += quantity.value(static_cast<Index>(n), entry.col);
    }
    return sum;
  }
  no_entry(entry, "a quantity that the loss depends on");
}

}  // namespace

double Proof::relative_error() const {
  const double largest = std::max(std::abs(measured), std::abs(gradient));
  return largest > 0 ? std::abs(measured - gradient) / largest : 0;
}

OpenedModel::OpenedModel(const TrainConfig& config, const Vocabulary& vocabulary,
                         const std::vector<NamedMatrix>& weights)
    : config_(config), vocabulary_(vocabulary) {
  const auto take = [&](const std::vector<Parameter<float>*>& parameters) {
    for (const Parameter<float>* p : parameters) {
      const auto found = std::find_if(weights.begin(), weights.end(),
                                      [&](const NamedMatrix& m) { return m.name == p->name; });
      if (found == weights.end() || found->value.rows * found->value.cols != p->value.size()) {
        throw Error(ErrorCode::kBadFormat, "The weights are not those of the model.",
                    {"weights", p->name, ""});
      }
      Matrix<float> value = matrix_of(found->value);
      value.resize(p->value.rows(), p->value.cols());
      weights_.push_back({p->name, std::move(value)});
    }
  };
  Rng unused{1};
  switch (config.model) {
    case ModelKind::kNnlm:
      take(Nnlm<float>(nnlm_shape(config, vocabulary.size()), unused).parameters());
      break;
    case ModelKind::kElmo:
      take(Elmo<float>(elmo_shape(config, vocabulary.size()), spellings(config, vocabulary), unused)
               .parameters());
      break;
    case ModelKind::kCbow:
    case ModelKind::kSkipGram: {
      const auto model = make_word2vec<float>(config, vocabulary.counts(), unused);
      take({&model->input(), &model->output().weight()});
      break;
    }
    case ModelKind::kOneHot:
      throw Error(ErrorCode::kBadParameter,
                  "One-hot vectors are not computed: there is nothing inside.",
                  {"model", "one-hot", "nnlm, cbow, skip-gram, elmo"});
  }
}

OpenedModel::OpenedModel(const Trainer& trainer)
    : OpenedModel(trainer.config(), trainer.corpus().vocabulary, matrices_of(trainer)) {}

std::uint64_t OpenedModel::weights_hash() const {
  Hash64 hash;
  for (const Weight& weight : weights_) {
    hash.add(weight.value.data(), static_cast<std::size_t>(weight.value.size()));
  }
  return hash.value();
}

Trace<float> OpenedModel::trace(const Example& example) const { return follow<float>(example); }

template <class S>
Trace<S> OpenedModel::follow(const Example& example) const {
  return with_model<S>(config_, vocabulary_, example, weights_,
                       [&](auto& opened) { return opened.trace(example); });
}

Proof OpenedModel::prove(const Example& example, const Entry& entry, double epsilon) const {
  const Weight* const weight = find(entry.name);
  const bool is_parameter = weight != nullptr;
  if (is_parameter) require_entry(entry, weight->value);
  const Trace<double> trace = follow<double>(example);
  Proof proof;
  proof.epsilon = epsilon;
  proof.gradient = gradient_at(trace, gradient_name(entry, config_.model), entry, is_parameter);
  if (is_parameter) {
    proof.value = double(weight->value(entry.row, entry.col));
  } else {
    for (const Quantity<double>& quantity : trace.forward) {
      if (quantity.name == entry.name) proof.value = quantity.value(entry.row, entry.col);
    }
  }
  const auto loss_at = [&](double by) {
    return with_model<double>(config_, vocabulary_, example, weights_, [&](auto& opened) {
      for (Parameter<double>* p : opened.parameters()) {
        if (p->name == entry.name) p->value(entry.row, entry.col) += by;
      }
      return opened.loss({entry, by}, example);
    });
  };
  proof.loss_above = loss_at(epsilon);
  proof.loss_below = loss_at(-epsilon);
  proof.measured = (proof.loss_above - proof.loss_below) / (2 * epsilon);
  return proof;
}

void OpenedModel::set(const Entry& entry, double value) {
  if (!std::isfinite(static_cast<float>(value))) {
    throw Error(ErrorCode::kBadParameter, "The value is too large for a weight.",
                {"value", decimal(value), "up to 3.4e+38"});
  }
  Weight* const weight = find(entry.name);
  if (weight == nullptr) no_entry(entry, "a parameter of the model");
  require_entry(entry, weight->value);
  weight->value(entry.row, entry.col) = static_cast<float>(value);
}

const OpenedModel::Weight* OpenedModel::find(std::string_view name) const {
  const auto found = std::find_if(weights_.begin(), weights_.end(),
                                  [&](const Weight& weight) { return weight.name == name; });
  return found == weights_.end() ? nullptr : &*found;
}

OpenedModel::Weight* OpenedModel::find(std::string_view name) {
  return const_cast<Weight*>(std::as_const(*this).find(name));
}

void OpenedModel::step(const Example& example) {
  const Trace<float> trace = this->trace(example);
  for (const Change<float>& change : trace.changes) {
    Weight* const weight = find(change.parameter);
    if (change.rows.empty()) {
      weight->value = change.after;
      continue;
    }
    for (std::size_t n = 0; n < change.rows.size(); ++n) {
      weight->value.row(change.rows[n]) = change.after.row(static_cast<Index>(n));
    }
  }
}

}  // namespace preformer
