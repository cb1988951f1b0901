#include "preformer/models/elmo_classifier.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "preformer/base/sort.h"
#include "preformer/kernels/add_scaled.h"

namespace preformer {

namespace {

constexpr Index kPlacesTogether = 1024;  // of a batch, with padding; bounds its memory

std::vector<std::size_t> in_order(std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

}  // namespace

template <class S>
ElmoClassifier<S>::ElmoClassifier(const ElmoShape& shape, std::vector<std::int32_t> characters,
                                  const ClassifierHead& head, Rng& rng)
    : shape_(shape),
      tokens_(shape, std::move(characters), rng),
      stacks_{ElmoStack<S>("forward", shape, rng), ElmoStack<S>("backward", shape, rng)},
      mix_("mix", shape.n_layers + 1),
      head_(2 * shape.projection_dim, head, rng),
      training_(shape) {}

template <class S>
std::vector<ClassifierLayer<S>> ElmoClassifier<S>::layers() {
  std::vector<ClassifierLayer<S>> layers{{"tokens", tokens_.parameters()}};
  for (std::size_t k = 0; k + 1 < top(); ++k) {
    ClassifierLayer<S> layer{"lstm" + std::to_string(k + 1), stacks_[kForward].parameters(k)};
    for (Parameter<S>* p : stacks_[kBackward].parameters(k)) layer.parameters.push_back(p);
    layers.push_back(std::move(layer));
  }
  layers.push_back({"head", {}});
  for (Parameter<S>* p : mix_.parameters()) layers.back().parameters.push_back(p);
  for (Parameter<S>* p : head_.parameters()) layers.back().parameters.push_back(p);
  return layers;
}

template <class S>
void ElmoClassifier<S>::replace_head(Index classes, Rng& rng) {
  mix_ = ScalarMix<S>("mix", shape_.n_layers + 1);
  head_.replace(classes, rng);
}

/// Loads the examples batch by batch, in the given order, and calls f for each batch.
template <class S>
template <class F>
void ElmoClassifier<S>::for_each_batch(std::span<const Example> x,
                                       std::span<const std::size_t> order, std::size_t from,
                                       Batch& batch, F&& f) const {
  for (std::size_t first = 0; first < order.size();) {
    Index longest = 0;
    std::size_t last = first;
    for (; last < order.size(); ++last) {
      longest = std::max(longest, batch.words_of(x[order[last]], from));
      const Index places = (longest + 1) * static_cast<Index>(last + 1 - first);
      if (last > first && places > kPlacesTogether) break;
    }
    batch.load(x, order.subspan(first, last - first), from);
    f();
    first = last;
  }
}

/// Runs layer 0 … L. `rng` draws the dropout; null for evaluation.
template <class S>
void ElmoClassifier<S>::run(std::size_t layer, Rng* rng, Batch& batch) const {
  if (layer == 0) return tokens_.forward(batch.ids, batch.tokens, batch.x);
  if (layer == 1) batch.begin_sides();
  for (const Direction direction : {kForward, kBackward}) {
    auto& side = batch.sides[direction];
    side.out = stacks_[direction].forward_layer(layer - 1, side.out, batch.size(), nullptr, rng,
                                                side.layers[layer - 1]);
  }
  batch.average(layer);
}

template <class S>
void ElmoClassifier<S>::forward(std::span<const Example> x, std::size_t from, std::size_t to,
                                std::vector<Matrix<S>>& y) const {
  y.resize(x.size());
  if (from == to) {
    for (std::size_t n = 0; n < x.size(); ++n) {
      y[n].resize(x[n].rows, x[n].cols);
      for (Index row = 0; row < x[n].rows; ++row) {
        std::copy_n(x[n].data + row * x[n].row_stride, x[n].cols, &y[n](row, 0));
      }
    }
    return;
  }
  const auto shorter = [&](std::size_t a, std::size_t b) { return x[a].rows < x[b].rows; };
  const std::vector<std::size_t> order = sorted_indices(x.size(), shorter);  // less padding
  Batch batch(shape_);
  Matrix<S> logits;
  for_each_batch(x, order, from, batch, [&] {
    for (std::size_t layer = from; layer < std::min(to, top()); ++layer) run(layer, nullptr, batch);
    if (to <= top()) return batch.store(to, y);
    mix_.forward(batch.means, batch.mixed);
    head_.forward(batch.mixed, logits);
    for (Index b = 0; b < batch.size(); ++b) {
      y[batch.members[static_cast<std::size_t>(b)]] = logits.row(b);
    }
  });
}

template <class S>
ClassifierLoss ElmoClassifier<S>::gradients(std::span<const Example> x, std::size_t from,
                                            std::size_t lowest,
                                            std::span<const std::int32_t> targets, Rng& rng,
                                            S scale) {
  eigen_assert(from <= lowest && lowest <= top() && x.size() == targets.size());
  ClassifierLoss loss;
  Batch& batch = training_;
  // In the given order: so dropout is drawn for the same example from every level `from`.
  for_each_batch(x, in_order(x.size()), from, batch, [&] {
    for (std::size_t layer = from; layer < top(); ++layer) {
      run(layer, layer < lowest ? nullptr : &rng, batch);
    }
    batch.targets.clear();
    for (const std::size_t member : batch.members) batch.targets.push_back(targets[member]);
    mix_.forward(batch.means, batch.mixed);
    const ClassifierLoss some =
        head_.gradients(batch.mixed, batch.targets, rng, scale, &batch.dmixed);
    loss.nats += some.nats;
    loss.correct += some.correct;
    mix_.backward(batch.means, batch.dmixed, batch.dmeans);
    if (lowest < top()) backward(lowest, batch);
  });
  return loss;
}

/// From dm_j to the parameters of the layers `lowest` … L:  dh_{k,j} = dm_j / n + the gradient from
/// layer j + 1.
template <class S>
void ElmoClassifier<S>::backward(std::size_t lowest, Batch& batch) {
  const Index size = batch.size(), dims = shape_.projection_dim;
  for (const Direction direction : {kForward, kBackward}) {
    auto& side = batch.sides[direction];
    side.dout.setZero(batch.steps() * size, dims);
    for (std::size_t layer = top() - 1; layer >= std::max<std::size_t>(lowest, 1); --layer) {
      const Matrix<S>& dmean = batch.dmeans[layer];
      for (Index b = 0; b < size; ++b) {
        const Index words = batch.words[static_cast<std::size_t>(b)];
        for (Index step = 1; step <= words; ++step) {
          add_scaled(&side.dout(step * size + b, 0), &dmean(b, direction * dims), S(1) / S(words),
                     dims);
        }
      }
      stacks_[direction].backward_layer(layer - 1, size, /*dropped=*/true, side.dout,
                                        side.layers[layer - 1], side.din);
      std::swap(side.dout, side.din);
    }
  }
  if (lowest == 0) backward_tokens(batch);
}

/// The reverse of begin_sides(). Places that neither direction reads as part of the sentence are
/// padding; their gradient is zero.
template <class S>
void ElmoClassifier<S>::backward_tokens(Batch& batch) {
  const Index size = batch.size(), dims = shape_.projection_dim;
  batch.dx.setZero(batch.x.rows(), dims);
  for (const Direction direction : {kForward, kBackward}) {
    const Matrix<S>& din = batch.sides[direction].dout;  // backward() has swapped the two
    for (Index b = 0; b < size; ++b) {
      const Index words = batch.words[static_cast<std::size_t>(b)];
      for (Index step = 0; step <= words; ++step) {
        const Index place = direction == kForward ? step : words + 1 - step;
        S* const dx = &batch.dx(place * size + b, 0);
        add_scaled(dx, &din(step * size + b, 0), S(1), dims);
        if (step > 0) {
          add_scaled(dx, &batch.dmeans[0](b, direction * dims), S(1) / S(words), dims);
        }
      }
    }
  }
  tokens_.backward(batch.ids, batch.dx, batch.tokens);
}

template class ElmoClassifier<float>;
#ifdef PREFORMER_DOUBLE
template class ElmoClassifier<double>;
#endif

}  // namespace preformer
