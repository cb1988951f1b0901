// How the learning rate falls while a run goes on.
#pragma once

#include <cstdint>
#include <string_view>

namespace preformer {

enum class Schedule { kConstant, kLinear, kInverseTime };

/// "constant", "linear", "inverse-time". Unknown names throw BadParameter ("schedule").
std::string_view schedule_name(Schedule schedule);
Schedule parse_schedule(std::string_view name);

inline constexpr double kInverseTimeRate = 1e-8;  // r of Bengio et al. 2003, §4

/// constant       α₀
/// linear         max(α₀ (1 − progress), α_min)     word2vec.c; progress: 0 … 1
/// inverse-time   α₀ / (1 + r t)                    Bengio et al. 2003, §4: t counts updates, and
///                                                  they make one after every example
double learning_rate(Schedule schedule, double alpha, double min_alpha, double progress,
                     std::uint64_t updates);

}  // namespace preformer
