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

/// Decodes any encoding by the tables of the system, and settles what those of iconv(3), Node and
/// browsers do differently, so that a file is the same text everywhere.
std::string decode_text(std::string_view bytes, const Encoding& encoding, const Decoder& by_table);

/// The differences of one text, for tests: bytes that begin no character become U+FFFD, and
/// characters that a table still gives a private code get their own.
void settle(std::string& text, const Encoding& encoding);

/// Whether all units of four bytes are code points; those of anything but UTF-32 hardly ever are.
bool is_utf32(std::string_view bytes, bool little);

}  // namespace preformer
