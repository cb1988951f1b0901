#include "cli/gzip.h"

#include "preformer/base/error.h"

#ifdef __EMSCRIPTEN__
#include <emscripten/em_js.h>
#else
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <new>
#endif

namespace preformer::cli {

namespace {

Error damaged(const std::string& option) {
  return Error(ErrorCode::kBadFormat,
               "This gzip file cannot be read: it is damaged. Fetch it again.",
               {option, "", "a gzip file"});
}

Error cut_off(const std::string& option) {
  return Error(ErrorCode::kBadFormat,
               "This gzip file cannot be read: it was cut off. Fetch it again.",
               {option, "", "a gzip file"});
}

Error too_large(std::size_t limit, const std::string& option) {
  return Error(ErrorCode::kTooLarge,
               "This file holds more than " + std::to_string(limit) +
                   " bytes once it is unpacked. Choose a smaller one.",
               {option, "", "at most " + std::to_string(limit) + " bytes"});
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

#ifdef __EMSCRIPTEN__

namespace {

constexpr double kCutOff = -2, kTooLarge = -3;  // any other number below 0: damaged

// clang-format off: this is JavaScript

/// Unpacks and keeps the bytes in JavaScript. Returns their number, or a negative error code.
EM_JS(double, unpack_in_node, (const char* bytes, std::size_t size, double most), {
  const zlib = process.getBuiltinModule('node:zlib');
  const start = bytes >>> 0;
  const packed = HEAPU8.slice(start, start + (size >>> 0));
  try {
    Module.unpacked = zlib.gunzipSync(packed, { maxOutputLength: most });
    return Module.unpacked.length;
  } catch (error) {
    if (error.code === 'ERR_BUFFER_TOO_LARGE') return -3;
    return error.code === 'Z_BUF_ERROR' ? -2 : -1;
  }
});

/// Copies the bytes kept to `to`.
EM_JS(void, take_unpacked, (char* to), {
  HEAPU8.set(Module.unpacked, to >>> 0);
  Module.unpacked = undefined;
});

// clang-format on

}  // namespace

std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& option) {
  const double size = unpack_in_node(bytes.data(), bytes.size(), static_cast<double>(limit));
  if (size == kTooLarge) throw too_large(limit, option);
  if (size == kCutOff) throw cut_off(option);
  if (size < 0) throw damaged(option);
  std::string unpacked(static_cast<std::size_t>(size), '\0');
  take_unpacked(unpacked.data());
  return unpacked;
}

#else

std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& option) {
  constexpr int kGzipOnly = 16;              // added to the size of the window: no other format
  constexpr std::size_t kPart = 1u << 16;    // bytes unpacked at a time
  constexpr std::size_t kMostIn = 1u << 30;  // zlib counts with 32 bits
  z_stream stream{};
  if (inflateInit2(&stream, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, inflateEnd);

  std::string unpacked(kPart, '\0');
  std::size_t read = 0, size = 0;
  for (;;) {
    const std::size_t in = std::min(bytes.size() - read, kMostIn);
    unpacked.resize(size + kPart);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + read));
    stream.avail_in = static_cast<uInt>(in);
    stream.next_out = reinterpret_cast<Bytef*>(unpacked.data() + size);
    stream.avail_out = static_cast<uInt>(kPart);
    const int status = inflate(&stream, Z_NO_FLUSH);
    read += in - stream.avail_in;
    size += kPart - stream.avail_out;
    if (size > limit) throw too_large(limit, option);
    if (status == Z_STREAM_END) {
      if (read == bytes.size()) break;
      inflateReset(&stream);  // another gzip file may follow; both are read as one
    } else if (status == Z_BUF_ERROR) {
      throw cut_off(option);
    } else if (status == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (status != Z_OK) {
      throw damaged(option);
    }
  }
  unpacked.resize(size);
  return unpacked;
}

#endif

}  // namespace preformer::cli
