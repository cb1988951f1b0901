// Shows the progress of a run on the terminal.
#pragma once

#include "preformer/train/trainer.h"

namespace preformer::cli {

double now_ms();

/// One line on a terminal, written anew at most ten times per second.
class Line {
 public:
  explicit Line(bool quiet);
  ~Line();

  /// `loss` is left out if it is NaN.
  void show(const char* what, double progress, double loss);

 protected:
  /// Whether enough time has passed to write the line again.
  bool due(bool now = false);

 private:
  bool shown_;
  double last_ = 0;
};

/// The line of a run that trains a model of words.
class Progress : public Line {
 public:
  using Line::Line;

  void show(const TrainReport& report, double seconds);
};

}  // namespace preformer::cli
