// Files for evaluating word vectors. Published ones differ: tabs, semicolons, commas or spaces
// between the fields, quotes around them, headings, numbered rows, more columns, decimal commas.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "preformer/query/table_line.h"
#include "preformer/text/left_out.h"

namespace preformer {

enum class EvaluationKind { kWordPairs, kAnalogies };

// What is read are views into the file.

/// Decides by the whole file: analogies if a line begins with ":"; else word pairs or analogies,
/// whichever more lines are. Throws BadFormat, naming both formats, if no line is either.
EvaluationKind evaluation_kind(std::string_view file);

struct JudgedPair {
  Field a, b;
  double score;
  std::size_t line;  // from 1
};

/// Two words and a number per line. The words are the first two columns (after a column of row
/// numbers), the score the first column of numbers after them. A decimal comma is read where commas
/// do not separate the fields, and in quotes. A first line without a number is a heading. Lines
/// that begin with "#" are comments.
struct WordPairsFile {
  std::vector<JudgedPair> pairs;
  LineCounts lines;
};
WordPairsFile read_word_pairs(std::string_view file);

struct AnalogyQuestion {
  std::array<Field, 4> words;
  std::size_t section;
  std::size_t line;
};

/// Lines ": section", and lines of four words. Questions before the first such line are in a
/// section without a name.
struct AnalogiesFile {
  std::vector<std::string_view> sections;
  std::vector<AnalogyQuestion> questions;
  LineCounts lines;
};
AnalogiesFile read_analogies(std::string_view file);

}  // namespace preformer
