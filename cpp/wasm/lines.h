// How the lines of a file were used, for JavaScript.
#pragma once

#include "preformer/text/left_out.h"
#include "wasm/values.h"

namespace preformer::wasm {

/// Sets lines, read, headings, blank and leftOut: {count, line, reason, message}, or null.
inline void set_lines(val& object, const LineCounts& lines) {
  const LeftOut& out = lines.left_out;
  object.set("lines", static_cast<double>(lines.lines));
  object.set("read", static_cast<double>(lines.read));
  object.set("headings", static_cast<double>(lines.headings));
  object.set("blank", static_cast<double>(lines.blank));
  object.set("leftOut", out.count == 0 ? val::null()
                                       : Object()
                                             .set("count", out.count)
                                             .set("line", out.line)
                                             .set("reason", out.reason)
                                             .set("message", out.message)
                                             .value());
}

}  // namespace preformer::wasm
