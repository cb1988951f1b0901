#include "preformer/text/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "preformer/text/decoding.h"
#include "preformer/text/text_probability.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

constexpr std::array kEncodings{
    Encoding{"utf-8", "UTF-8", "UTF-8", "utf8 unicode-1-1-utf-8"},
    Encoding{"utf-16le", "UTF-16LE", "UTF-16 LE", "utf-16 utf16 utf16le ucs-2 unicode"},
    Encoding{"utf-16be", "UTF-16BE", "UTF-16 BE", "utf16be"},
    Encoding{"utf-32le", "UTF-32LE", "UTF-32 LE", "utf-32 utf32 utf32le ucs-4"},
    Encoding{"utf-32be", "UTF-32BE", "UTF-32 BE", "utf32be"},
    Encoding{"gbk", "GB18030", "GBK", "gb18030 gb2312 gb_2312 gb2312-80 cp936 936 x-gbk euc-cn"},
    Encoding{"big5", "BIG5-HKSCS", "Big5", "big5-hkscs cp950 950 x-x-big5 big-5"},
    Encoding{"shift_jis", "CP932", "Shift JIS",
             "shift-jis sjis ms_kanji windows-31j x-sjis cp932 932"},
    Encoding{"euc-jp", "EUC-JP-MS", "EUC-JP", "eucjp x-euc-jp euc-jp-ms"},
    Encoding{"iso-2022-jp", "ISO-2022-JP", "ISO-2022-JP", "jis csiso2022jp"},
    Encoding{"euc-kr", "CP949", "EUC-KR", "euckr cp949 949 uhc ks_c_5601-1987 ksc5601 windows-949"},
    Encoding{"windows-1252", "CP1252", "Windows-1252 (Western)",
             "cp1252 1252 latin1 latin-1 iso-8859-1 iso8859-1 iso_8859-1 l1 ansi"},
    Encoding{"windows-1251", "CP1251", "Windows-1251 (Cyrillic)", "cp1251 1251"},
    Encoding{"koi8-u", "KOI8-U", "KOI8-U (Cyrillic)", "koi8u"},
    Encoding{"koi8-r", "KOI8-R", "KOI8-R (Cyrillic)", "koi8r koi8 koi"},
    Encoding{"windows-1250", "CP1250", "Windows-1250 (Central European)", "cp1250 1250"},
    Encoding{"windows-1253", "CP1253", "Windows-1253 (Greek)", "cp1253 1253"},
    Encoding{"windows-1254", "CP1254", "Windows-1254 (Turkish)",
             "cp1254 1254 iso-8859-9 latin5 latin-5"},
    Encoding{"windows-1255", "CP1255", "Windows-1255 (Hebrew)", "cp1255 1255"},
    Encoding{"windows-1256", "CP1256", "Windows-1256 (Arabic)", "cp1256 1256"},
    Encoding{"windows-1257", "CP1257", "Windows-1257 (Baltic)", "cp1257 1257"},
    Encoding{"windows-1258", "CP1258", "Windows-1258 (Vietnamese)", "cp1258 1258"},
    Encoding{"windows-874", "CP874", "Windows-874 (Thai)", "cp874 874 tis-620 iso-8859-11 dos-874"},
    Encoding{"iso-8859-2", "ISO-8859-2", "ISO-8859-2 (Central European)", "latin2 latin-2"},
    Encoding{"iso-8859-5", "ISO-8859-5", "ISO-8859-5 (Cyrillic)", "cyrillic"},
    Encoding{"iso-8859-6", "ISO-8859-6", "ISO-8859-6 (Arabic)", "arabic"},
    Encoding{"iso-8859-7", "ISO-8859-7", "ISO-8859-7 (Greek)", "greek"},
    Encoding{"iso-8859-8", "ISO-8859-8", "ISO-8859-8 (Hebrew)", "hebrew iso-8859-8-i"},
    Encoding{"iso-8859-13", "ISO-8859-13", "ISO-8859-13 (Baltic)", "latin7 latin-7"},
    Encoding{"iso-8859-15", "ISO-8859-15", "ISO-8859-15 (Western)", "latin9 latin-9"},
    Encoding{"ibm866", "CP866", "IBM 866 (Cyrillic)", "cp866 866"},
    Encoding{"macintosh", "MACINTOSH", "Mac Roman (Western)", "mac x-mac-roman macroman"},
};

