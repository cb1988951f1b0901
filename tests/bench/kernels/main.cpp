// Micro-benchmarks of the kernels, as one JSON object:
//
//   {build,
//    products: [{name, m, k, n, gflops, peak, typical}],  GFLOP/s of the best rounds; typical: the
//                                                         median share of the peak
//    elementwise: [{name, rows, columns, perSecond}]}     million numbers per second
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "preformer/kernels/gemm.h"
#include "preformer/kernels/losses.h"
#include "preformer/nn/initialisers.h"
#include "preformer/nn/lstm_gates.h"
#include "preformer/optim/adam.h"
#include "timing.h"

using namespace preformer;
using namespace preformer::bench;

namespace {

enum class Form { kPlain, kRightTransposed, kLeftTransposed, kPacked };

struct Product {
  const char* name;
  Index m, k, n;  // [m, k] · [k, n]
  Form form;
  Into into;
};

// The products of a layer  Y = X Wᵀ + b  with `batch` rows.
void add_linear(std::vector<Product>& all, const char* forward, const char* dx, const char* dw,
                Index batch, Index in, Index out) {
  all.push_back({forward, batch, in, out, Form::kRightTransposed, Into::kOverwrite});
  all.push_back({dx, batch, out, in, Form::kPlain, Into::kOverwrite});
  all.push_back({dw, out, batch, in, Form::kLeftTransposed, Into::kAdd});
}

// The products of an LSTM with `batch` sequences of `steps`, kernel [2d, 4h] and projection [h, d].
void add_lstm(std::vector<Product>& all, Index batch, Index steps, Index d, Index h) {
  all.push_back({"lstm inputs", batch * steps, d, 4 * h, Form::kPlain, Into::kOverwrite});
  all.push_back({"lstm recurrent", batch, d, 4 * h, Form::kPacked, Into::kAdd});
  all.push_back({"lstm projection", batch, h, d, Form::kPacked, Into::kOverwrite});
  all.push_back({"lstm dh", batch, 4 * h, d, Form::kPacked, Into::kAdd});
  all.push_back({"lstm dx", batch * steps, 4 * h, d, Form::kRightTransposed, Into::kOverwrite});
  all.push_back({"lstm dW", d, batch * steps, 4 * h, Form::kLeftTransposed, Into::kAdd});
}

std::vector<Product> products() {
  std::vector<Product> all{{"cube", 256, 256, 256, Form::kPlain, Into::kOverwrite}};
  for (const auto& [v, m, h, b] : {std::array<Index, 4>{500, 32, 64, 32}, {5000, 64, 128, 64}}) {
    add_linear(all, "nnlm hidden", "nnlm hidden dX", "nnlm hidden dW", b, 4 * m, h);
    add_linear(all, "nnlm output", "nnlm output dX", "nnlm output dW", b, h, v);
  }
  for (const auto& [v, d, h, b, t] :
       {std::array<Index, 5>{500, 32, 64, 16, 12}, {2000, 64, 128, 32, 20}}) {
    add_lstm(all, b, t, d, h);
    add_linear(all, "bilm softmax", "bilm softmax dX", "bilm softmax dW", b * t, d, v);
  }
  return all;
}

Matrix<float> random_numbers(Index rows, Index cols) {
  Rng rng(1);
  return uniform<float>(rows, cols, 1.0, rng);
}

void print_product(const Product& p, Peak& peak, bool last) {
  const bool left = p.form == Form::kLeftTransposed, right = p.form == Form::kRightTransposed;
  const Matrix<float> a = left ? random_numbers(p.k, p.m) : random_numbers(p.m, p.k);
  const Matrix<float> b = right ? random_numbers(p.n, p.k) : random_numbers(p.k, p.n);
  Matrix<float> c = random_numbers(p.m, p.n);
  const View<const float> x = left ? view(a).transposed() : view(a);
  const View<const float> y = right ? view(b).transposed() : view(b);
  PackedMatrix<float> packed;
  packed.pack(y);
  const double flop = 2.0 * double(p.m) * double(p.k) * double(p.n);
  const auto run = [&] {
    if (p.form == Form::kPacked) return packed.left_multiply(x, view(c), p.into);
    multiply<float>(x, y, view(c), p.into);
  };
  const Speed speed = measure(peak, run, flop);
  std::printf(
      "    {\"name\": \"%s\", \"m\": %d, \"k\": %d, \"n\": %d, \"gflops\": %.1f, \"peak\": %.1f, "
      "\"typical\": %.3f}%s\n",
      p.name, int(p.m), int(p.k), int(p.n), speed.calls * flop * 1e-9, speed.peak, speed.share,
      last ? "" : ",");
}

template <class F>
void print_elementwise(const char* name, Index rows, Index columns, Peak& peak, F&& run,
                       bool last = false) {
  const Speed speed = measure(peak, run, 0);
  std::printf("    {\"name\": \"%s\", \"rows\": %d, \"columns\": %d, \"perSecond\": %.1f}%s\n",
              name, int(rows), int(columns), speed.typical * double(rows * columns) * 1e-6,
              last ? "" : ",");
}

/// to = f(from), one vector at a time.
template <class F>
[[gnu::noinline]] void map(const Matrix<float>& from, Matrix<float>& to, F&& f) {
  for (Index i = 0; i < from.size(); i += Simd<float>::kWidth) {
    store<float>(to.data() + i, f(load<float>(from.data() + i)));
  }
}

void print_functions(Peak& peak) {
  using V = SimdVector<float>;
  constexpr Index kNumbers = 1024;
  const Matrix<float> x = random_numbers(1, kNumbers);
  const Matrix<float> positive = x.array().square() + 1e-3f;
  Matrix<float> y(1, kNumbers);
  const auto print = [&](const char* name, const Matrix<float>& from, auto f) {
    print_elementwise(name, 1, kNumbers, peak, [&] { map(from, y, f); });
  };
  print("exp", x, [](V v) { return math::exp<float>(v); });
  print("tanh", x, [](V v) { return math::tanh<float>(v); });
  print("sigmoid", x, [](V v) { return math::sigmoid<float>(v); });
  print("log", positive, [](V v) { return math::log<float>(v); });
}

void print_softmax(Peak& peak) {
  for (const Index classes : {500, 2000, 5000}) {
    Matrix<float> row = random_numbers(1, classes);
    print_elementwise("softmax row", 1, classes, peak,
                      [&] { softmax_row(row.data(), classes, 0.5f); });
  }
}

void print_gates(Peak& peak) {
  for (const auto& [batch, cells] : {std::array<Index, 2>{16, 64}, {32, 128}}) {
    const Matrix<float> z = random_numbers(batch, 4 * cells), bias = random_numbers(1, 4 * cells);
    const Matrix<float> before = random_numbers(batch, cells), dout = before;
    Matrix<float> gates = z, cell = before, tanh_cell = before, out = before, dcell = before;
    const detail::GateStep<float> step{batch,         cells,        1.0f,
                                       3.0f,          gates.data(), bias.data(),
                                       before.data(), cell.data(),  tanh_cell.data()};
    print_elementwise("lstm gates", batch, cells, peak, [&] {
      std::copy_n(z.data(), z.size(), gates.data());
      detail::lstm_gates_forward(step, out.data());
    });
    print_elementwise("lstm gates backward", batch, cells, peak, [&] {
      std::copy_n(z.data(), z.size(), gates.data());
      detail::lstm_gates_backward(step, dout.data(), dcell.data());
    });
  }
}

void print_adam(Peak& peak) {
  for (const Index rows : {500, 5000}) {
    Parameter<float> weight{"weight", random_numbers(rows, 64)};
    weight.grad = random_numbers(rows, 64);
    Parameter<float>* const list[] = {&weight};
    Adam<float> adam(list, {});
    print_elementwise("adam", rows, 64, peak, [&] { adam.step(list, 1e-4f); }, rows == 5000);
  }
}

}  // namespace

int main() {
  Peak peak;
  std::printf("{\n  \"build\": \"%s\",\n  \"products\": [\n", PREFORMER_BUILD);
  const std::vector<Product> all = products();
  for (const Product& p : all) print_product(p, peak, &p == &all.back());
  std::printf("  ],\n  \"elementwise\": [\n");
  print_functions(peak);
  print_softmax(peak);
  print_gates(peak);
  print_adam(peak);
  std::printf("  ]\n}\n");
}
