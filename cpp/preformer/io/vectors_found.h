// Facts about a file of vectors besides its vectors: what the reader left out or changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "preformer/base/error.h"

namespace preformer {

/// Why a row is left out.
enum class RowFault : std::uint8_t {
  kNone,
  kDuplicate,  // the word was read before
  kBlank,      // there is no word
  kNotUtf8,    // the word is not valid UTF-8
  kCount,      // too few or too many numbers
  kNumber,     // something else where a number should be
  kNotFinite,  // nan, inf or beyond the largest float
  kCutOff,     // the file ends within the row
};

/// "duplicate", "blank", "utf-8", "count", "number", "not-finite", "cut".
std::string_view fault_name(RowFault fault);

struct FaultyRow {
  RowFault reason = RowFault::kNone;
  std::uint64_t place = 0;  // line, from 1; in a binary file the number of the word
  bool in_metadata = false;
  std::string what;  // the word, or what should be a number; for kCount how many there are
};

enum class VectorFormat : std::uint8_t { kText, kBinary, kTsv };

/// "text", "binary", "tsv".
std::string_view format_name(VectorFormat format);

struct VectorsFound {
  VectorFormat format = VectorFormat::kText;
  std::uint64_t words = 0;  // that were read; words + left_out is the number of rows
  std::uint64_t dimensions = 0;
  std::uint64_t promised = 0;    // words according to the first line; 0 if there is none
  std::uint64_t left_out = 0;    // rows
  std::uint64_t duplicates = 0;  // of those, words that come again
  std::uint64_t renamed = 0;     // of the words, those in which a space became _
  bool limited = false;          // reading stopped at the limit before the end
  bool ends_early = false;       // fewer rows than promised
  bool goes_on = false;          // more rows than promised, or bytes after the last row
  FaultyRow first;               // the first row that was left out
  std::string encoding;          // in which a text file that is not UTF-8 was read; else empty
  // Of a TSV pair: the column of the file of words that holds the words, from 1, and its heading.
  std::uint64_t column = 0;
  std::uint64_t columns = 0;
  std::string heading;

  std::uint64_t rows() const { return words + left_out; }
};

/// "line 7", "line 7 of the file of words", "word 7".
std::string place_of(const FaultyRow& row, VectorFormat format);

/// Why the row is left out, as a clause: `the word "cat" comes a second time`.
std::string reason_of(const FaultyRow& row, std::uint64_t dimensions);

/// One line: "read 3, left out 1 (first: line 7, because …), renamed 2", then what else is odd.
std::string report_of(const VectorsFound& found);

/// BadFormat "import.NAME", which the page translates with its two values.
Error vectors_problem(const char* name, const std::string& message, const std::string& value = "",
                      const std::string& permitted = "");

}  // namespace preformer
