#include "cli/gzip.h"

#ifdef __EMSCRIPTEN__
#include <emscripten/em_js.h>
#else
#include <algorithm>
#include <new>
#include <utility>
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

}  // namespace

Error unpacked_too_large(std::size_t limit, const std::string& option) {
  return Error(ErrorCode::kTooLarge,
               "This file holds more than " + std::to_string(limit) +
                   " bytes once it is unpacked. Choose a smaller one.",
               {option, "", "at most " + std::to_string(limit) + " bytes"});
}

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
  if (size == kTooLarge) throw unpacked_too_large(limit, option);
  if (size == kCutOff) throw cut_off(option);
  if (size < 0) throw damaged(option);
  std::string unpacked(static_cast<std::size_t>(size), '\0');
  take_unpacked(unpacked.data());
  return unpacked;
}

#else

GzipPieces::GzipPieces(std::string option) : option_(std::move(option)) {
  constexpr int kGzipOnly = 16;  // added to the size of the window: no other format
  if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
}

GzipPieces::~GzipPieces() { inflateEnd(&stream_); }

void GzipPieces::add(std::string_view bytes, std::string& unpacked) {
  constexpr std::size_t kPart = 1u << 16u;    // bytes unpacked at a time
  constexpr std::size_t kMostIn = 1u << 30u;  // zlib counts with 32 bits
  for (;;) {
    if (ended_ && bytes.empty()) return;
    if (ended_) inflateReset(&stream_);  // another gzip file may follow; both are read as one
    ended_ = false;
    const std::size_t in = std::min(bytes.size(), kMostIn), size = unpacked.size();
    unpacked.resize(size + kPart);
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(in);
    stream_.next_out = reinterpret_cast<Bytef*>(unpacked.data() + size);
    stream_.avail_out = static_cast<uInt>(kPart);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    bytes.remove_prefix(in - stream_.avail_in);
    unpacked.resize(size + kPart - stream_.avail_out);
    if (status == Z_STREAM_END) {
      ended_ = true;
    } else if (status == Z_BUF_ERROR) {
      return;  // it needs more bytes
    } else if (status == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (status != Z_OK) {
      throw damaged(option_);
    }
  }
}

void GzipPieces::finish() const {
  if (!ended_) throw cut_off(option_);
}

std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& option) {
  constexpr std::size_t kPiece = 1u << 20u;
  GzipPieces pieces(option);
  std::string unpacked;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kPiece))) {
    pieces.add(bytes.substr(0, kPiece), unpacked);
    if (unpacked.size() > limit) throw unpacked_too_large(limit, option);
  }
  pieces.finish();
  return unpacked;
}

#endif

}  // namespace preformer::cli
