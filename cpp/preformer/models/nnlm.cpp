#include "preformer/models/nnlm.h"

#include <algorithm>

#include "preformer/base/fast_math.h"
#include "preformer/nn/softmax_cross_entropy.h"
#include "preformer/text/sentence_boundaries.h"

namespace preformer {

namespace {

// The paper says "small random" only. Held-out perplexity on the toy corpora: 3.2 with ±0.1, 3.3
// with ±0.5, 3.4 with ±1. H, U and W start as in Glorot & Bengio 2010.
constexpr double kEmbeddingBound = 0.1;

constexpr std::size_t kScoredTogether = 64;  // examples of a batch in score()

// The most logits at a time, 16 MB in float. Larger batches are computed in parts.
constexpr Index kMostLogits = Index{1} << 22;

/// a = tanh(a), entry by entry.
template <class S>
void apply_tanh(Matrix<S>& a) {
  constexpr int W = Simd<S>::kWidth;
  S* const data = a.data();
  Index i = 0;
  for (; i + W <= a.size(); i += W) store<S>(data + i, math::tanh<S>(load<S>(data + i)));
  for (; i < a.size(); ++i) data[i] = math::tanh<S>(data[i]);
}

}  // namespace

template <class S>
Nnlm<S>::Nnlm(const NnlmShape& shape, Rng& rng)
    : shape_(shape),
      embedding_("embedding",
                 uniform<S>(shape.vocabulary + 2, shape.vector_size, kEmbeddingBound, rng)),
      hidden_("hidden", shape.context * shape.vector_size, shape.hidden, rng),
      output_("output", shape.hidden, shape.vocabulary + 2, rng) {
  if (shape.direct) {
    direct_.emplace("direct", shape.context * shape.vector_size, shape.vocabulary + 2, rng,
                    /*bias=*/false);
  }
  if (shape.samples > 0 && shape.samples < classes()) {
    eigen_assert(!shape.direct);
    sampled_.emplace(classes(), shape.samples);
    output_.weight().sparse = true;  // only the rows of targets and samples have gradients
    output_.weight().make_grad();
  }
}

template <class S>
std::vector<Parameter<S>*> Nnlm<S>::parameters() {
  std::vector<Parameter<S>*> all{&embedding_.weight()};
  for (auto* p : hidden_.parameters()) all.push_back(p);
  for (auto* p : output_.parameters()) all.push_back(p);
  if (direct_) all.push_back(&direct_->weight());
  return all;
}

template <class S>
void Nnlm<S>::forward_hidden(std::span<const std::int32_t> contexts, Batch& batch) const {
  embedding_.forward(contexts, batch.inputs);
  const View<const S> x = as_examples<const S>(
      batch.inputs.data(), static_cast<Index>(contexts.size()) / shape_.context);
  hidden_.forward(x, batch.hidden);
  apply_tanh(batch.hidden);
}

template <class S>
void Nnlm<S>::forward(std::span<const std::int32_t> contexts, Batch& batch) const {
  forward_hidden(contexts, batch);
  output_.forward(batch.hidden, batch.logits);
  if (!direct_) return;
  direct_->forward(as_examples<const S>(batch.inputs.data(), batch.hidden.rows()), batch.logits,
                   Into::kAdd);
}

/// From dy (batch.logits after the loss) back to C:
///   da = dy U     do = (1 − a²) ∘ da, for a = tanh(o)     dx = do H (+ dy W)
template <class S>
void Nnlm<S>::backward(std::span<const std::int32_t> contexts, Batch& batch) {
  output_.backward(batch.hidden, batch.logits, batch.dhidden);
  backward_hidden(contexts, batch);
}

/// The same from da on.
template <class S>
[[gnu::noinline]] void Nnlm<S>::backward_hidden(std::span<const std::int32_t> contexts,
                                                Batch& batch) {
  const Matrix<S>& dy = batch.logits;
  const Index examples = batch.dhidden.rows();
  const View<const S> x = as_examples<const S>(batch.inputs.data(), examples);

  batch.dhidden.array() *= S(1) - batch.hidden.array().square();

  if (embedding_.weight().frozen) {
    hidden_.gather(x, batch.dhidden);
    if (direct_) direct_->gather(x, dy);
    return;
  }
  batch.dinputs.resize(batch.inputs.rows(), batch.inputs.cols());
  const View<S> dx = as_examples<S>(batch.dinputs.data(), examples);
  hidden_.backward(x, batch.dhidden, dx);
  if (direct_) direct_->backward(x, dy, dx, Into::kAdd);
  embedding_.backward(contexts, batch.dinputs);
}

template <class S>
double Nnlm<S>::gradients(std::span<const std::int32_t> contexts,
                          std::span<const std::int32_t> targets, S scale, Rng& rng) {
  eigen_assert(contexts.size() == targets.size() * static_cast<std::size_t>(shape_.context));
  const auto width = static_cast<std::size_t>(shape_.context);
  const Index answers = sampled_ ? shape_.samples + 1 : classes();
  const auto most = static_cast<std::size_t>(std::max<Index>(1, kMostLogits / answers));
  double nats = 0;
  for (std::size_t first = 0; first < targets.size(); first += most) {
    const std::size_t count = std::min(most, targets.size() - first);
    const auto part = contexts.subspan(first * width, count * width);
    if (sampled_) {
      forward_hidden(part, batch_);
      nats += sampled_->gradients(batch_.hidden, targets.subspan(first, count), scale,
                                  output_.weight(), output_.bias(), batch_.dhidden, rng);
      backward_hidden(part, batch_);
      continue;
    }
    forward(part, batch_);
    nats += softmax_cross_entropy(batch_.logits, targets.subspan(first, count), scale);
    backward(part, batch_);
  }
  return nats;
}

template <class S>
void Nnlm<S>::append_context(WordIds before, std::vector<std::int32_t>& contexts) const {
  const auto width = static_cast<std::size_t>(shape_.context);
  const std::size_t known = std::min(before.size(), width);
  contexts.insert(contexts.end(), width - known,
                  begin_id(static_cast<std::int32_t>(shape_.vocabulary)));
  contexts.insert(contexts.end(), before.end() - static_cast<std::ptrdiff_t>(known), before.end());
}

template <class S>
RowVector<float> Nnlm<S>::next_word(WordIds before) const {
  std::vector<std::int32_t> contexts;
  append_context(before, contexts);
  Batch batch;
  forward(contexts, batch);
  softmax_row(batch.logits.data(), classes());
  return batch.logits.row(0).template cast<float>();
}

template <class S>
std::vector<std::vector<double>> Nnlm<S>::score(std::span<const WordIds> sentences) const {
  Batch batch;
  std::vector<std::int32_t> contexts, targets;
  std::vector<double> found;  // of all sentences, one after the other
  const auto flush = [&] {
    if (targets.empty()) return;
    forward(contexts, batch);
    for (Index n = 0; n < batch.logits.rows(); ++n) {
      S* const row = batch.logits.data() + n * classes();
      const auto logit = double(row[targets[static_cast<std::size_t>(n)]]);
      found.push_back(logit - softmax_row(row, classes()));
    }
    contexts.clear();
    targets.clear();
  };
  for (const WordIds sentence : sentences) {
    for (std::size_t at = 0; at <= sentence.size(); ++at) {
      append_context(sentence.first(at), contexts);
      targets.push_back(at < sentence.size()
                            ? sentence[at]
                            : end_id(static_cast<std::int32_t>(shape_.vocabulary)));
      if (targets.size() == kScoredTogether) flush();
    }
  }
  flush();

  std::vector<std::vector<double>> scores;
  auto from = found.begin();
  for (const WordIds sentence : sentences) {
    const auto to = from + static_cast<std::ptrdiff_t>(sentence.size() + 1);
    scores.emplace_back(from, to);
    from = to;
  }
  return scores;
}

template class Nnlm<float>;
template class Nnlm<double>;  // slopes are measured in double precision (inside/)

}  // namespace preformer
