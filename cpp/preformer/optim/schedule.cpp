#include "preformer/optim/schedule.h"

#include <algorithm>

#include "preformer/optim/names.h"

namespace preformer {

namespace {

constexpr std::array kSchedules{Named<Schedule>{"constant", Schedule::kConstant},
                                Named<Schedule>{"linear", Schedule::kLinear},
                                Named<Schedule>{"inverse-time", Schedule::kInverseTime}};

}  // namespace

std::string_view schedule_name(Schedule schedule) { return name_of(kSchedules, schedule); }
Schedule parse_schedule(std::string_view name) { return parse_name(kSchedules, "schedule", name); }

double learning_rate(Schedule schedule, double alpha, double min_alpha, double progress,
                     std::uint64_t updates) {
  switch (schedule) {
    case Schedule::kConstant: return alpha;
    case Schedule::kLinear: return std::max(alpha * (1.0 - progress), min_alpha);
    case Schedule::kInverseTime: return alpha / (1.0 + kInverseTimeRate * double(updates));
  }
  return alpha;
}

}  // namespace preformer
