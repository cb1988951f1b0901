#include "preformer/text/unicode.h"

#include <algorithm>
#include <array>

namespace preformer {

namespace {

struct LowerRange {
  char32_t first, last;   // capitals
  std::int32_t distance;  // to the small letter
  std::uint32_t stride;   // 1: every code point of the range; 2: every other one
};

#include "preformer/text/unicode_tables.inc"

constexpr CharacterClass find_class(char32_t c) {
  // The last start not behind c; the low three bits of an entry are its class.
  const auto behind = std::upper_bound(kClassStarts.begin(), kClassStarts.end(), (c << 3u) | 7u);
  return static_cast<CharacterClass>(*(behind - 1) & 7u);
}

constexpr auto kAsciiClasses = [] {
  std::array<CharacterClass, 128> classes{};
  for (char32_t c = 0; c < 128; ++c) classes[c] = find_class(c);
  return classes;
}();

static_assert(find_class(0x4E00) == CharacterClass::kCjkLetter);
static_assert(find_class(0x9FFF) == CharacterClass::kCjkLetter);

}  // namespace

CharacterClass character_class(char32_t c) {
  if (c < 128) return kAsciiClasses[c];
  if (c >= 0x4E00 && c <= 0x9FFF) return CharacterClass::kCjkLetter;  // most of Chinese
  return c <= 0x10FFFF ? find_class(c) : CharacterClass::kOther;
}

char32_t to_lower(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  const auto range = std::lower_bound(kLowerRanges.begin(), kLowerRanges.end(), c,
                                      [](const LowerRange& r, char32_t x) { return r.last < x; });
  if (range == kLowerRanges.end() || c < range->first) return c;
  if ((c - range->first) % range->stride != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + range->distance);
}

}  // namespace preformer
