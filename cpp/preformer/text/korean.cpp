#include "preformer/text/korean.h"

#include <cstdint>
#include <optional>
#include <vector>

#include "preformer/text/utf8.h"

namespace preformer {

namespace {

constexpr char32_t kFirst = 0xAC00, kLast = 0xD7A3;  // syllables in Unicode

/// The syllables that KS X 1001 does not have, in the order of Unicode.
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

/// The place of a pair among the added ones: 178 per lead byte below A1, then 84, since from there
/// on the trail bytes from A1 belong to KS X 1001.
std::optional<std::size_t> place_of(std::uint8_t lead, std::uint8_t trail) {
  std::size_t column = 0;
  if (trail >= 0x41 && trail <= 0x5A) {
    column = trail - 0x41u;
  } else if (trail >= 0x61 && trail <= 0x7A) {
    column = 26 + (trail - 0x61u);
  } else if (trail >= 0x81 && trail <= 0xFE) {
    column = 52 + (trail - 0x81u);
  } else {
    return std::nullopt;
  }
  if (lead < 0xA1) return (lead - 0x81u) * 178u + column;
  return column < 84 ? std::optional<std::size_t>(32u * 178u + (lead - 0xA1u) * 84u + column)
                     : std::nullopt;
}

}  // namespace

std::string decode_korean(std::string_view bytes, const Encoding& encoding,
                          const Decoder& by_table) {
  const std::vector<char32_t> added = added_syllables(encoding, by_table);
  std::string text;
  std::size_t start = 0;  // of what the table decodes
  const auto by_own_rule = [&](std::size_t i, std::size_t length, char32_t c) {
    if (i > start) text += by_table(bytes.substr(start, i - start), encoding);
    append_utf8(text, c);
    start = i + length;
    return start;
  };
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<std::uint8_t>(bytes[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const auto trail = i + 1 < bytes.size() ? static_cast<std::uint8_t>(bytes[i + 1]) : 0;
    const bool is_lead = lead > 0x80 && lead < 0xFF;
    if (is_lead && lead >= 0xA1 && trail >= 0xA1 && trail < 0xFF) {
      i += 2;
      continue;
    }
    const auto place = is_lead ? place_of(lead, trail) : std::nullopt;
    if (place && *place < added.size()) {
      i = by_own_rule(i, 2, added[*place]);
    } else {  // ASCII after a byte that begins no character is not part of it
      i = by_own_rule(i, is_lead && trail >= 0x80 ? 2 : 1, kReplacementCharacter);
    }
  }
  if (start < bytes.size()) text += by_table(bytes.substr(start), encoding);
  return text;
}

}  // namespace preformer
