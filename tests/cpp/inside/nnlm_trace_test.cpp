// One example of an NNLM: its numbers are the model's, its gradients the trainer's, and each of
// them agrees with central differences.
#include "preformer/inside/nnlm_trace.h"

#include "catch.h"
#include "inside/find.h"
#include "numeric_gradient.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

using Ids = std::vector<std::int32_t>;

constexpr NnlmShape shape(bool direct) { return {7, 5, 3, 6, direct}; }  // V, D, c, h
const Ids kContext{7, 2, 2};  // <s>, and a word that comes twice
constexpr std::int32_t kTarget = 5;

template <class S>
Nnlm<S> model_of(bool direct) {
  Rng rng{3};
  return Nnlm<S>(shape(direct), rng);
}

double loss_of(Nnlm<double>& model) {
  detail::NnlmForward<double> forward;
  forward.run(model, kContext, kTarget);
  return forward.loss;
}

}  // namespace

TEST_CASE("NnlmTrace: gradients equal central differences", "[inside][gradient]") {
  const bool direct = GENERATE(false, true);
  Nnlm<double> model = model_of<double>(direct), copy = model;
  const auto trace = trace_nnlm(copy, kContext, kTarget, 0.1);
  for (Parameter<double>* p : model.parameters()) {
    CAPTURE(p->name);
    const Matrix<double> numeric = numeric_gradient(p->value, [&] { return loss_of(model); });
    CHECK(relative_error(all_rows(backward_of(trace, p->name), p->value.rows()), numeric) < 1e-7);
  }
  // A bias is added to the quantity itself, so their gradients are the same.
  CHECK(backward_of(trace, "logits").value == backward_of(trace, "output.bias").value);
  CHECK(backward_of(trace, "hidden.before").value == backward_of(trace, "hidden.bias").value);
}

TEST_CASE("NnlmTrace: gradients are the trainer's on a batch of one", "[inside]") {
  const bool direct = GENERATE(false, true);
  Nnlm<float> model = model_of<float>(direct), copy = model;
  const auto trace = trace_nnlm(copy, kContext, kTarget, 0.1F);
  const double loss = model.gradients(kContext, {&kTarget, 1}, 1.0F);
  CHECK(trace.loss == Approx(loss).epsilon(1e-6));
  for (const Parameter<float>* p : model.parameters()) {
    CAPTURE(p->name);
    CHECK(all_rows(backward_of(trace, p->name), p->grad.rows()) == p->grad);
  }
}

TEST_CASE("NnlmTrace: probabilities are the model's, and a step lowers the loss", "[inside]") {
  Nnlm<float> model = model_of<float>(true), copy = model;
  const auto trace = trace_nnlm(copy, kContext, kTarget, 0.1F);
  const Matrix<float>& p = forward_of(trace, "probabilities").value;
  CHECK(p.sum() == Approx(1));
  CHECK(p.row(0) == model.next_word(Ids{2, 2}));
  CHECK(-std::log(double(p(0, kTarget))) == Approx(trace.loss).epsilon(1e-5));
  CHECK(trace.loss_after < trace.loss);
  for (const Change<float>& change : trace.changes) {
    CAPTURE(change.parameter);
    const Matrix<float> moved = change.before - 0.1F * backward_of(trace, change.parameter).value;
    CHECK(relative_error(moved, change.after) < 1e-6);
  }
}
