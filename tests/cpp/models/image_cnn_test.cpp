#include "preformer/models/image_cnn.h"

#include "../nn/golden.h"
#include "../query/fixtures.h"
#include "catch.h"
#include "numeric_gradient.h"
#include "preformer/optim/adam.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

#include "../nn/image_golden.inc"

constexpr std::size_t kHead = 3, kTop = 4;

ImageCnnShape small(double dropout = 0) {
  return {.height = 10,
          .width = 12,
          .filters1 = 2,
          .filters2 = 3,
          .kernel = 3,
          .hidden = 4,
          .classes = 3,
          .dropout = dropout};
}

template <class S>
std::vector<Parameter<S>*> parameters(ImageCnn<S>& cnn) {
  std::vector<Parameter<S>*> all;
  for (const auto& layer : cnn.layers()) {
    all.insert(all.end(), layer.parameters.begin(), layer.parameters.end());
  }
  return all;
}

template <class S>
std::vector<View<const S>> rows(const Matrix<S>& m) {
  std::vector<View<const S>> views;
  for (Index n = 0; n < m.rows(); ++n) views.push_back(view(m).rows_from(n, 1));
  return views;
}

/// Bars that stand (class 0) or lie (class 1), anywhere, on noise.
void draw_bars(Matrix<float>& images, std::vector<std::int32_t>& labels, Rng& rng) {
  images = random_matrix<float>(images.rows(), images.cols(), rng, 0.2f);
  labels.clear();
  for (Index n = 0; n < images.rows(); ++n) {
    const auto lies = static_cast<std::int32_t>(rng.below(2));
    const Index at = rng.below(10);
    for (Index i = 0; i < 10; ++i) images(n, lies ? at * 12 + i : i * 12 + at) += 1;
    labels.push_back(lies);
  }
}

}  // namespace

TEST_CASE("ImageCnn: gradients equal central differences, wherever they end",
          "[models][gradient]") {
  const double dropout = GENERATE(0.0, 0.4);
  Rng rng{42};
  ImageCnn<double> cnn(small(dropout), rng);
  for (auto* p : parameters(cnn)) {  // no bias at a kink
    p->value += random_matrix<double>(p->value.rows(), p->value.cols(), rng, 0.2);
  }
  const Matrix<double> pixels = random_matrix<double>(4, 120, rng);
  const std::vector<std::int32_t> targets{2, 0, 1, 1};
  const double scale = 0.25;

  for (std::size_t lowest = 0; lowest <= kHead; ++lowest) {
    for (std::size_t from = 0; from <= lowest; ++from) {
      CAPTURE(from, lowest);
      std::vector<Matrix<double>> features;
      cnn.forward(rows(pixels), 0, from, features);
      std::vector<View<const double>> x;
      for (const Matrix<double>& feature : features) x.push_back(view(feature));
      const auto loss = [&] {
        Rng same{7};  // the same units are dropped at every call
        return scale * cnn.gradients(x, from, lowest, targets, same, scale).nats;
      };
      const auto all = parameters(cnn);
      for (auto* p : all) p->zero_grad();
      loss();
      std::vector<Matrix<double>> found;
      for (auto* p : all) found.push_back(p->grad);
      for (std::size_t n = 0; n < all.size(); ++n) {
        CAPTURE(all[n]->name);
        if (n / 2 < lowest) {  // two parameters a layer
          CHECK(found[n].isZero(0));
        } else {
          CHECK(found[n].norm() > 0);
          CHECK(relative_error(found[n], numeric_gradient(all[n]->value, loss)) < 1e-7);
        }
      }
    }
  }
}

