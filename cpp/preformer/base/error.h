// Errors are data: a code for programs, a sentence that says what to do, and the name, the value
// and the permitted range of the wrong input.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace preformer {

enum class ErrorCode {
  kEmptyCorpus,
  kVocabularyTooSmall,
  kNothingToLearn,
  kUnknownWord,
  kBadParameter,
  kBadFormat,
  kTooLarge,
  kOutOfMemory,
  kCancelled,
};

/// The code as users see it: "EmptyCorpus", "UnknownWord", …
constexpr std::string_view error_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kEmptyCorpus: return "EmptyCorpus";
    case ErrorCode::kVocabularyTooSmall: return "VocabularyTooSmall";
    case ErrorCode::kNothingToLearn: return "NothingToLearn";
    case ErrorCode::kUnknownWord: return "UnknownWord";
    case ErrorCode::kBadParameter: return "BadParameter";
    case ErrorCode::kBadFormat: return "BadFormat";
    case ErrorCode::kTooLarge: return "TooLarge";
    case ErrorCode::kOutOfMemory: return "OutOfMemory";
    case ErrorCode::kCancelled: return "Cancelled";
  }
  return "Error";
}

/// The wrong input: its name, its value, and what is permitted ("1 to 1000"). Each may be empty.
struct Offence {
  std::string name = {};
  std::string value = {};
  std::string permitted = {};
};

class Error : public std::exception {
 public:
  Error(ErrorCode code, std::string message, Offence offence = {})
      : code_(code), message_(std::move(message)), offence_(std::move(offence)) {}

  ErrorCode code() const { return code_; }
  const char* what() const noexcept override { return message_.c_str(); }
  const std::string& name() const { return offence_.name; }
  const std::string& value() const { return offence_.value; }
  const std::string& permitted() const { return offence_.permitted; }

 private:
  ErrorCode code_;
  std::string message_;
  Offence offence_;
};

}  // namespace preformer
