// A trainer's state in memory: written from one trainer, read into another.
#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "preformer/train/state_visitor.h"
#include "preformer/train/trainer.h"

namespace preformer::testing {

class RecordedState final : public StateVisitor {
 public:
  void record(Trainer& trainer) {
    reading_ = false;
    trainer.visit_state(*this);
  }
  void restore(Trainer& trainer) {
    reading_ = true;
    trainer.visit_state(*this);
  }

  void number(const char* name, std::uint64_t& value) override { one(numbers_, name, value); }
  void real(const char* name, double& value) override { one(reals_, name, value); }
  void later_real(const char* name, double& value) override { real(name, value); }
  void flag(const char* name, bool& value) override { one(flags_, name, value); }
  void ids(const char* name, std::vector<std::int32_t>& value) override { one(ids_, name, value); }
  void matrix(const std::string& name, Matrix<float>& value) override {
    if (reading_ &&
        (matrices_.at(name).rows() != value.rows() || matrices_.at(name).cols() != value.cols())) {
      throw std::runtime_error("the shape of " + name);
    }
    one(matrices_, name, value);
  }

 private:
  template <class T>
  void one(std::map<std::string, T>& values, const std::string& name, T& value) {
    if (reading_) {
      value = values.at(name);
    } else if (!values.insert_or_assign(name, value).second) {
      names_twice_ = true;
    }
  }

 public:
  bool names_twice_ = false;

 private:
  bool reading_ = false;
  std::map<std::string, std::uint64_t> numbers_;
  std::map<std::string, double> reals_;
  std::map<std::string, bool> flags_;
  std::map<std::string, std::vector<std::int32_t>> ids_;
  std::map<std::string, Matrix<float>> matrices_;
};

}  // namespace preformer::testing
