#include "preformer/text/nfc.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#else
#include <utf8proc.h>
#endif

namespace preformer {

namespace {

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};

#ifdef __EMSCRIPTEN__

// clang-format off
EM_JS_DEPS(preformer_normalize, "$UTF8ToString,$stringToNewUTF8");
EM_JS(char*, preformer_normalize, (const char* text, std::size_t bytes, bool composed), {
  return stringToNewUTF8(UTF8ToString(text, bytes).normalize(composed ? 'NFC' : 'NFD'));
});
// clang-format on

std::string normalized(std::string_view utf8, bool composed) {
  const std::unique_ptr<char, Free> result(preformer_normalize(utf8.data(), utf8.size(), composed));
  if (!result) throw std::bad_alloc();
  return result.get();
}

#else

std::string normalized(std::string_view utf8, bool composed) {
  utf8proc_uint8_t* memory = nullptr;
  const utf8proc_ssize_t bytes =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                   static_cast<utf8proc_ssize_t>(utf8.size()), &memory,
                   static_cast<utf8proc_option_t>(
                       UTF8PROC_STABLE | (composed ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE)));
  const std::unique_ptr<utf8proc_uint8_t, Free> result(memory);
  if (bytes == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (bytes < 0) return std::string(utf8);  // ill-formed: there is nothing to compose
  return {reinterpret_cast<const char*>(result.get()), static_cast<std::size_t>(bytes)};
}

#endif

/// Whether NFC may replace or move `c`, or join it to what precedes it. Marks do so, vowels and
/// final consonants of Hangul, and characters that are nothing but another spelling of another one.
bool may_change(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  static constexpr Range kOthers[] = {
      {0x374, 0x374},   {0x37E, 0x37E},   {0x387, 0x387},     {0x958, 0x95F},    {0x9DC, 0x9DF},
      {0xA33, 0xA5E},   {0xB5C, 0xB5D},   {0xF43, 0xF69},     {0x1161, 0x1175},  {0x11A8, 0x11C2},
      {0x1F71, 0x1FFD}, {0x2000, 0x2001}, {0x2126, 0x212B},   {0x2329, 0x232A},  {0x2ADC, 0x2ADC},
      {0xF900, 0xFAD9}, {0xFB1D, 0xFB4E}, {0x1D15E, 0x1D1C0}, {0x2F800, 0x2FA1D}};
  if (c < 0x300) return false;
  if (c >= 0xFE00 && c <= 0xFE0F) return false;  // variation selectors never join
  if (character_class(c) == CharacterClass::kMark) return true;
  return std::any_of(std::begin(kOthers), std::end(kOthers),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

}  // namespace

std::string to_nfc(std::string_view utf8) { return normalized(utf8, true); }
std::string to_nfd(std::string_view utf8) { return normalized(utf8, false); }

bool may_change_under_nfc(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (std::uint64_t eight; i + sizeof eight <= utf8.size()) {
      std::memcpy(&eight, utf8.data() + i, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {  // ASCII
        i += sizeof eight - 1;
        continue;
      }
    }
    const auto byte = static_cast<std::uint8_t>(utf8[i]);
    // Below U+0300, a continuation byte, or U+4000 to U+9FFF: most of Latin and Chinese text.
    if (byte < 0xCC || (byte >= 0xE4 && byte <= 0xE9)) continue;
    if (may_change(decode_at(utf8, i).code_point)) return true;
  }
  return false;
}

}  // namespace preformer
