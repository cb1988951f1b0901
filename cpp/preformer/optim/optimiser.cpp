#include "preformer/optim/optimiser.h"

#include "preformer/optim/names.h"

namespace preformer {

namespace {

constexpr std::array kOptimisers{Named<OptimiserKind>{"sgd", OptimiserKind::kSgd},
                                 Named<OptimiserKind>{"adagrad", OptimiserKind::kAdagrad},
                                 Named<OptimiserKind>{"adam", OptimiserKind::kAdam}};

}  // namespace

std::string_view optimiser_name(OptimiserKind kind) { return name_of(kOptimisers, kind); }
OptimiserKind parse_optimiser(std::string_view name) {
  return parse_name(kOptimisers, "optimiser", name);
}

}  // namespace preformer
