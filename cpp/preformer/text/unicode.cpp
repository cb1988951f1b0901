#include "preformer/text/unicode.h"

#include <algorithm>
#include <array>

#include "preformer/text/utf8.h"

namespace preformer {

namespace {

struct LowerRange {
  char32_t first, last;   // capitals
  std::int32_t distance;  // to the small letter
  std::uint32_t stride;   // 1: every code point of the range; 2: every other one
};

#include "preformer/text/unicode_tables.inc"

/// The ascending numbers of which `steps` holds the differences; the three lowest bits are no part
/// of them.
template <std::size_t N, class Bytes>
constexpr std::array<std::uint32_t, N> summed(const Bytes& steps) {
  std::array<std::uint32_t, N> starts{};
  std::uint32_t start = 0, step = 0, shift = 0;
  std::size_t n = 0;
  for (const std::uint8_t byte : steps) {
    step |= (byte & 127u) << shift;
    shift += 7;
    if (byte > 127) continue;
    start = (start & ~7u) + step;
    starts[n++] = start;
    step = shift = 0;
  }
  return starts;
}

using ClassStarts = std::array<std::uint32_t, kClassCount>;

constexpr CharacterClass find_class(const ClassStarts& starts, char32_t c) {
  // The last start not behind c; the low three bits of an entry are its class.
  const auto behind = std::upper_bound(starts.begin(), starts.end(), (c << 3u) | 7u);
  return static_cast<CharacterClass>(*(behind - 1) & 7u);
}

constexpr auto kAsciiClasses = [] {
  constexpr ClassStarts kStarts = summed<kClassCount>(kClassSteps);
  std::array<CharacterClass, 128> classes{};
  for (char32_t c = 0; c < 128; ++c) classes[c] = find_class(kStarts, c);
  return classes;
}();

// The tables are summed when the program starts. Were this not volatile, the compiler would do it
// and write the sums into the file, which is 1.5 kB larger then when it is compressed.
const volatile bool at_start = true;
template <std::size_t N, class Bytes>
std::array<std::uint32_t, N> summed_at_start(const Bytes& steps) {
  if (at_start) return summed<N>(steps);
  return {};
}

const ClassStarts kClassStarts = summed_at_start<kClassCount>(kClassSteps);
const std::array<std::uint32_t, kSignCount> kSignStarts = summed_at_start<kSignCount>(kSignSteps);

static_assert(find_class(summed<kClassCount>(kClassSteps), 0x4E00) == CharacterClass::kCjkLetter);
static_assert(find_class(summed<kClassCount>(kClassSteps), 0x9FFF) == CharacterClass::kCjkLetter);

}  // namespace

CharacterClass character_class(char32_t c) {
  if (c < 128) return kAsciiClasses[c];
  if (c >= 0x4E00 && c <= 0x9FFF) return CharacterClass::kCjkLetter;  // most of Chinese
  return c <= 0x10FFFF ? find_class(kClassStarts, c) : CharacterClass::kOther;
}

char32_t to_lower(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  const auto range = std::lower_bound(kLowerRanges.begin(), kLowerRanges.end(), c,
                                      [](const LowerRange& r, char32_t x) { return r.last < x; });
  if (range == kLowerRanges.end() || c < range->first) return c;
  if ((c - range->first) % range->stride != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + range->distance);
}

bool is_sign(char32_t c) {
  if (character_class(c) != CharacterClass::kOther || c == kReplacementCharacter) return false;
  const auto behind = std::upper_bound(kSignStarts.begin(), kSignStarts.end(), (c << 3u) | 7u);
  return (behind - kSignStarts.begin()) % 2 == 1;
}

bool is_pictograph(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  // Every code point that Unicode shows as an emoji by default (Emoji_Presentation), with the
  // symbols between them. Planes 1F000 to 1FFFD are reserved for more.
  static constexpr Range kPictographs[] = {
      {0x231A, 0x231B}, {0x23E9, 0x23F3}, {0x25FD, 0x25FE},   {0x2600, 0x2767},
      {0x2795, 0x2797}, {0x27B0, 0x27B0}, {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},
      {0x2B50, 0x2B50}, {0x2B55, 0x2B55}, {0x1F000, 0x1FAFF}, {0x1FC00, 0x1FFFD}};
  if (c < kPictographs[0].first || character_class(c) != CharacterClass::kOther) return false;
  return std::any_of(std::begin(kPictographs), std::end(kPictographs),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

std::string lower_case(std::string_view word) {
  std::string lower;
  std::size_t sigma = std::string::npos;  // where the last letter became σ, if it was Σ
  bool begun = false;                     // a letter precedes
  for (std::size_t i = 0; i < word.size();) {
    const DecodedCodePoint c = decode_at(word, i);
    if (c.valid) {
      const bool letter = character_class(c.code_point) == CharacterClass::kLetter;
      if (letter) sigma = begun && c.code_point == kCapitalSigma ? lower.size() : std::string::npos;
      begun = begun || letter;
      append_utf8(lower, to_lower(c.code_point));
    } else {
      lower.append(word.substr(i, c.bytes));
    }
    i += c.bytes;
  }
  if (sigma != std::string::npos) lower.replace(sigma, 2, "ς");
  return lower;
}

}  // namespace preformer
