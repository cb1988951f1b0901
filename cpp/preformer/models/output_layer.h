// The output side of Word2Vec: which output rows a centre word uses, and the label of each row. The
// three training objectives differ in this only.
//
//   full softmax           all V rows; the centre word's is the target
//   hierarchical softmax   the ~log₂ V inner nodes on the word's Huffman path; label 1 − code
//   negative sampling      the word itself, label 1, and K words of noise, label 0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/base/rng.h"
#include "preformer/kernels/gemm.h"
#include "preformer/kernels/losses.h"
#include "preformer/kernels/row_products.h"
#include "preformer/nn/parameter.h"
#include "preformer/text/huffman.h"
#include "preformer/text/noise_distribution.h"

namespace preformer {

/// The output rows of one window and their labels. Kept from window to window, so that a step
/// allocates nothing. Each thread has its own.
template <class S>
struct OutputChoice {
  std::vector<S*> rows;
  std::vector<S> labels;  // 0 or 1 for every row; full softmax uses `target` instead
  Index target = 0;       // full softmax: the row of the centre word
};

template <class S>
class OutputLayer {
 public:
  /// `rows` output vectors of `dims` numbers, all zero (word2vec.c: syn1, syn1neg).
  OutputLayer(Index rows, Index dims) : weight_{"output.weight", Matrix<S>::Zero(rows, dims)} {}
  virtual ~OutputLayer() = default;

  /// Chooses the rows for this centre word.
  virtual void choose(std::int32_t centre, Rng& rng, OutputChoice<S>& choice) = 0;
  /// Turns logits [rows, chosen] into residuals (kernels/losses.h). Returns the loss in nats.
  virtual double residuals(S* logits, Index rows, const OutputChoice<S>& choice) const {
    return logistic_residuals(logits, rows, static_cast<Index>(choice.labels.size()),
                              choice.labels.data());
  }
  /// P(word | h) of every word, [1, V], for an input h [1, D].
  virtual void probabilities(const S* h, RowVector<S>& p) const = 0;

  Parameter<S>& weight() { return weight_; }
  const Parameter<S>& weight() const { return weight_; }

 protected:
  S* row(std::int32_t id) { return weight_.value.row(id).data(); }
  /// o_i · h for every row i of the weight.
  void logits(const S* h, RowVector<S>& f) const {
    const Matrix<S>& weight = weight_.value;
    f.resize(weight.rows());
    const View<const S> column{h, weight.cols(), 1, 1, 1};
    multiply<S>(view(weight), column, {f.data(), f.size(), 1, 1, 1}, Into::kOverwrite);
  }

  Parameter<S> weight_;
};

/// arXiv:1310.4546 §2.2. A draw of the centre word is repeated: its row already has label 1.
template <class S>
class NegativeSampling final : public OutputLayer<S> {
 public:
  /// `keys`: of the words, for draws that depend on little else (text/keyed_noise.h); may be empty.
  NegativeSampling(std::span<const std::uint64_t> counts, Index dims, int negative,
                   double ns_exponent, std::span<const std::uint64_t> keys = {})
      : OutputLayer<S>(static_cast<Index>(counts.size()), dims),
        noise_(counts, ns_exponent, keys),
        asked_(static_cast<std::size_t>(negative) + 1) {}

  void choose(std::int32_t centre, Rng& rng, OutputChoice<S>& choice) override {
    if (choice.labels.size() != asked_) {  // they are the same for every window
      choice.labels.assign(asked_, S(0));
      choice.labels[0] = S(1);
      choice.rows.resize(asked_);
    }
    choice.rows[0] = this->row(centre);
    for (std::size_t k = 1; k < asked_; ++k) choice.rows[k] = this->row(noise_word(centre, rng));
  }

