// Unicode normalisation: é may be one code point or e and an accent. Both are the same word (UAX
// 15).
//
// The tables are not ours: natively utf8proc has them, under WebAssembly the host's
// String.prototype.normalize, because 60 kB of tables would be a third of a module. The results are
// equal: Unicode guarantees that the normal form of an assigned character never changes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace preformer {

/// Composed form (NFC) of well-formed UTF-8 without NUL.
std::string to_nfc(std::string_view utf8);
/// Decomposed form (NFD) of well-formed UTF-8 without NUL.
std::string to_nfd(std::string_view utf8);

/// False if the text certainly is in composed form. Answers without tables of its own; of usual
/// text in European and Chinese letters every part that is composed gives false.
bool may_change_under_nfc(std::string_view utf8);

/// Calls find(word) with the word as written, then composed, then decomposed, until it returns a
/// value.
template <class Find>
auto find_in_any_form(std::string_view word, Find&& find) -> decltype(find(word)) {
  auto found = find(word);
  const auto ascii = [](char byte) { return static_cast<signed char>(byte) > 0; };
  bool plain = true;
  for (const char byte : word) plain = plain && ascii(byte);
  if (found || plain) return found;
  found = find(to_nfc(word));
  if (found) return found;
  return find(to_nfd(word));
}

}  // namespace preformer
