// Unpacks files compressed by gzip, with zlib natively and with Node's own zlib under Node.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#ifndef __EMSCRIPTEN__
#include <zlib.h>
#endif

#include "preformer/base/error.h"

namespace preformer::cli {

/// The error of a file that unpacks to more than `limit` bytes.
Error unpacked_too_large(std::size_t limit, const std::string& option);

/// Recognises a file by its first two bytes.
bool is_gzip(std::string_view bytes);

/// Unpacks a file. Throws BadFormat if the file is damaged, incomplete or followed by other bytes,
/// TooLarge if it unpacks to more than `limit` bytes. Errors contain `option`.
std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& option);

#ifndef __EMSCRIPTEN__
/// Unpacks a file piece by piece. Node's zlib cannot do that while a program waits for it.
class GzipPieces {
 public:
  explicit GzipPieces(std::string option);
  ~GzipPieces();
  GzipPieces(const GzipPieces&) = delete;
  GzipPieces& operator=(const GzipPieces&) = delete;

  /// Appends what the next bytes of the file unpack to. Throws BadFormat if they are damaged.
  void add(std::string_view bytes, std::string& unpacked);
  /// Throws BadFormat if the file is incomplete.
  void finish() const;

 private:
  z_stream stream_{};
  std::string option_;
  bool ended_ = false;
};
#endif

}  // namespace preformer::cli
