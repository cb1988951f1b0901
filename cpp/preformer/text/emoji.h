// Where an emoji begins and how far it goes: an extended grapheme cluster (UAX 29, GB9 to GB13) as
// 👩‍🚀 or 🇫🇷 is one token.
#pragma once

#include "preformer/text/code_point_cursor.h"
#include "preformer/text/token_writer.h"

namespace preformer {

inline constexpr char32_t kEmojiSelector = 0xFE0F;  // asks for the coloured form of the sign before

/// Whether `c`, just read, begins a keycap as 1️⃣.
bool begins_keycap(char32_t c, const CodePointCursor& cursor);

/// Whether `c`, just read, begins an emoji.
bool begins_emoji(char32_t c, const CodePointCursor& cursor);

/// Reads the rest of the emoji that `c`, just read, begins, and writes it as a token.
void write_emoji(char32_t c, CodePointCursor& cursor, TokenWriter& writer);

}  // namespace preformer
