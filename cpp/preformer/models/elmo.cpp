#include "preformer/models/elmo.h"

#include <algorithm>
#include <numeric>

#include "preformer/models/elmo_groups.h"
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

/// How many rows of logits [·, V+2] are computed at a time.
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

/// Computes the other members of `pass` from pass.tokens, without dropout.
template <class S>
void Elmo<S>::read(Direction direction, Index batch, ElmoState<S>* carried, Pass& pass) const {
  tokens_.forward(pass.tokens.inputs, pass.tokens_cache, pass.x);
  pass.top = stacks_[direction].forward(view(std::as_const(pass.x)), batch,
                                        carried ? &(*carried)[direction] : nullptr,
                                        /*rng=*/nullptr, pass.stack);
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
      const auto logit = double(row[targets[static_cast<std::size_t>(first + n)]]);
      found.push_back(logit - softmax_row(row, classes()));
    }
  }
}

template <class S>
RowVector<float> Elmo<S>::predict(Direction direction, WordIds words) const {
  Pass pass;
  read_sentences({static_cast<Index>(words.size()), 1, words}, direction,
                 static_cast<std::int32_t>(shape_.vocabulary), pass.tokens);
  read(direction, 1, nullptr, pass);
  Matrix<S> logits;
  softmax_.forward(pass.top.rows_from(pass.top.rows - 1, 1), logits);
  softmax_row(logits.data(), classes());
  return logits.row(0).template cast<float>();
}

template <class S>
RowVector<float> Elmo<S>::next_word(WordIds before) const {
  return predict(kForward, before);
}

template <class S>
RowVector<float> Elmo<S>::previous_word(WordIds after) const {
  return predict(kBackward, after);
}

template <class S>
RowVector<float> Elmo<S>::middle_word(WordIds before, WordIds after) const {
  const RowVector<float> forward = next_word(before), backward = previous_word(after);
  std::vector<double> product(static_cast<std::size_t>(shape_.vocabulary));
  double sum = 0;
  for (std::size_t w = 0; w < product.size(); ++w) {
    // A word without a count (from a vector file, for example) counts as seen once.
    const double count =
        w < word_counts_.size() ? std::max(1.0, static_cast<double>(word_counts_[w])) : 1.0;
    const auto column = static_cast<Index>(w);
    product[w] = double(forward[column]) * double(backward[column]) / count;
    sum += product[w];
  }
  RowVector<float> probabilities = RowVector<float>::Zero(classes());
  for (std::size_t w = 0; w < product.size(); ++w) {
    probabilities[static_cast<Index>(w)] = static_cast<float>(product[w] / sum);
  }
  return probabilities;
}

template <class S>
std::vector<std::vector<double>> Elmo<S>::score(std::span<const WordIds> sentences,
                                                Direction direction) const {
  std::vector<std::vector<double>> scores(sentences.size());
  Pass pass;
  std::vector<double> found;
  detail::for_each_group(sentences, /*one_by_one=*/false, [&](const detail::Group& group) {
    read_sentences(group.batch, direction, static_cast<std::int32_t>(shape_.vocabulary),
                   pass.tokens);
    read(direction, group.batch.batch, nullptr, pass);
    found.clear();
    log_probabilities(pass.top, pass.tokens.targets, found);
    const auto batch = group.members.size();
    const auto steps = static_cast<std::size_t>(group.batch.steps) + 1;
    for (std::size_t b = 0; b < batch; ++b) {
      std::vector<double>& score = scores[group.members[b]];
      score.resize(steps);
      for (std::size_t t = 0; t < steps; ++t) {
        score[direction == kForward ? t : steps - 1 - t] = found[t * batch + b];
      }
    }
  });
  return scores;
}

template <class S>
std::vector<std::vector<double>> Elmo<S>::score(std::span<const WordIds> sentences) const {
  return score(sentences, kForward);
}

template <class S>
std::vector<std::vector<double>> Elmo<S>::score_backward(std::span<const WordIds> sentences) const {
  return score(sentences, kBackward);
}

template <class S>
std::vector<std::vector<Matrix<float>>> Elmo<S>::context_vectors(std::span<const WordIds> sentences,
                                                                 ElmoState<S>* carried) const {
  const Index dims = shape_.projection_dim;
  const auto layers = static_cast<std::size_t>(shape_.n_layers) + 1;
  std::vector<std::vector<Matrix<float>>> vectors(sentences.size());
  Pass pass;
  detail::for_each_group(
      sentences, /*one_by_one=*/carried != nullptr, [&](const detail::Group& group) {
        for (const std::size_t s : group.members) {
          vectors[s].assign(layers, Matrix<float>(group.batch.steps, 2 * dims));
        }
        for (const Direction direction : {kForward, kBackward}) {
          read_sentences(group.batch, direction, static_cast<std::int32_t>(shape_.vocabulary),
                         pass.tokens);
          read(direction, group.batch.batch, carried, pass);
          for (std::size_t layer = 0; layer < layers; ++layer) {
            const View<const S> out =
                layer == 0 ? view(std::as_const(pass.x)) : pass.stack.layers[layer - 1].out;
            detail::hand_out(group, direction, out,
                             [&](std::size_t s) -> Matrix<float>& { return vectors[s][layer]; });
          }
        }
      });
  return vectors;
}

template <class S>
Matrix<float> Elmo<S>::token_vectors() const {
  const auto vocabulary = static_cast<std::int32_t>(shape_.vocabulary);
  Matrix<float> vectors(shape_.vocabulary, shape_.projection_dim);
  ElmoTokensCache<S> cache;
  Matrix<S> x;
  std::vector<std::int32_t> ids;
  constexpr std::int32_t kWordsTogether = 256;
  for (std::int32_t first = 0; first < vocabulary; first += kWordsTogether) {
    ids.resize(static_cast<std::size_t>(std::min(kWordsTogether, vocabulary - first)));
    std::iota(ids.begin(), ids.end(), first);
    tokens_.forward(ids, cache, x);
    vectors.middleRows(first, x.rows()) = x.template cast<float>();
  }
  return vectors;
}

template class Elmo<float>;
template class Elmo<double>;  // slopes are measured in double precision (inside/)

}  // namespace preformer
