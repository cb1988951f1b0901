#include "preformer/text/double_bytes.h"

#include <cstdint>
#include <functional>
#include <vector>

#include "preformer/text/utf8.h"

namespace preformer {

namespace {

/// What a pair of bytes is: a character, or one of these.
constexpr char32_t kByTable = 0xFFFFFFFF;  // for the table of the system
constexpr char32_t kNone = 0xFFFFFFFE;     // no character
using Pair = std::function<char32_t(std::uint8_t lead, std::uint8_t trail)>;

/// Pairs by the rule; ASCII and what the rule leaves to it by the table, in runs.
std::string decode_pairs(std::string_view bytes, const Encoding& encoding, const Decoder& by_table,
                         const Pair& pair) {
  std::string text;
  std::size_t start = 0;  // of the run
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<std::uint8_t>(bytes[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const auto trail = i + 1 < bytes.size() ? static_cast<std::uint8_t>(bytes[i + 1]) : 0;
    const bool is_lead = lead > 0x80 && lead < 0xFF;
    const char32_t c = is_lead ? pair(lead, trail) : kNone;
    if (c == kByTable) {
      i += 2;
      continue;
    }
    if (i > start) text += by_table(bytes.substr(start, i - start), encoding);
    // ASCII after a byte that begins no character is not part of it.
    i += c != kNone || (is_lead && trail >= 0x80) ? 2 : 1;
    append_utf8(text, c == kNone ? kReplacementCharacter : c);
    start = i;
  }
  if (start < bytes.size()) text += by_table(bytes.substr(start), encoding);
  return text;
}

constexpr char32_t kFirst = 0xAC00, kLast = 0xD7A3;  // Korean syllables in Unicode

/// The Korean syllables that KS X 1001 does not have, in the order of Unicode.
std::vector<char32_t> added_syllables(const Encoding& encoding, const Decoder& by_table) {
  std::string all;
  for (int lead = 0xB0; lead <= 0xC8; ++lead) {
    for (int trail = 0xA1; trail <= 0xFE; ++trail) {
      all.push_back(static_cast<char>(lead));
      all.push_back(static_cast<char>(trail));
    }
  }
  std::vector<bool> standard(kLast - kFirst + 1);
  const std::string syllables = by_table(all, encoding);
  for (std::size_t i = 0; i < syllables.size();) {
    const DecodedCodePoint one = decode_at(syllables, i);
    if (one.code_point >= kFirst && one.code_point <= kLast) {
      standard[one.code_point - kFirst] = true;
    }
    i += one.bytes;
  }
  std::vector<char32_t> added;
  for (char32_t c = kFirst; c <= kLast; ++c) {
    if (!standard[c - kFirst]) added.push_back(c);
  }
  return added;
}

/// The syllable of a pair among the added ones: 178 per lead byte below A1, then 84, since from
/// there on the trail bytes from A1 belong to KS X 1001.
char32_t korean_pair(const std::vector<char32_t>& added, std::uint8_t lead, std::uint8_t trail) {
  std::size_t column = 0;
  if (lead >= 0xA1 && trail >= 0xA1 && trail < 0xFF) return kByTable;
  if (trail >= 0x41 && trail <= 0x5A) {
    column = trail - 0x41u;
  } else if (trail >= 0x61 && trail <= 0x7A) {
    column = 26 + (trail - 0x61u);
  } else if (trail >= 0x81 && trail <= 0xFE) {
    column = 52 + (trail - 0x81u);
  } else {
    return kNone;
  }
  const std::size_t place =
      lead < 0xA1 ? (lead - 0x81u) * 178u + column : 32u * 178u + (lead - 0xA1u) * 84u + column;
  return place < added.size() ? added[place] : kNone;
}

constexpr std::u32string_view kHongKong =
#include "preformer/text/hong_kong.inc"
    ;
constexpr std::size_t kRow = 157;
static_assert(kHongKong.size() == 34 * kRow);

char32_t big5_pair(std::uint8_t lead, std::uint8_t trail) {
  std::size_t column = 0;
  if (trail >= 0x40 && trail <= 0x7E) {
    column = trail - 0x40u;
  } else if (trail >= 0xA1 && trail <= 0xFE) {
    column = 63 + (trail - 0xA1u);
  } else {
    return kNone;
  }
  std::size_t row = 0;
  if (lead >= 0x87 && lead <= 0xA0) {
    row = lead - 0x87u;
  } else if (lead >= 0xC6 && lead <= 0xC8) {
    row = 26 + (lead - 0xC6u);
  } else if (lead >= 0xFA) {
    row = 29 + (lead - 0xFAu);
  } else {
    return kByTable;
  }
  const char32_t c = kHongKong[row * kRow + column];
  return c == U' ' ? kByTable : c;
}

}  // namespace

std::string decode_korean(std::string_view bytes, const Encoding& encoding,
                          const Decoder& by_table) {
  const std::vector<char32_t> added = added_syllables(encoding, by_table);
  return decode_pairs(bytes, encoding, by_table, [&](std::uint8_t lead, std::uint8_t trail) {
    return korean_pair(added, lead, trail);
  });
}

std::string decode_big5(std::string_view bytes, const Encoding& encoding, const Decoder& by_table) {
  return decode_pairs(bytes, encoding, by_table, big5_pair);
}

}  // namespace preformer
