#include "preformer/models/elmo.h"

#include <algorithm>

#include "preformer/models/elmo_queries.h"
#include "preformer/nn/softmax_cross_entropy.h"

namespace preformer {

template <class S>
Elmo<S>::Elmo(const ElmoShape& shape, std::vector<std::int32_t> characters, Rng& rng)
    : shape_(shape),
      tokens_(shape, std::move(characters), rng),
      stacks_{ElmoStack<S>("forward", shape, rng), ElmoStack<S>("backward", shape, rng)},
      softmax_("softmax", shape.projection_dim, shape.vocabulary + 2, rng) {
  const double deviation = 1.0 / std::sqrt(double(shape.projection_dim));
  softmax_.weight().value = normal<S>(shape.vocabulary + 2, shape.projection_dim, deviation, rng);
  if (shape.n_negative_samples_batch > 0 && shape.n_negative_samples_batch < classes()) {
    sampled_.emplace(classes(), shape.n_negative_samples_batch);
    softmax_.weight().sparse = true;  // only the rows of targets and samples have gradients
    softmax_.weight().make_grad();
  }
}

template <class S>
std::vector<Parameter<S>*> Elmo<S>::parameters() {
  std::vector<Parameter<S>*> all = tokens_.parameters();
  for (auto& stack : stacks_) {
    for (Parameter<S>* p : stack.parameters()) all.push_back(p);
  }
  for (Parameter<S>* p : softmax_.parameters()) all.push_back(p);
  return all;
}

/// How many rows of [·, V+2] logits are computed at a time.
template <class S>
Index Elmo<S>::rows_together() const {
  return std::max<Index>(1, kLogitsTogether / classes());
}

template <class S>
double Elmo<S>::gradients(const SentenceBatch& sentences, Rng& rng, S scale,
                          ElmoState<S>* carried) {
  TokenBatch& batch = training_.batch;
  batch.batch = sentences.batch;
  for (const Direction direction : {kForward, kBackward}) {
    read_sentences(sentences, direction, static_cast<std::int32_t>(shape_.vocabulary),
                   batch.directions[direction]);
  }
  return gradients(batch, rng, scale, carried);
}

template <class S>
double Elmo<S>::gradients(const TokenBatch& batch, Rng& rng, S scale, ElmoState<S>* carried) {
  Training& t = training_;
  const Index places = batch.places();
  t.ids.clear();
  for (const TokenSequence& sequence : batch.directions) {
    eigen_assert(static_cast<Index>(sequence.inputs.size()) == places);
    t.ids.insert(t.ids.end(), sequence.inputs.begin(), sequence.inputs.end());
  }
  tokens_.forward(t.ids, t.tokens, t.x);
  t.dx.resize(t.x.rows(), t.x.cols());
  double nats = 0;
  for (const Direction direction : {kForward, kBackward}) {
    const View<const S> x = view(std::as_const(t.x)).rows_from(direction * places, places);
    const View<const S> top = stacks_[direction].forward(
        x, batch.batch, carried ? &(*carried)[direction] : nullptr, &rng, t.stacks[direction]);
    nats += train_softmax(top, batch.directions[direction].targets, scale, rng);
    stacks_[direction].backward(batch.batch, /*dropped=*/true, t.dtop, t.stacks[direction],
                                view(t.dx).rows_from(direction * places, places));
  }
  tokens_.backward(t.ids, t.dx, t.tokens);
  return nats;
}

/// Loss of one direction; training_.dtop receives scale · ∂loss/∂top.
template <class S>
double Elmo<S>::train_softmax(View<const S> top, std::span<const std::int32_t> targets, S scale,
                              Rng& rng) {
  Training& t = training_;
  if (sampled_) {
    t.top.resize(top.rows, top.cols);
    for (Index row = 0; row < top.rows; ++row) {
      std::copy_n(top.data + row * top.row_stride, top.cols, &t.top(row, 0));
    }
    return sampled_->gradients(t.top, targets, scale, softmax_.weight(), softmax_.bias(), t.dtop,
                               rng);
  }
  t.dtop.resize(top.rows, top.cols);
  double nats = 0;
  for (Index first = 0; first < top.rows; first += rows_together()) {
    const Index rows = std::min(rows_together(), top.rows - first);
    const View<const S> some = top.rows_from(first, rows);
    softmax_.forward(some, t.logits);
    nats += softmax_cross_entropy(
        t.logits, targets.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(rows)),
        scale);
    softmax_.backward(some, t.logits, view(t.dtop).rows_from(first, rows));
  }
  return nats;
}

/// reading.tokens is given; the rest is computed without dropout.
template <class S>
void Elmo<S>::read(Direction direction, Index batch, ElmoState<S>* carried,
                   Reading& reading) const {
  tokens_.forward(reading.tokens.inputs, reading.tokens_cache, reading.x);
  reading.top = stacks_[direction].forward(view(std::as_const(reading.x)), batch,
                                           carried ? &(*carried)[direction] : nullptr,
                                           /*rng=*/nullptr, reading.stack);
}

/// Appends ln P(target_n | top_n) for every row.
template <class S>
void Elmo<S>::log_probabilities(View<const S> top, std::span<const std::int32_t> targets,
                                std::vector<double>& found) const {
  Matrix<S> logits;
  for (Index first = 0; first < top.rows; first += rows_together()) {
    const Index rows = std::min(rows_together(), top.rows - first);
    softmax_.forward(top.rows_from(first, rows), logits);
    for (Index n = 0; n < rows; ++n) {
      S* const row = logits.data() + n * classes();
      const double logit = double(row[targets[static_cast<std::size_t>(first + n)]]);
      found.push_back(logit - softmax_row(row, classes()));
    }
  }
}

template <class S>
double Elmo<S>::loss(const TokenBatch& batch, ElmoState<S>* carried) const {
  std::vector<double> found;
  for (const Direction direction : {kForward, kBackward}) {
    Reading reading;
    reading.tokens = batch.directions[direction];
    read(direction, batch.batch, carried, reading);
    log_probabilities(reading.top, reading.tokens.targets, found);
  }
  double nats = 0;
  for (const double log_probability : found) nats -= log_probability;
  return nats;
}

template class Elmo<float>;
#ifdef PREFORMER_DOUBLE  // for the gradient tests
template class Elmo<double>;
#endif

}  // namespace preformer
