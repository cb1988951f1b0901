#include "preformer/text/code_point_cursor.h"

#include "preformer/text/composed_pieces.h"

namespace preformer {

char32_t CodePointCursor::peek(int skipped) const {
  for (std::size_t at = position_; at < text_.size();) {
    const DecodedCodePoint c = decode_at(text_, at);
    at += c.bytes;
    if (!is_ignorable(c.code_point) && skipped-- == 0) return c.code_point;
  }
  return 0;
}

char32_t CodePointCursor::take() {
  char32_t c = next();
  while (is_ignorable(c) && !at_end()) c = next();
  return c;
}

}  // namespace preformer