/// The languages that an encoding was made for: other texts in it are not expected.
struct Use {
  std::string_view encoding;
  std::string_view languages;
  double unlikely;  // cost of taking this encoding at all: the smaller, the more common it is
};

constexpr std::string_view kWestern = "fr de es pt it nl sv da fi is ca";
constexpr std::string_view kCentral = "pl cs sk hu ro hr sl";
constexpr std::string_view kCyrillic = "ru uk bg sr be";
constexpr std::array kUses{
    Use{"gbk", "zh-Hans zh-Hant", 0},
    Use{"big5", "zh-Hant", 0},
    Use{"shift_jis", "ja", 0},
    Use{"euc-jp", "ja", 0.5},
    Use{"euc-kr", "ko", 0},
    Use{"windows-1252", kWestern, 0},
    Use{"windows-1251", kCyrillic, 0},
    Use{"koi8-u", "uk", 1.5},
    Use{"koi8-r", "ru", 1},
    Use{"windows-1250", kCentral, 0.5},
    Use{"windows-1253", "el", 0.5},
    Use{"windows-1254", "tr", 0.5},
    Use{"windows-1255", "he", 0.5},
    Use{"windows-1256", "ar fa", 0.5},
    Use{"windows-1257", "lt lv et", 1},
    Use{"windows-1258", "vi", 2},
    Use{"windows-874", "th", 0.5},
    Use{"iso-8859-2", kCentral, 1},
    Use{"iso-8859-5", kCyrillic, 2},
    Use{"iso-8859-6", "ar", 2},
    Use{"iso-8859-7", "el", 1},
    Use{"iso-8859-8", "he", 2},
    Use{"iso-8859-13", "lt lv et", 2},
    Use{"iso-8859-15", kWestern, 1},
    Use{"ibm866", kCyrillic, 2},
    Use{"macintosh", kWestern, 2},
};

constexpr std::size_t kSample = 8192;  // bytes judged

const Encoding* named(std::string_view name) {
  const auto at = std::find_if(kEncodings.begin(), kEncodings.end(),
                               [&](const Encoding& one) { return one.name == name; });
  return &*at;
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const DecodedCodePoint one = decode_at(bytes, i);
    if (!one.valid) return false;
    i += one.bytes;
  }
  return true;
}

/// The lines that have bytes outside ASCII, up to `kSample` bytes of them. In all encodings but
/// UTF-16 and UTF-32 a line feed is the byte 0A and no part of another character.
std::string telling_lines(std::string_view bytes) {
  std::string sample;
  while (!bytes.empty() && sample.size() < kSample) {
    const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
    const bool tells =
        std::any_of(line.begin(), line.end(), [](char byte) { return (byte & 0x80) != 0; });
    if (tells) sample.append(line.substr(0, kSample)).push_back('\n');
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
  }
  return sample;
}

/// Share of zeros among the bytes at start, start + step, …
double zeros(std::string_view bytes, std::size_t start, std::size_t step) {
  std::size_t count = 0, all = 0;
  for (std::size_t i = start; i < bytes.size(); i += step, ++all) count += bytes[i] == 0;
  return all == 0 ? 0 : static_cast<double>(count) / static_cast<double>(all);
}

/// UTF-16 of most scripts has zeros in one place of two. Chinese has too few of them to decide it.
const Encoding* by_zeros(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  const bool fours = bytes.size() % 4 == 0;
  if (fours && is_utf32(sample, true)) return named("utf-32le");
  if (fours && is_utf32(sample, false)) return named("utf-32be");
  if (bytes.size() % 2 != 0) return nullptr;
  const double even = zeros(sample, 0, 2), odd = zeros(sample, 1, 2);
  if (odd > 0.2 && even < odd / 8) return named("utf-16le");
  if (even > 0.2 && odd < even / 8) return named("utf-16be");
  return nullptr;
}

