#include "preformer/query/layer_view.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "preformer/kernels/losses.h"

namespace preformer {

namespace {

constexpr std::array<Name<Directions>, 3> kDirectionNames{{{Directions::kBoth, "both"},
                                                           {Directions::kForward, "forward"},
                                                           {Directions::kBackward, "backward"}}};

[[noreturn]] void refuse_layer(std::string_view text, int top_layer) {
  const std::string permitted = "0 to " + std::to_string(top_layer) + ", mix";
  throw Error(ErrorCode::kBadParameter, "There is no such layer. Take one of: " + permitted + ".",
              {"layer", std::string(text), permitted});
}

Matrix<float> mix(std::span<const Matrix<float>> layers, const LayerView& view) {
  std::vector<float> s = view.weights;
  if (s.empty()) s.assign(layers.size(), 0.0f);
  bool finite = std::isfinite(view.gamma);
  for (const float w : s) finite = finite && std::isfinite(w);
  if (s.size() != layers.size() || !finite) {
    throw Error(ErrorCode::kBadParameter,
                "The mix needs one finite weight for each layer, " + std::to_string(layers.size()) +
                    " in all, and a finite gamma.",
                {"weights", std::to_string(s.size()), std::to_string(layers.size()) + " numbers"});
  }
  softmax_row(s.data(), static_cast<Index>(s.size()));
  Matrix<float> sum = Matrix<float>::Zero(layers[0].rows(), layers[0].cols());
  for (std::size_t j = 0; j < layers.size(); ++j) sum += (view.gamma * s[j]) * layers[j];
  return sum;
}

}  // namespace

Names<Directions> direction_names() { return kDirectionNames; }

int parse_layer(std::string_view text, int top_layer) {
  if (text == "mix") return LayerView::kMix;
  int layer = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), layer);
  if (error != std::errc() || end != text.data() + text.size() || layer < 0 || layer > top_layer) {
    refuse_layer(text, top_layer);
  }
  return layer;
}

Matrix<float> select_vectors(std::span<const Matrix<float>> layers, const LayerView& view) {
  const int top = static_cast<int>(layers.size()) - 1;
  if (view.layer < LayerView::kMix || view.layer > top) {
    refuse_layer(std::to_string(view.layer), top);
  }
  Matrix<float> chosen = view.layer == LayerView::kMix
                             ? mix(layers, view)
                             : layers[static_cast<std::size_t>(view.layer)];
  const Index half = chosen.cols() / 2;
  if (view.direction == Directions::kForward) return chosen.leftCols(half);
  if (view.direction == Directions::kBackward) return chosen.rightCols(half);
  return chosen;
}

}  // namespace preformer
