// What a run shows while it is under way.
#pragma once

#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>

#include "preformer/train/trainer.h"

namespace preformer::cli {

inline double now_ms() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

/// Mean over the slices of the last epoch.
class LastEpochLoss {
 public:
  void add(const TrainReport& report) {
    if (report.predictions == 0) return;
    if (report.epoch != epoch_) sum_ = count_ = 0;
    epoch_ = report.epoch;
    sum_ += report.loss * static_cast<double>(report.predictions);
    count_ += static_cast<double>(report.predictions);
  }
  bool known() const { return count_ > 0; }
  double mean() const { return sum_ / count_; }

 private:
  int epoch_ = 0;
  double sum_ = 0, count_ = 0;
};

/// One line on a terminal, rewritten ten times a second.
class Line {
 public:
  explicit Line(bool quiet) : shown_(!quiet && isatty(STDERR_FILENO) != 0) {}
  ~Line() {
    if (last_ > 0) std::fputc('\n', stderr);
  }

  /// `loss`: left out where it is NaN.
  void show(const char* what, double progress, double loss) {
    if (!due()) return;
    std::fprintf(stderr, "\r%5.1f %%  %s ", 100 * progress, what);
    if (std::isfinite(loss)) std::fprintf(stderr, " loss %.4f ", loss);
    std::fflush(stderr);
  }

 protected:
  bool due(bool now = false) {
    if (!shown_ || (now_ms() - last_ < 100 && !now)) return false;
    last_ = now_ms();
    return true;
  }

 private:
  bool shown_;
  double last_ = 0;
};

/// Of the training of a model of words.
class Progress : public Line {
 public:
  using Line::Line;

  void show(const TrainReport& report, double loss, double seconds) {
    if (!due(report.finished)) return;
    const double speed = seconds > 0 ? static_cast<double>(report.tokens) / seconds / 1000 : 0;
    std::fprintf(stderr, "\r%5.1f %%  epoch %d/%d  loss %.4f  %.0f k tokens/s ",
                 100 * report.progress, report.epoch, report.epochs, loss, speed);
    if (std::isfinite(report.heldout_loss)) {
      std::fprintf(stderr, " held-out perplexity %.2f ", std::exp(report.heldout_loss));
    }
    std::fflush(stderr);
  }
};

}  // namespace preformer::cli