  /// Trained to its optimum, o_w·h = ln P(w|h) − ln(K·U(w)) with noise U (Levy & Goldberg 2014,
  /// "Neural Word Embedding as Implicit Matrix Factorization", §3.1); hence P ∝ U(w) e^(o_w·h).
  PREFORMER_COLD void probabilities(const S* h, RowVector<S>& p) const override {
    constexpr double kNever = 1e-30;  // in place of 0, for words that never occurred
    this->logits(h, p);
    const std::vector<double> noise = noise_.probabilities();
    for (Index w = 0; w < p.size(); ++w) {
      p[w] += S(math::log(std::max(noise[static_cast<std::size_t>(w)], kNever)));
    }
    softmax_row(p.data(), p.size());
  }

 private:
  // If the centre word makes up nearly all of the noise, redrawing could take very long. After
  // kMaxDraws draws, any other word is taken.
  static constexpr int kMaxDraws = 32;

  std::int32_t noise_word(std::int32_t centre, Rng& rng) const {
    for (int draw = 0; draw < kMaxDraws; ++draw) {
      const std::int32_t word = noise_.sample(rng);
      if (word != centre) return word;
    }
    const auto others = static_cast<std::uint32_t>(this->weight_.value.rows() - 1);
    const auto word = static_cast<std::int32_t>(rng.below(others));
    return word < centre ? word : word + 1;
  }

  NoiseDistribution noise_;
  std::size_t asked_;  // 1 + K
};

/// arXiv:1310.4546 §2.1, nodes and codes as word2vec.c builds them: label = 1 − code.
template <class S>
class HierarchicalSoftmax final : public OutputLayer<S> {
 public:
  HierarchicalSoftmax(std::span<const std::uint64_t> counts, Index dims)
      : OutputLayer<S>(static_cast<Index>(counts.size()) - 1, dims), tree_(counts) {}

  void choose(std::int32_t centre, Rng&, OutputChoice<S>& choice) override {
    const auto path = tree_.path(centre);
    const auto code = tree_.code(centre);
    choice.rows.resize(path.size());
    choice.labels.resize(path.size());
    for (std::size_t n = 0; n < path.size(); ++n) {
      choice.rows[n] = this->row(path[n]);
      choice.labels[n] = S(1 - code[n]);
    }
  }

  /// Π σ(±o_n·h) over the nodes of the word's path; the leaves of a tree sum to 1.
  PREFORMER_COLD void probabilities(const S* h, RowVector<S>& p) const override {
    RowVector<S> f;
    this->logits(h, f);
    p.resize(this->weight_.value.rows() + 1);
    for (Index w = 0; w < p.size(); ++w) {
      const auto path = tree_.path(static_cast<std::int32_t>(w));
      const auto code = tree_.code(static_cast<std::int32_t>(w));
      S product = 1;
      for (std::size_t n = 0; n < path.size(); ++n) {
        product *= math::sigmoid(code[n] == 0 ? f[path[n]] : -f[path[n]]);
      }
      p[w] = product;
    }
  }

 private:
  HuffmanTree tree_;
};

/// p(w | x) = e^(o_w·x) / Σ_v e^(o_v·x), which the other two approximate.
template <class S>
class FullSoftmax final : public OutputLayer<S> {
 public:
  FullSoftmax(Index vocabulary, Index dims) : OutputLayer<S>(vocabulary, dims) {}

  void choose(std::int32_t centre, Rng&, OutputChoice<S>& choice) override {
    choice.target = centre;
    choice.rows.resize(static_cast<std::size_t>(this->weight_.value.rows()));
    S* next = this->weight_.value.data();
    for (S*& row : choice.rows) {
      row = next;
      next += this->weight_.value.cols();
    }
  }

  double residuals(S* logits, Index rows, const OutputChoice<S>& choice) const override {
    return softmax_residuals(logits, rows, this->weight_.value.rows(), choice.target);
  }

  PREFORMER_COLD void probabilities(const S* h, RowVector<S>& p) const override {
    this->logits(h, p);
    softmax_row(p.data(), p.size());
  }
};

}  // namespace preformer
