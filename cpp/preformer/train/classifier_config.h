// The settings of a classifier's training. Equal weights, examples and settings give equal bits.
#pragma once

#include <cstdint>

#include "preformer/base/names.h"
#include "preformer/optim/kinds.h"

namespace preformer {

struct ClassifierConfig {
  int epochs = 2;           // passes over the examples
  int min_steps = 0;        // more passes if `epochs` would make fewer steps than this
  int batch = 32;           // examples per step
  double alpha = 0.002;     // initial learning rate; Adam's own suggestion is 0.001
  double min_alpha = 1e-5;  // floor of the linear decay
  OptimiserKind optimiser = OptimiserKind::kAdam;
  Schedule schedule = Schedule::kLinear;
  double weight_decay = 0;
  double clip_norm = 0;  // largest norm of all gradients together; 0: none
  // Gradual unfreezing (ULMFiT, arXiv:1801.06146 §3.3): first only the head is trained, then also
  // the layer below it, and so on. ULMFiT adds a layer after each epoch. Here an epoch may have
  // only a step or two, so the layers are added in the course of the first half of the run.
  bool gradual = false;
  std::uint64_t seed = 1;

  /// Throws BadParameter naming the first field out of range, its value and the range.
  void validate() const;
};

/// Calls f for every field but the seed, as visit_fields() of TrainConfig.
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
