#include "preformer/io/vectors_found.h"

#include "preformer/text/utf8.h"

namespace preformer {

std::string_view fault_name(RowFault fault) {
  switch (fault) {
    case RowFault::kNone: return "";
    case RowFault::kDuplicate: return "duplicate";
    case RowFault::kBlank: return "blank";
    case RowFault::kNotUtf8: return "utf-8";
    case RowFault::kCount: return "count";
    case RowFault::kNumber: return "number";
    case RowFault::kNotFinite: return "not-finite";
    case RowFault::kCutOff: return "cut";
  }
  return "";
}

std::string_view format_name(VectorFormat format) {
  switch (format) {
    case VectorFormat::kText: return "text";
    case VectorFormat::kBinary: return "binary";
    case VectorFormat::kTsv: return "tsv";
  }
  return "";
}

std::string place_of(const FaultyRow& row, VectorFormat format) {
  const std::string number = std::to_string(row.place);
  if (format == VectorFormat::kBinary) return "word " + number;
  const char* file = format != VectorFormat::kTsv ? ""
                     : row.in_metadata            ? " of the file of words"
                                                  : " of the file of vectors";
  return "line " + number + file;
}

std::string reason_of(const FaultyRow& row, std::uint64_t dimensions) {
  const std::string numbers = std::to_string(dimensions);
  switch (row.reason) {
    case RowFault::kNone: return "";
    case RowFault::kDuplicate: return "the word " + quoted(row.what) + " comes a second time";
    case RowFault::kBlank: return "it has no word, or only a blank one";
    case RowFault::kNotUtf8: return "its word is not valid UTF-8";
    case RowFault::kCount: return "it has " + row.what + " numbers instead of " + numbers;
    case RowFault::kNumber: return quoted(row.what) + " is not a number";
    case RowFault::kNotFinite: return "one of its numbers is not finite";
    case RowFault::kCutOff: return "the file ends within it";
  }
  return "";
}

std::string report_of(const VectorsFound& found) {
  std::string report =
      "read " + std::to_string(found.words) + ", left out " + std::to_string(found.left_out);
  if (found.left_out > 0) {
    report += " (first: " + place_of(found.first, found.format) + ", because " +
              reason_of(found.first, found.dimensions) + ")";
  }
  report += ", renamed " + std::to_string(found.renamed);
  const std::string promised = std::to_string(found.promised);
  if (found.limited) report += "; more words follow";
  if (found.ends_early || found.goes_on) {
    report += "; the first line promises " + promised + " words";
    if (found.goes_on && found.format == VectorFormat::kBinary) report += ", and more follows";
  }
  if (found.columns > 1 || !found.heading.empty()) {
    report += "; words from column " + std::to_string(found.column);
    if (!found.heading.empty()) report += ", " + quoted(found.heading);
  }
  return report;
}

Error vectors_problem(const char* name, const std::string& message, const std::string& value,
                      const std::string& permitted) {
  return Error(ErrorCode::kBadFormat, message, {std::string("import.") + name, value, permitted});
}

}  // namespace preformer
