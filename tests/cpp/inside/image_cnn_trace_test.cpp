// One picture in an image CNN: its numbers are the model's, its gradients the trainer's, and each
// of them agrees with central differences.
#include "preformer/inside/image_cnn_trace.h"

#include "catch.h"
#include "inside/find.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

constexpr std::int32_t kTarget = 2;

/// The height is odd after the first convolution, so pooling leaves a line out.
constexpr ImageCnnShape kShape{.height = 11,
                               .width = 12,
                               .filters1 = 2,
                               .filters2 = 3,
                               .kernel = 3,
                               .hidden = 4,
                               .classes = 3,
                               .dropout = 0};

template <class S>
std::vector<Parameter<S>*> parameters(ImageCnn<S>& cnn) {
  std::vector<Parameter<S>*> all;
  for (const auto& layer : cnn.layers()) {
    all.insert(all.end(), layer.parameters.begin(), layer.parameters.end());
  }
  return all;
}

/// A network and a picture, the same at every call.
template <class S>
struct Setup {
  Rng rng{42};
  ImageCnn<S> cnn{kShape, rng};
  Matrix<S> image;

  Setup() {
    for (auto* p : parameters(cnn)) {  // no bias at a kink
      p->value += random_matrix<S>(p->value.rows(), p->value.cols(), rng, S(0.2));
    }
    image = random_matrix<S>(1, 11 * 12, rng);
  }
  View<const S> picture() const { return view(image); }
};

}  // namespace

TEST_CASE("ImageTrace: gradients of weights equal central differences", "[inside][gradient]") {
  Setup<double> measured, traced;
  const auto trace = trace_image_cnn(traced.cnn, traced.picture(), kTarget, 0.1);
  const auto loss = [&] {
    detail::ImageForward<double> forward;
    forward.run(measured.cnn, measured.picture(), kTarget);
    return forward.loss;
  };
  for (Parameter<double>* p : parameters(measured.cnn)) {
    CAPTURE(p->name);
    const Matrix<double>& gradient = backward_of(trace, p->name).value;
    CHECK(gradient.norm() > 0);
    CHECK(relative_error(gradient, numeric_gradient(p->value, loss)) < 1e-7);
  }
}

TEST_CASE("ImageTrace: gradients of quantities equal central differences", "[inside][gradient]") {
  Setup<double> measured, traced;
  const auto trace = trace_image_cnn(traced.cnn, traced.picture(), kTarget, 0.1);
  for (const char* const name : {"image", "conv1.before", "conv1", "conv2.before", "conv2",
                                 "hidden.before", "hidden", "logits"}) {
    CAPTURE(name);
    const Matrix<double>& gradient = backward_of(trace, name).value;
    const auto loss_at = [&](Index row, Index col, double by) {
      detail::ImageForward<double> forward;
      forward.run(measured.cnn, measured.picture(), kTarget, {{name, row, col}, by});
      return forward.loss;
    };
    Matrix<double> numeric(gradient.rows(), gradient.cols());
    constexpr double h = 1e-5;
    for (Index row = 0; row < numeric.rows(); ++row) {
      for (Index col = 0; col < numeric.cols(); ++col) {
        numeric(row, col) = (loss_at(row, col, h) - loss_at(row, col, -h)) / (2 * h);
      }
    }
    CHECK(numeric.norm() > 0);
    CHECK(relative_error(gradient, numeric) < 1e-7);
  }
}

TEST_CASE("ImageTrace: gradients are the trainer's on a batch of one", "[inside]") {
  Setup<float> trained, traced;
  const auto trace = trace_image_cnn(traced.cnn, traced.picture(), kTarget, 0.1F);
  Rng unused{1};
  const View<const float> picture = trained.picture();
  const auto loss = trained.cnn.gradients({&picture, 1}, 0, 0, {&kTarget, 1}, unused, 1.0F);
  CHECK(trace.loss == Approx(loss.nats).epsilon(1e-6));
  for (const Parameter<float>* p : parameters(trained.cnn)) {
    CAPTURE(p->name);
    CHECK(backward_of(trace, p->name).value == p->grad);
  }
}

TEST_CASE("ImageTrace: its maps are the model's, with their sizes", "[inside]") {
  Setup<float> setup, traced;
  const auto trace = trace_image_cnn(traced.cnn, traced.picture(), kTarget, 0.1F);
  for (const FeatureMap& map : setup.cnn.feature_maps(setup.picture())) {
    CAPTURE(map.layer);
    const std::string name = map.layer == "head" ? "logits" : map.layer;
    const Matrix<float>& found = forward_of(trace, name).value;
    CHECK(std::vector<float>(found.data(), found.data() + found.size()) == map.values);
  }
  CHECK(forward_of(trace, "probabilities").value.sum() == Approx(1));
  REQUIRE(trace.sizes.size() == 5);
  for (const auto& [name, size] : trace.sizes) {
    CAPTURE(name);
    CHECK(forward_of(trace, name).value.rows() == size.places());
    CHECK(forward_of(trace, name).value.cols() == size.channels);
    CHECK(backward_of(trace, name).value.size() == size.numbers());
  }
  CHECK(trace.sizes[1].size == ImageSize{9, 10, 2});
  CHECK(trace.sizes[2].size == ImageSize{4, 5, 2});
}

TEST_CASE("ImageTrace: a frozen layer has a gradient and keeps its weights", "[inside]") {
  Setup<float> open, frozen;
  const auto all = parameters(frozen.cnn);
  for (std::size_t n = 0; n < 4; ++n) all[n]->frozen = true;  // both convolutions
  all[4]->rate = 0.25F;                                       // hidden.weight
  const auto expected = trace_image_cnn(open.cnn, open.picture(), kTarget, 0.1F);
  const auto trace = trace_image_cnn(frozen.cnn, frozen.picture(), kTarget, 0.1F);
  REQUIRE(trace.changes.size() == 8);
  for (std::size_t n = 0; n < 8; ++n) {
    const Change<float>& change = trace.changes[n];
    CAPTURE(change.parameter);
    const Matrix<float>& gradient = backward_of(trace, change.parameter).value;
    CHECK(gradient == backward_of(expected, change.parameter).value);
    CHECK(all[n]->frozen == (n < 4));
    const float rate = n < 4 ? 0 : n == 4 ? 0.25F : 1;
    const Matrix<float> moved = change.before - 0.1F * rate * gradient;
    CHECK((change.after == change.before) == (n < 4));
    CHECK(relative_error(moved, change.after) < 1e-6);
  }
  CHECK(trace.loss == expected.loss);
  CHECK(trace.loss_after < trace.loss);
  CHECK(expected.loss_after != trace.loss_after);
}