TEST_CASE("ImageCnn: PyTorch's logits, loss and gradients", "[models][golden]") {
  Rng rng{1};
  ImageCnn<double> cnn(small(), rng);
  const double* from = kParameters;
  for (auto* p : parameters(cnn)) {
    p->value = golden::matrix(from, p->value.rows(), p->value.cols());
    from += p->value.size();
  }
  REQUIRE(from == std::end(kParameters));
  const Matrix<double> images = golden::matrix(kImages, 3, 120);
  std::vector<Matrix<double>> logits;
  cnn.forward(rows(images), 0, kTop, logits);
  for (Index n = 0; n < 3; ++n) {
    CHECK(golden::difference(logits[n], golden::matrix(kLogits + 3 * n, 1, 3)) < 1e-12);
  }
  const ClassifierLoss loss = cnn.gradients(rows(images), 0, 0, kTargets, rng, 1.0 / 3);
  CHECK(loss.nats == Approx(kNats).epsilon(1e-12));
  const double* gradient = kGradients;
  for (auto* p : parameters(cnn)) {
    CAPTURE(p->name);
    const auto expected = golden::matrix(gradient, p->grad.rows(), p->grad.cols());
    CHECK(golden::difference(p->grad, expected) < 1e-12);
    gradient += p->grad.size();
  }
}

TEST_CASE("ImageCnn: an image's numbers depend neither on its company nor on where it starts",
          "[models]") {
  Rng rng{2};
  const ImageCnn<float> cnn({.classes = 5}, rng);
  const Matrix<float> images = random_matrix<float>(70, 28 * 28, rng);
  std::vector<Matrix<float>> together, alone, features, rest;
  cnn.forward(rows(images), 0, kTop, together);
  REQUIRE(together.size() == 70);
  for (const Index n : {0, 3, 63, 64, 69}) {
    cnn.forward(std::vector{view(images).rows_from(n, 1)}, 0, kTop, alone);
    CHECK(alone[0] == together[n]);
  }
  for (std::size_t level = 0; level <= kTop; ++level) {
    cnn.forward(rows(images), 0, level, features);
    std::vector<View<const float>> x;
    for (const Matrix<float>& feature : features) x.push_back(view(feature));
    cnn.forward(x, level, kTop, rest);
    CHECK(rest == together);
  }
}

TEST_CASE("ImageCnn: frozen layers gather nothing, what lies below them still learns", "[models]") {
  Rng rng{3};
  Rng again{3};
  ImageCnn<double> cnn(small(), rng), same(small(), again);
  const Matrix<double> images = random_matrix<double>(2, 120, rng);
  const std::vector<std::int32_t> targets{0, 1};
  const auto mine = parameters(cnn), others = parameters(same);
  mine[2]->frozen = mine[3]->frozen = true;  // conv2
  cnn.gradients(rows(images), 0, 0, targets, rng, 1);
  same.gradients(rows(images), 0, 0, targets, rng, 1);
  for (std::size_t n = 0; n < mine.size(); ++n) {
    CAPTURE(mine[n]->name);
    if (mine[n]->frozen) {
      CHECK(mine[n]->grad.isZero(0));
    } else {
      CHECK(mine[n]->grad == others[n]->grad);
    }
  }
}

TEST_CASE("ImageCnn: learns to tell bars that stand from bars that lie", "[models]") {
  Rng rng{42};
  ImageCnn<float> cnn({.height = 12,
                       .width = 12,
                       .filters1 = 4,
                       .filters2 = 4,
                       .kernel = 3,
                       .hidden = 8,
                       .classes = 2},
                      rng);
  Adam<float> adam(parameters(cnn), {});
  Matrix<float> images(16, 144);
  std::vector<std::int32_t> labels;
  for (int step = 0; step < 60; ++step) {
    draw_bars(images, labels, rng);
    for (auto* p : parameters(cnn)) p->zero_grad();
    cnn.gradients(rows(images), 0, 0, labels, rng, 1.0f / 16);
    adam.step(parameters(cnn), 0.01f);
  }
  images.resize(200, 144);
  draw_bars(images, labels, rng);
  std::vector<Matrix<float>> logits;
  cnn.forward(rows(images), 0, kTop, logits);
  int correct = 0;
  for (std::size_t n = 0; n < 200; ++n) correct += (logits[n](0, 1) > logits[n](0, 0)) == labels[n];
  CHECK(correct >= 198);
}

TEST_CASE("ImageCnn: a new head leaves the layers below as they are", "[models]") {
  Rng rng{4};
  ImageCnn<float> cnn({.classes = 5}, rng);
  const Matrix<float> image = random_matrix<float>(1, 28 * 28, rng);
  std::vector<Matrix<float>> before, after, logits;
  cnn.forward(rows(image), 0, kHead, before);
  cnn.replace_head(3, rng);
  cnn.forward(rows(image), 0, kHead, after);
  cnn.forward(rows(image), 0, kTop, logits);
  CHECK(before == after);
  CHECK(cnn.classes() == 3);
  CHECK(logits[0].cols() == 3);
  CHECK(cnn.layers()[kHead].parameters[0]->value.rows() == 3);
  CHECK(fixtures::error_of([&] { cnn.replace_head(1, rng); }).name() == "classes");
  CHECK(cnn.classes() == 3);
}

