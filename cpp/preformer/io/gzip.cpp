#include "preformer/io/gzip.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "preformer/io/words.h"

namespace preformer {

namespace {

constexpr int kLongestCode = 15;  // bits
constexpr std::size_t kTrailer = 8;

Error damaged(const std::string& what) {
  return bad_format("", "This gzip file cannot be read: " + what + " Fetch it again.");
}

/// A deflated stream, bit by bit, the lowest bit of each byte first.
class Bits {
 public:
  explicit Bits(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t take(int count) {
    while (held_ < count) {
      if (at_ == bytes_.size()) throw damaged("it was cut off.");
      window_ |= std::uint32_t{static_cast<std::uint8_t>(bytes_[at_++])} << held_;
      held_ += 8;
    }
    const std::uint32_t bits = window_ & ((1u << count) - 1u);
    window_ >>= count;
    held_ -= count;
    return bits;
  }

  /// Whole bytes from the next one on: what is left of the current one is skipped.
  std::string_view take_bytes(std::size_t count) {
    window_ = 0;
    held_ = 0;
    if (count > bytes_.size() - at_) throw damaged("it was cut off.");
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }

  std::size_t bytes_left() const { return bytes_.size() - at_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t window_ = 0;
  int held_ = 0;  // bits of the window
};

/// A canonical Huffman code, read bit by bit: codes of one length are consecutive numbers, in the
/// order of their symbols (RFC 1951, §3.2.2).
class Code {
 public:
  /// `lengths`: bits of every symbol's code, 0 where it has none. An incomplete code is allowed
  /// where it has one symbol only (§3.2.7: a single distance).
  explicit Code(std::span<const std::uint8_t> lengths) {
    for (const std::uint8_t length : lengths) ++count_[length];
    const std::size_t used = lengths.size() - count_[0];
    count_[0] = 0;
    int left = 1;  // codes of this length that are still free
    for (int length = 1; length <= kLongestCode; ++length) {
      left = 2 * left - count_[static_cast<std::size_t>(length)];
      if (left < 0) throw damaged("a code is impossible.");
    }
    if (left > 0 && used > 1) throw damaged("a code is incomplete.");
    std::array<std::uint16_t, kLongestCode + 2> first{};
    for (std::size_t n = 1; n <= kLongestCode; ++n) {
      first[n + 1] = static_cast<std::uint16_t>(first[n] + count_[n]);
    }
    for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
      if (lengths[symbol] > 0) {
        symbols_[first[lengths[symbol]]++] = static_cast<std::uint16_t>(symbol);
      }
    }
  }

  std::uint32_t read(Bits& bits) const {
    int code = 0, first = 0, index = 0;
    for (std::size_t length = 1; length <= kLongestCode; ++length) {
      code |= static_cast<int>(bits.take(1));
      const int count = count_[length];
      if (code - first < count) return symbols_[static_cast<std::size_t>(index + code - first)];
      index += count;
      first = (first + count) * 2;
      code *= 2;
    }
    throw damaged("a code is unknown.");
  }

 private:
  std::array<std::uint16_t, kLongestCode + 1> count_{};  // codes of each length
  std::array<std::uint16_t, 288> symbols_{};             // by code
};

// RFC 1951, §3.2.5: the least length or distance of each code, and how many bits are added to it.
constexpr std::uint16_t kLengths[] = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                      15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                      67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr std::uint8_t kLengthBits[] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                        2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr std::uint16_t kDistances[] = {
    1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
    193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr std::uint8_t kDistanceBits[] = {0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                          6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};
constexpr std::uint32_t kEndOfBlock = 256;

struct Codes {
  Code literals, distances;
};

/// §3.2.6
Codes fixed_codes() {
  std::array<std::uint8_t, 288> literals;
  for (std::size_t n = 0; n < literals.size(); ++n) {
    literals[n] = n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8;
  }
  std::array<std::uint8_t, 32> distances;
  distances.fill(5);
  return {Code(literals), Code(distances)};
}

/// §3.2.7: the codes' lengths are themselves packed by a code.
Codes read_codes(Bits& bits) {
  static constexpr std::uint8_t kOrder[] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                            11, 4,  12, 3, 13, 2, 14, 1, 15};
  const std::size_t literals = bits.take(5) + 257, distances = bits.take(5) + 1;
  const std::size_t count = bits.take(4) + 4;
  if (literals > 286 || distances > 30) throw damaged("a code has too many symbols.");
  std::array<std::uint8_t, std::size(kOrder)> packing{};
  for (std::size_t n = 0; n < count; ++n)
    packing[kOrder[n]] = static_cast<std::uint8_t>(bits.take(3));
  const Code code(packing);
  std::array<std::uint8_t, 286 + 30> lengths{};
  for (std::size_t n = 0; n < literals + distances;) {
    const std::uint32_t symbol = code.read(bits);
    std::uint8_t value = static_cast<std::uint8_t>(symbol);
    std::size_t times = 1;
    if (symbol == 16) {
      if (n == 0) throw damaged("a code repeats nothing.");
      value = lengths[n - 1];
      times = 3 + bits.take(2);
    } else if (symbol > 16) {
      value = 0;
      times = symbol == 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    }
    if (times > literals + distances - n) throw damaged("a code has too many symbols.");
    std::fill_n(lengths.begin() + static_cast<std::ptrdiff_t>(n), times, value);
    n += times;
  }
  const std::span<const std::uint8_t> all(lengths);
  return {Code(all.first(literals)), Code(all.subspan(literals, distances))};
}

void check_room(const std::string& out, std::size_t more, std::size_t limit) {
  if (more <= limit - out.size()) return;
  throw Error(ErrorCode::kTooLarge,
              "This file holds more than " + std::to_string(limit) +
                  " bytes once it is unpacked. Choose a smaller one.",
              {"", "", "at most " + std::to_string(limit) + " bytes"});
}

void inflate_block(Bits& bits, const Codes& codes, std::size_t limit, std::string& out) {
  while (true) {
    const std::uint32_t symbol = codes.literals.read(bits);
    if (symbol == kEndOfBlock) return;
    if (symbol < kEndOfBlock) {
      check_room(out, 1, limit);
      out.push_back(static_cast<char>(symbol));
      continue;
    }
    const std::size_t n = symbol - kEndOfBlock - 1;
    if (n >= std::size(kLengths)) throw damaged("a length is unknown.");
    const std::size_t length = kLengths[n] + bits.take(kLengthBits[n]);
    const std::size_t d = codes.distances.read(bits);
    if (d >= std::size(kDistances)) throw damaged("a distance is unknown.");
    const std::size_t distance = kDistances[d] + bits.take(kDistanceBits[d]);
    if (distance > out.size()) throw damaged("it repeats what is not there.");
    check_room(out, length, limit);
    // Byte by byte: what is repeated may overlap what it makes.
    for (std::size_t i = 0; i < length; ++i) out.push_back(out[out.size() - distance]);
  }
}

void inflate_stored(Bits& bits, std::size_t limit, std::string& out) {
  const std::string_view head = bits.take_bytes(4);
  const auto byte = [&](std::size_t i) { return std::size_t{static_cast<std::uint8_t>(head[i])}; };
  const std::size_t size = byte(0) | byte(1) << 8u;
  if (size != (~(byte(2) | byte(3) << 8u) & 0xffffu)) throw damaged("a block's size is wrong.");
  check_room(out, size, limit);
  out += bits.take_bytes(size);
}

std::string inflate(Bits& bits, std::size_t limit) {
  std::string out;
  bool last = false;
  while (!last) {
    last = bits.take(1) == 1;
    switch (bits.take(2)) {
      case 0: inflate_stored(bits, limit, out); break;
      case 1: inflate_block(bits, fixed_codes(), limit, out); break;
      case 2: inflate_block(bits, read_codes(bits), limit, out); break;
      default: throw damaged("a block is of an unknown kind.");
    }
  }
  return out;
}

/// RFC 1952, §8: the remainder of division by a polynomial, reflected.
std::uint32_t crc32(std::string_view bytes) {
  std::array<std::uint32_t, 256> table;
  for (std::uint32_t n = 0; n < 256; ++n) {
    std::uint32_t c = n;
    for (int bit = 0; bit < 8; ++bit) c = (c & 1u) ? 0xedb88320u ^ (c >> 1u) : c >> 1u;
    table[n] = c;
  }
  std::uint32_t crc = 0xffffffffu;
  for (const char c : bytes) crc = table[(crc ^ static_cast<std::uint8_t>(c)) & 255u] ^ (crc >> 8u);
  return ~crc;
}

/// RFC 1952, §2.3: the bytes before the deflated stream.
std::size_t header_size(std::string_view bytes) {
  constexpr std::size_t kFixed = 10;
  enum Flags : unsigned { kHeaderCrc = 2, kExtra = 4, kName = 8, kComment = 16 };
  if (bytes.size() < kFixed + kTrailer) throw damaged("it was cut off.");
  const auto flags = static_cast<std::uint8_t>(bytes[3]);
  if (bytes[2] != 8 || flags > 31) throw damaged("it was packed in an unknown way.");
  std::size_t at = kFixed;
  if (flags & kExtra) {
    at += 2u + static_cast<std::uint8_t>(bytes[at]) +
          (std::size_t{static_cast<std::uint8_t>(bytes[at + 1])} << 8u);
  }
  for (const unsigned text : {kName, kComment}) {
    if (flags & text) {
      const std::size_t end = at < bytes.size() ? bytes.find('\0', at) : std::string_view::npos;
      if (end == std::string_view::npos) throw damaged("it was cut off.");
      at = end + 1;
    }
  }
  if (flags & kHeaderCrc) at += 2;
  if (at + kTrailer > bytes.size()) throw damaged("it was cut off.");
  return at;
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

std::string gunzip(std::string_view bytes, std::size_t limit) {
  if (!is_gzip(bytes)) throw damaged("it does not begin as one.");
  Bits bits(bytes.substr(header_size(bytes)));
  std::string out = inflate(bits, limit);
  const std::string_view trailer = bits.take_bytes(kTrailer);
  if (bits.bytes_left() > 0) throw damaged("something follows its end.");
  const auto number = [&](std::size_t at) {
    std::uint32_t n = 0;
    for (std::size_t i = 4; i-- > 0;) n = n << 8u | static_cast<std::uint8_t>(trailer[at + i]);
    return n;
  };
  if (number(0) != crc32(out) || number(4) != static_cast<std::uint32_t>(out.size())) {
    throw damaged("its checksum is wrong.");
  }
  return out;
}

}  // namespace preformer
