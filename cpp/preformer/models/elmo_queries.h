// What a trained ELMo answers: the other half of elmo.cpp, the only file that includes this one.
// Sentences of one length are computed together; their company does not change their results,
// because the order of additions in kernels/gemm.h depends on nothing but a row's own length.
#pragma once

#include <algorithm>
#include <numeric>

#include "preformer/base/sort.h"
#include "preformer/models/elmo.h"
#include "preformer/nn/softmax_cross_entropy.h"
#include "preformer/text/sentence_boundaries.h"

namespace preformer {

namespace detail {

inline constexpr std::size_t kPlacesTogether = 512;  // places of a batch that is only read

/// A few sentences of one length: their numbers, and the batch they make.
struct Group {
  std::span<const std::size_t> members;
  SentenceBatch batch;
};

/// Calls f(Group) until every sentence had its turn; `one_by_one` in the order given.
template <class F>
void for_each_group(std::span<const WordIds> sentences, bool one_by_one, F&& f) {
  const std::vector<std::size_t> order =
      sorted_indices(sentences.size(), [&](std::size_t a, std::size_t b) {
        return !one_by_one && sentences[a].size() < sentences[b].size();
      });
  std::vector<std::int32_t> ids;
  for (std::size_t first = 0; first < order.size();) {
    const std::size_t length = sentences[order[first]].size();
    const std::size_t most =
        one_by_one ? 1 : std::max<std::size_t>(1, kPlacesTogether / (length + 1));
    std::size_t last = first + 1;
    while (last < order.size() && last - first < most && sentences[order[last]].size() == length) {
      ++last;
    }
    const auto members = std::span<const std::size_t>(order).subspan(first, last - first);
    ids.clear();
    for (std::size_t t = 0; t < length; ++t) {
      for (const std::size_t s : members) ids.push_back(sentences[s][t]);
    }
    f(Group{members, {static_cast<Index>(length), static_cast<Index>(members.size()), ids}});
    first = last;
  }
}

}  // namespace detail

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
        const Index batch = group.batch.batch, words = group.batch.steps;
        for (const std::size_t s : group.members) {
          vectors[s].assign(layers, Matrix<float>(words, 2 * dims));
        }
        for (const Direction direction : {kForward, kBackward}) {
          read_sentences(group.batch, direction, static_cast<std::int32_t>(shape_.vocabulary),
                         reading.tokens);
          read(direction, batch, carried, reading);
          for (std::size_t layer = 0; layer < layers; ++layer) {
            const View<const S> out =
                layer == 0 ? view(std::as_const(reading.x)) : reading.stack.layers[layer - 1].out;
            for (Index word = 0; word < words; ++word) {
              const Index step =
                  direction == kForward ? word + 1 : words - word;  // w_k was just read
              for (Index b = 0; b < batch; ++b) {
                const S* const from = out.data + (step * batch + b) * out.row_stride;
                Matrix<float>& to = vectors[group.members[static_cast<std::size_t>(b)]][layer];
                std::transform(from, from + dims, &to(word, direction * dims),
                               [](S value) { return static_cast<float>(value); });
              }
            }
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
