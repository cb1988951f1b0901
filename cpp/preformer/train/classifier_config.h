// What defines the training of a classifier. Same weights + same examples + same config = same
// bits.
#pragma once

#include <cstdint>

#include "preformer/base/names.h"
#include "preformer/optim/kinds.h"

namespace preformer {

struct ClassifierConfig {
  int epochs = 2;           // passes over the examples
  int batch = 32;           // examples a step
  double alpha = 0.002;     // initial learning rate; Adam's own suggestion is 0.001
  double min_alpha = 1e-5;  // floor of the linear decay
  OptimiserKind optimiser = OptimiserKind::kAdam;
  Schedule schedule = Schedule::kLinear;
  double weight_decay = 0;
  double clip_norm = 0;  // largest norm of all gradients together; 0: none
  bool gradual = false;  // the head alone learns first, each epoch one layer more from the top
                         // (ULMFiT, arXiv:1801.06146 §3.3)
  std::uint64_t seed = 1;

  /// Throws BadParameter naming the first field out of range, its value and the range.
  void validate() const;
};

/// Every field but the seed, as visit_fields() of TrainConfig.
template <class Config, class F>
  requires requires(Config& config) { config.gradual; }
void visit_fields(Config& c, F&& f) {
  f("epochs", c.epochs, 1, 10000);
  f("batch", c.batch, 1, 4096);
  f("alpha", c.alpha, 1e-6, 5.0);
  f("minAlpha", c.min_alpha, 0.0, c.alpha);
  f("optimiser", c.optimiser, optimiser_names());
  f("schedule", c.schedule, schedule_names());
  f("weightDecay", c.weight_decay, 0.0, 1.0);
  f("clipNorm", c.clip_norm, 0.0, 1e6);
  f("gradual", c.gradual);
}

}  // namespace preformer
