// Once warm, a training step allocates nothing. Counted is every malloc of the process, from which
// operator new and Eigen's matrices take their memory: the address sanitizer calls a hook for each.
#include "catch.h"

#ifdef PREFORMER_SANITIZE

#include <atomic>
#include <memory>
#include <vector>

#include "preformer/models/cbow.h"
#include "preformer/models/elmo.h"
#include "preformer/models/nnlm.h"
#include "preformer/models/skip_gram.h"
#include "preformer/optim/adam.h"
#include "preformer/optim/clip.h"

// <sanitizer/allocator_interface.h>, which not every compiler installs.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*)(const volatile void*,
                                                                  std::size_t),
                                                         void (*)(const volatile void*));

using namespace preformer;

namespace {

std::atomic<int> allocations{0};

void count_allocation(const volatile void*, std::size_t) { ++allocations; }
void ignore_release(const volatile void*) {}

bool is_counting() {
  static const int hooks =
      __sanitizer_install_malloc_and_free_hooks(count_allocation, ignore_release);
  return hooks != 0;
}

/// How often f allocates.
template <class F>
int count_allocations(F&& f) {
  REQUIRE(is_counting());
  const int before = allocations;
  f();
  return allocations - before;
}

/// The whole update of a trainer: gradients, their norm, Adam.
template <class Model, class F>
int count_in_step(Model& model, F&& add_gradients) {
  const std::vector<Parameter<float>*> parameters = model.parameters();
  Adam<float> adam(parameters, {});
  const auto step = [&] {
    for (Parameter<float>* p : parameters) p->zero_grad();
    add_gradients();
    clip_by_global_norm<float>(parameters, 1.0);
    adam.step(parameters, 0.001f);
  };
  step();
  step();
  return count_allocations(step);
}

constexpr Index kWords = 40;

std::vector<std::int32_t> random_ids(std::size_t count, Rng& rng) {
  std::vector<std::int32_t> ids(count);
  for (std::int32_t& id : ids) id = static_cast<std::int32_t>(rng.below(kWords));
  return ids;
}

std::unique_ptr<OutputLayer<float>> make_output(bool hierarchical) {
  std::vector<std::uint64_t> counts;
  for (std::uint64_t i = 0; i < kWords; ++i) counts.push_back(100 - i);
  if (hierarchical) return std::make_unique<HierarchicalSoftmax<float>>(counts, 20);
  return std::make_unique<NegativeSampling<float>>(counts, 20, 5, 0.75);
}

int count_in_windows(Word2Vec<float>& model, Rng& rng) {
  Word2VecScratch<float> scratch;
  const std::vector<std::int32_t> contexts = random_ids(8, rng);
  const auto step = [&] {
    for (std::int32_t centre = 0; centre < kWords; ++centre) {
      model.step(contexts, centre, 0.05f, rng, scratch);
    }
  };
  step();
  return count_allocations(step);
}

}  // namespace

TEST_CASE("the counter sees what is allocated", "[models][allocation]") {
  CHECK(count_allocations([] {}) == 0);
  CHECK(count_allocations([] { std::make_unique<int>(1); }) == 1);
  Matrix<float> m;
  CHECK(count_allocations([&] { m.resize(30, 7); }) == 1);
  CHECK(count_allocations([&] { m.resize(7, 30); }) == 0);
}

TEST_CASE("NNLM: a step allocates nothing once warm", "[models][nnlm][allocation]") {
  Rng rng(1);
  const bool direct = GENERATE(false, true);
  Nnlm<float> model(
      {.vocabulary = kWords, .vector_size = 9, .context = 3, .hidden = 13, .direct = direct}, rng);
  const auto contexts = random_ids(8 * 3, rng), targets = random_ids(8, rng);
  CHECK(count_in_step(model, [&] { model.gradients(contexts, targets, 0.125f); }) == 0);
}

TEST_CASE("ELMo: a step allocates nothing once warm", "[models][elmo][allocation]") {
  Rng rng(2);
  const int dropout = GENERATE(0, 1), carry = GENERATE(0, 1);
  ElmoShape shape{.vocabulary = kWords, .n_layers = 2, .projection_dim = 10, .dim = 12};
  shape.dropout = 0.25 * dropout;
  shape.n_negative_samples_batch = 0;
  shape.char_cnn.reset();
  Elmo<float> model(shape, {}, rng);
  const std::vector<std::int32_t> ids = random_ids(6 * 5, rng);
  ElmoState<float> state = model.zero_state(5);
  CHECK(count_in_step(model, [&] {
          model.gradients(SentenceBatch{6, 5, ids}, rng, 0.1f, carry == 1 ? &state : nullptr);
        }) == 0);
}

TEST_CASE("Skip-gram and CBOW: a window allocates nothing once warm", "[models][allocation]") {
  const bool hierarchical = GENERATE(false, true);
  Rng rng(5);
  SkipGram<float> skip_gram(kWords, 20, make_output(hierarchical), rng);
  Cbow<float> cbow(kWords, 20, make_output(hierarchical), 5.0f, rng);
  CHECK(count_in_windows(skip_gram, rng) == 0);
  CHECK(count_in_windows(cbow, rng) == 0);
}

#endif