/// What ASCII costs as text. TextProbability leaves it out, since it is the same in nearly all
/// encodings; in UTF-16 those bytes are parts of other characters.
double cost_of_ascii(std::string_view bytes) {
  double sum = 0;
  for (const char byte : bytes) {
    if ((byte & 0x80) == 0) sum += byte == ' ' || (byte >= 'a' && byte <= 'z') ? 2.5 : 4.5;
  }
  return sum;
}

/// Characters that are U+FFFD, as a share of those outside ASCII.
double share_lost(std::string_view utf8) {
  std::size_t lost = 0, all = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCodePoint one = decode_at(utf8, i);
    lost += one.code_point == kReplacementCharacter;
    all += one.code_point >= 0x80;
    i += one.bytes;
  }
  return all == 0 ? 0 : static_cast<double>(lost) / static_cast<double>(all);
}

/// More than this is no guess. How a wrong decoder goes on after what it cannot read differs from
/// system to system; without those texts, the guesses do not.
constexpr double kMostLost = 0.02;

struct Candidate {
  double cost;
  const Encoding* encoding;
  bool readable;
};

}  // namespace

std::span<const Encoding> encodings() { return kEncodings; }

const Encoding* find_encoding(std::string_view label) {
  std::string small(label);
  std::transform(small.begin(), small.end(), small.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
  });
  if (small.empty() || small.find(' ') != std::string::npos) return nullptr;
  for (const Encoding& one : kEncodings) {
    const std::string all = " " + std::string(one.name) + " " + std::string(one.aliases) + " ";
    if (all.find(" " + small + " ") != std::string::npos) return &one;
  }
  return nullptr;
}

const Encoding* marked_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return named("utf-8");
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return named("utf-32le");
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return named("utf-32be");
  if (bytes.starts_with("\xFF\xFE"sv)) return named("utf-16le");
  if (bytes.starts_with("\xFE\xFF"sv)) return named("utf-16be");
  return nullptr;
}

EncodingGuess guess_encoding(std::string_view bytes, const Decoder& decode) {
  if (const Encoding* marked = marked_encoding(bytes)) {
    const bool damaged = marked->name == "utf-8" && !is_valid_utf8(bytes);
    return {marked, damaged ? EncodingSign::kDamaged : EncodingSign::kMark, {}};
  }
  if (bytes.find('\0') != std::string_view::npos) {
    if (const Encoding* wide = by_zeros(bytes)) return {wide, EncodingSign::kZeros, {}};
  }
  if (is_valid_utf8(bytes)) {
    const bool shifts = bytes.find("\x1B$") != std::string_view::npos;
    return {named(shifts ? "iso-2022-jp" : "utf-8"), EncodingSign::kValid, {}};
  }
  const std::string sample = telling_lines(bytes);
  const TextProbability probability;
  std::vector<Candidate> candidates;
  for (const Use& use : kUses) {
    const Encoding* encoding = named(use.encoding);
    const std::string text = decode(sample, *encoding);
    const double cost = probability.cost(text, use.languages);
    candidates.push_back({cost + use.unlikely, encoding, share_lost(text) <= kMostLost});
  }
  const std::string as_utf8 = decode(sample, *named("utf-8"));
  candidates.push_back({probability.cost(as_utf8, ""), named("utf-8"),  //
                        share_lost(as_utf8) <= kMostLost});
  if (bytes.size() % 2 == 0) {  // without a mark, and with few zeros
    const std::string_view start = bytes.substr(0, kSample);
    const double scale = static_cast<double>(sample.size()) / static_cast<double>(start.size());
    for (const std::string_view name : {"utf-16le", "utf-16be"}) {
      const std::string text = decode(start, *named(name));
      const double cost = probability.cost(text, "") - cost_of_ascii(start);
      candidates.push_back({cost * std::min(1.0, scale) + 3, named(name),  //
                            share_lost(text) <= kMostLost});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  EncodingGuess guess{candidates[0].encoding, EncodingSign::kProbable, {}};
  if (guess.encoding->name == "utf-8") guess.sign = EncodingSign::kDamaged;
  for (std::size_t i = 1; i < candidates.size() && guess.others.size() < 3; ++i) {
    if (candidates[i].readable) guess.others.push_back(candidates[i].encoding);
  }
  return guess;
}

}  // namespace preformer
