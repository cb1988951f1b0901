#include "preformer/text/composed_pieces.h"

#include <algorithm>

#include "preformer/text/nfc.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

// Long enough that the call of the host costs little, short enough to be held twice.
constexpr std::size_t kPieceBytes = std::size_t{1} << 16u;

/// Well-formed, without ignorable characters; a NUL, which ends a string of the host, is a space.
std::string cleaned(std::string_view piece, std::size_t& replaced) {
  std::string clean;
  clean.reserve(piece.size());
  for (std::size_t i = 0; i < piece.size();) {
    const DecodedCodePoint c = decode_at(piece, i);
    i += c.bytes;
    if (!c.valid) ++replaced;
    if (!is_ignorable(c.code_point)) append_utf8(clean, c.code_point == 0 ? U' ' : c.code_point);
  }
  return clean;
}

/// With small letters, but Σ, which becomes σ or ς depending on its word. Emoji such as Ⓜ are no
/// letters.
std::string lowered(std::string_view piece) {
  std::string small;
  small.reserve(piece.size());
  for (std::size_t i = 0; i < piece.size();) {
    const DecodedCodePoint c = decode_at(piece, i);
    i += c.bytes;
    const bool stays =
        c.code_point == kCapitalSigma || character_class(c.code_point) == CharacterClass::kOther;
    append_utf8(small, stays ? c.code_point : to_lower(c.code_point));
  }
  return small;
}

}  // namespace

bool ComposedPieces::next(std::string_view& piece) {
  if (rest_.empty()) return false;
  const std::size_t line = rest_.size() > kPieceBytes ? rest_.find_first_of("\r\n", kPieceBytes)
                                                      : std::string_view::npos;
  piece = rest_.substr(0, line == std::string_view::npos ? line : line + 1);
  rest_.remove_prefix(piece.size());
  if (may_change_under_nfc(piece)) {
    composed_ = to_nfc(lowered(to_nfc(cleaned(piece, replaced_))));
    piece = composed_;
  }
  return true;
}

}  // namespace preformer
