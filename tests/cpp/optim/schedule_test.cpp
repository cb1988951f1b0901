#include "preformer/optim/schedule.h"

#include "catch.h"

using namespace preformer;

TEST_CASE("learning_rate: constant", "[optim]") {
  CHECK(learning_rate(Schedule::kConstant, 0.1, 0.01, 0.9, 1'000'000) == 0.1);
}

TEST_CASE("learning_rate: linear falls to the floor", "[optim]") {
  CHECK(learning_rate(Schedule::kLinear, 0.1, 0.01, 0.0, 0) == 0.1);
  CHECK(learning_rate(Schedule::kLinear, 0.1, 0.01, 0.5, 0) == Approx(0.05));
  CHECK(learning_rate(Schedule::kLinear, 0.1, 0.01, 1.0, 0) == 0.01);
}

TEST_CASE("learning_rate: inverse time halves after 1/r updates", "[optim]") {
  CHECK(learning_rate(Schedule::kInverseTime, 1e-3, 0, 0.3, 0) == 1e-3);
  CHECK(learning_rate(Schedule::kInverseTime, 1e-3, 0, 0.3, 100'000'000) == Approx(5e-4));
}

TEST_CASE("schedule names: each parses to itself, others are refused", "[optim]") {
  for (const auto kind : {Schedule::kConstant, Schedule::kLinear, Schedule::kInverseTime}) {
    CHECK(parse_name(schedule_names(), "schedule", name_of(schedule_names(), kind)) == kind);
  }
  CHECK_THROWS_AS(parse_name(schedule_names(), "schedule", "cosine"), Error);
}
