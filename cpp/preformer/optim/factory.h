// Creates an optimiser of a given kind.
#pragma once

#include <memory>

#include "preformer/optim/adagrad.h"
#include "preformer/optim/adam.h"
#include "preformer/optim/kinds.h"
#include "preformer/optim/sgd.h"

namespace preformer {

template <class S>
std::unique_ptr<Optimiser<S>> make_optimiser(OptimiserKind kind,
                                             std::span<Parameter<S>* const> parameters,
                                             const OptimiserOptions& options = {}) {
  switch (kind) {
    case OptimiserKind::kAdagrad: return std::make_unique<Adagrad<S>>(parameters, options);
    case OptimiserKind::kAdam: return std::make_unique<Adam<S>>(parameters, options);
    case OptimiserKind::kSgd: break;
  }
  return std::make_unique<Sgd<S>>(parameters, options);
}

}  // namespace preformer
