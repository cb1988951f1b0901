// What a reader of lines did not read: every line is read, or counted here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace preformer {

struct LeftOut {
  std::size_t count = 0;
  // The first of them.
  std::size_t line = 0;  // from 1; 0: none
  std::string reason;    // its name for programs: "noNumber"
  std::string message;   // the same for people, after "because": "it has no score"

  void add(std::size_t number, std::string_view name, std::string_view text) {
    if (count++ > 0) return;
    line = number;
    reason = name;
    message = text;
  }
};

/// How the lines of a file were used: lines = blank + headings + read + left_out.count.
struct LineCounts {
  std::size_t lines = 0;
  std::size_t blank = 0;     // empty lines and comments
  std::size_t headings = 0;  // names of columns or of sections
  std::size_t read = 0;
  LeftOut left_out;
};

}  // namespace preformer
