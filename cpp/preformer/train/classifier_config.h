// What defines the training of a classifier. Same weights + same examples + same config = same
// bits.
#pragma once

#include <cstdint>

#include "preformer/base/names.h"
#include "preformer/optim/kinds.h"

namespace preformer {

struct ClassifierConfig {
  int epochs = 2;           // passes over the examples
  int min_steps = 0;        // more passes where these would make fewer steps than this
  int batch = 32;           // examples a step
  double alpha = 0.002;     // initial learning rate; Adam's own suggestion is 0.001
  double min_alpha = 1e-5;  // floor of the linear decay
  OptimiserKind optimiser = OptimiserKind::kAdam;
  Schedule schedule = Schedule::kLinear;
  double weight_decay = 0;
  double clip_norm = 0;  // largest norm of all gradients together; 0: none
  // Gradual unfreezing (ULMFiT, arXiv:1801.06146 §3.3): the head alone learns first, then one layer
  // more from the top, and so on. There a layer joins after each epoch; here, where an epoch of a
  // handful of examples is a step or two, the layers join over the first half of the run.
  bool gradual = false;
  std::uint64_t seed = 1;

  /// Throws BadParameter naming the first field out of range, its value and the range.
  void validate() const;
};

/// Every field but the seed, as visit_fields() of TrainConfig.
template <class Config, class F>
  requires requires(Config& config) { config.gradual; }
void visit_fields(Config& c, F&& f) {
  f("epochs", c.epochs, 1, 10000);
  f("minSteps", c.min_steps, 0, 1000000);
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
