// What a verb says besides its answer: one line per loss, on standard error, with or without
// --json.
#pragma once

#include <cstddef>
#include <string>

#include "cli/verbs.h"
#include "preformer/text/left_out.h"

namespace preformer::cli {

void note(const std::string& line);

/// "1 pair", "2 pairs": `many` is the plural.
std::string counted(std::size_t count, const std::string& one, const std::string& many);

/// "read 2 pairs of pairs.tsv and 1 heading, left out 2 lines (the first: line 3, because …)", also
/// if no line was left out.
void note_lines(const std::string& path, const LineCounts& lines, const std::string& one,
                const std::string& many);

/// {lines, read, headings, blank, leftOut: {count, line, reason, message}}; leftOut is null if
/// nothing was left out.
Json lines_to_json(const LineCounts& lines);

}  // namespace preformer::cli
