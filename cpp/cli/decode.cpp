#include "cli/decode.h"

#include "preformer/base/error.h"
#include "preformer/text/decoding.h"
#include "preformer/text/utf8.h"

#ifdef __EMSCRIPTEN__
#include <emscripten/em_js.h>
#else
#include <iconv.h>

#include <cerrno>
#include <memory>
#endif

namespace preformer::cli {

namespace {

[[noreturn]] void unknown(const Encoding& encoding) {
  const std::string name(encoding.name);
  throw Error(ErrorCode::kBadParameter,
              "This system cannot decode " + name + ". Convert the file to UTF-8 first.",
              {"encoding", name, "utf-8"});
}

#ifdef __EMSCRIPTEN__

// clang-format off: this is JavaScript

/// Decodes and keeps the UTF-8 bytes in JavaScript. Returns their number; −1: no such encoding.
EM_JS(double, decode_in_node, (const char* bytes, std::size_t size, const char* name), {
  const at = (pointer) => pointer >>> 0;
  try {
    const label = UTF8ToString(name);
    const text = new TextDecoder(label).decode(HEAPU8.subarray(at(bytes), at(bytes) + at(size)));
    Module.decoded = new TextEncoder().encode(text);
    return Module.decoded.length;
  } catch (error) {
    return -1;
  }
});

/// Copies the bytes kept to `to`.
EM_JS(void, take_decoded, (char* to), {
  HEAPU8.set(Module.decoded, to >>> 0);
  Module.decoded = undefined;
});

// clang-format on

std::string by_table(std::string_view bytes, const Encoding& encoding) {
  // Node's "gbk" has no characters of four bytes.
  const std::string label(encoding.name == "gbk" ? "gb18030" : encoding.name);
  const double size = decode_in_node(bytes.data(), bytes.size(), label.c_str());
  if (size < 0) unknown(encoding);
  std::string text(static_cast<std::size_t>(size), '\0');
  take_decoded(text.data());
  return text;
}

#else

struct CloseTable {
  using pointer = iconv_t;
  void operator()(iconv_t table) const { iconv_close(table); }
};

/// Whether the byte begins a character of two bytes or more.
bool is_lead(const Encoding& encoding, unsigned char byte) {
  if (encoding.name == "euc-jp")
    return byte == 0x8E || byte == 0x8F || (byte >= 0xA1 && byte < 0xFF);
  if (encoding.name == "shift_jis")
    return (byte > 0x80 && byte < 0xA0) || (byte > 0xDF && byte < 0xFD);
  const bool wide = encoding.name == "gbk" || encoding.name == "big5" || encoding.name == "euc-kr";
  return wide && byte > 0x80 && byte < 0xFF;
}

/// How many bytes an ill-formed character has: as in the WHATWG Encoding Standard, a second byte
/// belongs to it unless that is ASCII, so that the native program and Node replace as many.
std::size_t ill_formed(const Encoding& encoding, const char* in, std::size_t left) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(in[i]); };
  return left > 1 && is_lead(encoding, byte(0)) && byte(1) >= 0x80 ? 2 : 1;
}

std::string by_table(std::string_view bytes, const Encoding& encoding) {
  const iconv_t opened = iconv_open("UTF-8", std::string(encoding.system).c_str());
  if (opened == reinterpret_cast<iconv_t>(-1)) unknown(encoding);
  const std::unique_ptr<iconv_t, CloseTable> table(opened);
  std::string text;
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  std::string part(1u << 16u, '\0');
  const auto flush = [&](char* out) {
    text.append(part.data(), static_cast<std::size_t>(out - part.data()));
  };
  while (left > 0) {
    char* out = part.data();
    std::size_t room = part.size();
    const std::size_t status = iconv(opened, &in, &left, &out, &room);
    flush(out);
    if (status != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    if (encoding.name == "gbk" && *in == '\x80') {  // Windows' euro sign
      append_utf8(text, U'€');
      ++in;
      --left;
      continue;
    }
    append_utf8(text, kReplacementCharacter);
    const std::size_t wrong = ill_formed(encoding, in, left);
    in += wrong;
    left -= wrong;
  }
  char* out = part.data();
  std::size_t room = part.size();
  iconv(opened, nullptr, nullptr, &out, &room);  // what waits for a mark that may follow
  flush(out);
  return text;
}

#endif

}  // namespace

std::string decode_text(std::string_view bytes, const Encoding& encoding) {
  return preformer::decode_text(bytes, encoding, by_table);
}

}  // namespace preformer::cli