TEST_CASE("ImageCnn: layers by name, filters and feature maps", "[models]") {
  Rng rng{5};
  ImageCnn<float> cnn({.classes = 5}, rng);
  const char* names[] = {"conv1", "conv2", "hidden", "head"};
  const Matrix<float> image = random_matrix<float>(1, 28 * 28, rng);
  const auto maps = cnn.feature_maps(view(image));
  REQUIRE(cnn.layers().size() == kTop);
  REQUIRE(maps.size() == kTop);
  for (std::size_t l = 0; l < kTop; ++l) {
    CHECK(cnn.layers()[l].name == names[l]);
    CHECK(cnn.layers()[l].parameters[0]->name == std::string(names[l]) + ".weight");
    CHECK(cnn.layers()[l].parameters[1]->name == std::string(names[l]) + ".bias");
    std::vector<Matrix<float>> level;
    cnn.forward(rows(image), 0, l + 1, level);
    CHECK(maps[l].layer == names[l]);
    CHECK(Matrix<float>(Eigen::Map<const Matrix<float>>(
              maps[l].values.data(), 1, static_cast<Index>(maps[l].values.size()))) == level[0]);
  }
  CHECK(maps[0].size == ImageSize{12, 12, 12});
  CHECK(maps[1].size == ImageSize{4, 4, 24});
  CHECK(maps[3].size == ImageSize{1, 1, 5});
  CHECK(cnn.filters().rows() == 12);
  CHECK(cnn.filters().cols() == 25);
  CHECK(cnn.general_layers() == 2);
}

TEST_CASE("ImageCnn: impossible shapes are refused by name", "[models][errors]") {
  const auto offender = [](ImageCnnShape shape) {
    Rng rng{1};
    const Error error = fixtures::error_of([&] { ImageCnn<float> cnn(shape, rng); });
    CHECK(error.code() == ErrorCode::kBadParameter);
    return error.name();
  };
  CHECK(offender({.height = 3}) == "height");
  CHECK(offender({.width = 1000}) == "width");
  CHECK(offender({.filters1 = 0}) == "filters");
  CHECK(offender({.filters2 = 257}) == "filters");
  CHECK(offender({.kernel = 0}) == "kernel");
  CHECK(offender({.kernel = 10}) == "kernel");  // 28 → 19 → 9 → 0
  CHECK(offender({.hidden = 0}) == "hidden");
  CHECK(offender({.classes = 1}) == "classes");
  CHECK(offender({.dropout = 1}) == "dropout");
  CHECK(offender({.dropout = -0.1}) == "dropout");
  Rng rng{1};
  CHECK_NOTHROW(ImageCnn<float>({.kernel = 9}, rng));
  CHECK_NOTHROW(ImageCnn<float>({.height = 4, .width = 9, .kernel = 1}, rng));
}

TEST_CASE("ImageCnn: examples of another size are refused", "[models][errors]") {
  Rng rng{6};
  ImageCnn<float> cnn({.classes = 2}, rng);
  const Matrix<float> wrong = Matrix<float>::Zero(1, 27 * 28);
  std::vector<Matrix<float>> y;
  CHECK_THROWS(cnn.forward(rows(wrong), 0, kTop, y));
  CHECK_THROWS(cnn.forward(rows(wrong), 1, kTop, y));
  CHECK_THROWS(cnn.gradients(rows(wrong), 0, 0, std::vector<std::int32_t>{0}, rng, 1));
  const Matrix<float> image = Matrix<float>::Zero(1, 28 * 28);
  CHECK_THROWS(cnn.gradients(rows(image), 0, 0, std::vector<std::int32_t>{2}, rng, 1));
  CHECK_THROWS(cnn.gradients(rows(image), 1, 0, std::vector<std::int32_t>{0}, rng, 1));
}
