// Decodes what needs no table of the system.
#pragma once

#include <string>
#include <string_view>

#include "preformer/text/encoding.h"

namespace preformer {

/// Decodes UTF-8, UTF-16, UTF-32 and Windows-1252, which need no table of the system: some versions
/// of Node take Windows-1252 for Latin-1. False for any other encoding.
bool decode_without_table(std::string_view bytes, const Encoding& encoding, std::string& text);

/// Line ends of one kind: CR LF and CR become LF.
void unify_line_ends(std::string& text);

/// Some decoders pass a byte that begins no character on as U+0080 or U+F8F5 to U+F8F8 (Node's, for
/// 80 and FF): these become U+FFFD.
void mark_undecoded(std::string& text);

/// Whether all units of four bytes are code points; those of anything but UTF-32 hardly ever are.
bool is_utf32(std::string_view bytes, bool little);

}  // namespace preformer
