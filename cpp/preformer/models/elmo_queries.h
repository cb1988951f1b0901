// What a trained ELMo answers: the other half of elmo.cpp, the only file that includes this one.
#pragma once

#include <algorithm>
#include <numeric>

#include "preformer/models/elmo.h"
#include "preformer/models/elmo_groups.h"
#include "preformer/nn/softmax_cross_entropy.h"
#include "preformer/text/sentence_boundaries.h"

namespace preformer {

template <class S>
RowVector<float> Elmo<S>::predict(Direction direction, WordIds words) const {
  Reading reading;
  read_sentences({static_cast<Index>(words.size()), 1, words}, direction,
                 static_cast<std::int32_t>(shape_.vocabulary), reading.tokens);
  read(direction, 1, nullptr, reading);
  Matrix<S> logits;
  softmax_.forward(reading.top.rows_from(reading.top.rows - 1, 1), logits);
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
    // A word without a count (of a file, say) is taken as seen once.
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
  Reading reading;
  std::vector<double> found;
  detail::for_each_group(sentences, /*one_by_one=*/false, [&](const detail::Group& group) {
    read_sentences(group.batch, direction, static_cast<std::int32_t>(shape_.vocabulary),
                   reading.tokens);
    read(direction, group.batch.batch, nullptr, reading);
    found.clear();
    log_probabilities(reading.top, reading.tokens.targets, found);
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
  Reading reading;
  detail::for_each_group(
      sentences, /*one_by_one=*/carried != nullptr, [&](const detail::Group& group) {
        for (const std::size_t s : group.members) {
          vectors[s].assign(layers, Matrix<float>(group.batch.steps, 2 * dims));
        }
        for (const Direction direction : {kForward, kBackward}) {
          read_sentences(group.batch, direction, static_cast<std::int32_t>(shape_.vocabulary),
                         reading.tokens);
          read(direction, group.batch.batch, carried, reading);
          for (std::size_t layer = 0; layer < layers; ++layer) {
            const View<const S> out =
                layer == 0 ? view(std::as_const(reading.x)) : reading.stack.layers[layer - 1].out;
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

}  // namespace preformer
