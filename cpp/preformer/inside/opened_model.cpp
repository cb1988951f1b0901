#include "preformer/inside/opened_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "preformer/base/decimal.h"
#include "preformer/base/error.h"
#include "preformer/base/hash.h"
#include "preformer/inside/opened_kinds.h"

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

std::vector<NamedMatrix> matrices_of(const Trainer& trainer) {
  std::vector<NamedMatrix> all;
  for (const Parameter<float>* p : trainer.parameters()) all.push_back({p->name, view(p->value)});
  return all;
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
      take(Elmo<float>(elmo_shape(config, vocabulary.size()), detail::spellings(config, vocabulary),
                       unused)
               .parameters());
      break;
    case ModelKind::kCbow:
    case ModelKind::kSkipGram: {
      const auto model = make_word2vec<float>(config, vocabulary, unused);
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
  return detail::with_model<S>(config_, vocabulary_, example, weights_,
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
    return detail::with_model<double>(config_, vocabulary_, example, weights_, [&](auto& opened) {
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
