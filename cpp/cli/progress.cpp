#include "cli/progress.h"

#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>

namespace preformer::cli {

double now_ms() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

Line::Line(bool quiet) : shown_(!quiet && isatty(STDERR_FILENO) != 0) {}

Line::~Line() {
  if (last_ > 0) std::fputc('\n', stderr);
}

void Line::show(const char* what, double progress, double loss) {
  if (!due()) return;
  std::fprintf(stderr, "\r%5.1f %%  %s ", 100 * progress, what);
  if (std::isfinite(loss)) std::fprintf(stderr, " loss %.4f ", loss);
  std::fflush(stderr);
}

bool Line::due(bool now) {
  if (!shown_ || (now_ms() - last_ < 100 && !now)) return false;
  last_ = now_ms();
  return true;
}

void Progress::show(const TrainReport& report, double seconds) {
  if (!due(report.finished)) return;
  const double speed = seconds > 0 ? static_cast<double>(report.tokens) / seconds / 1000 : 0;
  std::fprintf(stderr, "\r%5.1f %%  epoch %d/%d  loss %.4f  %.0f k tokens/s ",
               100 * report.progress, report.epoch, report.epochs, report.epoch_loss, speed);
  if (std::isfinite(report.heldout_loss)) {
    std::fprintf(stderr, " held-out perplexity %.2f ", std::exp(report.heldout_loss));
  }
  std::fflush(stderr);
}

}  // namespace preformer::cli
