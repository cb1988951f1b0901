#include "cli/notes.h"

#include <cstdio>

namespace preformer::cli {

void note(const std::string& line) {
  const std::string whole = "preformer: " + line + "\n";
  std::fwrite(whole.data(), 1, whole.size(), stderr);
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void note_lines(const std::string& path, const LineCounts& lines, const std::string& one,
                const std::string& many) {
  const LeftOut& out = lines.left_out;
  std::string text = "read " + counted(lines.read, one, many) + " of " + path;
  if (lines.headings > 0) text += " and " + counted(lines.headings, "heading", "headings");
  text += ", left out " + counted(out.count, "line", "lines");
  if (out.count > 0) {
    text += std::string(" (") + (out.count > 1 ? "the first: " : "") + "line " +
            std::to_string(out.line) + ", because " + out.message + ")";
  }
  note(text + ".");
}

Json lines_to_json(const LineCounts& lines) {
  const LeftOut& out = lines.left_out;
  Json json = {{"lines", lines.lines},
               {"read", lines.read},
               {"headings", lines.headings},
               {"blank", lines.blank},
               {"leftOut", nullptr}};
  if (out.count > 0) {
    json["leftOut"] = {
        {"count", out.count}, {"line", out.line}, {"reason", out.reason}, {"message", out.message}};
  }
  return json;
}

}  // namespace preformer::cli
