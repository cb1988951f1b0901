// A classifier small enough to reason about: two hidden layers and a head, all linear but a ReLU,
// which counts what it is asked to compute.
#pragma once

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "preformer/models/labelled_examples.h"
#include "preformer/models/layered_classifier.h"
#include "preformer/nn/linear.h"
#include "preformer/nn/softmax_cross_entropy.h"

namespace preformer::test {

class ToyClassifier final : public LayeredClassifier<float> {
 public:
  static constexpr Index kInputs = 6, kHidden = 8;

  ToyClassifier(Index classes, Rng& rng) {
    stack_.emplace_back("first", kInputs, kHidden, rng);
    stack_.emplace_back("second", kHidden, kHidden, rng);
    stack_.emplace_back("head", kHidden, classes, rng);
  }

  std::vector<ClassifierLayer<float>> layers() override {
    return {{"first", stack_[0].parameters()},
            {"second", stack_[1].parameters()},
            {"head", stack_[2].parameters()}};
  }
  Index classes() const override { return stack_[2].out(); }

  void forward(std::span<const Example> x, std::size_t from, std::size_t to,
               std::vector<Matrix<float>>& y) const override {
    if (from == 0 && to > 0) examples_read += x.size();
    y.resize(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      std::vector<Matrix<float>> levels = run(x[i], from, to);
      y[i] = levels.back();
    }
  }

  ClassifierLoss gradients(std::span<const Example> x, std::size_t from, std::size_t lowest,
                           std::span<const std::int32_t> targets, Rng&, float scale) override {
    lowest_asked.push_back(lowest);
    from_asked.push_back(from);
    ClassifierLoss loss;
    for (std::size_t i = 0; i < x.size(); ++i) {
      std::vector<Matrix<float>> levels = run(x[i], from, 3);
      Matrix<float> d = levels.back();
      Index best = 0;
      d.row(0).maxCoeff(&best);
      if (best == targets[i]) ++loss.correct;
      loss.nats += softmax_cross_entropy(d, targets.subspan(i, 1), scale);
      for (std::size_t l = 3; l-- > lowest;) {
        Matrix<float> dx;
        stack_[l].backward(levels[l - from], d, dx);
        if (l > 0) dx = (levels[l - from].array() > 0).select(dx, 0.0f);
        d = dx;
      }
    }
    return loss;
  }

  void replace_head(Index classes, Rng& rng) override {
    stack_[2] = Linear<float>("head", kHidden, classes, rng);
  }

  mutable std::size_t examples_read = 0;  // forward passes from level 0
  std::vector<std::size_t> lowest_asked, from_asked;

 private:
  /// Levels `from` … `to`.
  std::vector<Matrix<float>> run(Example x, std::size_t from, std::size_t to) const {
    std::vector<Matrix<float>> levels;
    levels.push_back(Eigen::Map<const Matrix<float>>(x.data, x.rows, x.cols));
    for (std::size_t l = from; l < to; ++l) {
      Matrix<float> y;
      stack_[l].forward(levels.back(), y);
      if (l < 2) y = y.cwiseMax(0.0f);
      levels.push_back(std::move(y));
    }
    return levels;
  }

  std::vector<Linear<float>> stack_;
};

/// Points around `classes` corners of a cube, `each` of them, and their corners; numbers owned
/// here.
struct Points {
  Points(int classes, int each, std::uint64_t seed, int first_corner = 1) {
    Rng rng(seed);
    for (int n = 0; n < classes * each; ++n) {
      Matrix<float> point(1, ToyClassifier::kInputs);
      for (Index i = 0; i < ToyClassifier::kInputs; ++i) {
        const bool set = ((n % classes + first_corner) >> (i % 3)) & 1;
        point(0, i) = (set ? 1.0f : -1.0f) + 1.6f * (rng.uniform() - 0.5f);
      }
      numbers.push_back(std::move(point));
      labels.push_back(n % classes);
    }
  }
  LabelledExamples examples() const {
    LabelledExamples all;
    for (const Matrix<float>& point : numbers) all.examples.push_back(view(point));
    all.labels = labels;
    return all;
  }

  std::vector<Matrix<float>> numbers;
  std::vector<std::int32_t> labels;
};

}  // namespace preformer::test
