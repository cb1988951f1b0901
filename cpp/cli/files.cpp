#include "cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "cli/gzip.h"
#include "preformer/base/error.h"
#include "preformer/io/npy.h"
#include "preformer/io/tsv.h"
#include "preformer/io/word2vec.h"
#include "preformer/io/words.h"

namespace preformer::cli {

namespace {

/// Largest size of an unpacked file: more than any published set of word vectors.
constexpr std::size_t kMostUnpacked =
    sizeof(void*) == 4 ? std::size_t{1} << 31u : static_cast<std::size_t>(std::uint64_t{1} << 34u);

[[noreturn]] void fail(const std::string& verb, const std::string& path, const std::string& option,
                       const std::string& permitted) {
  const std::string reason = std::strerror(errno);
  throw Error(ErrorCode::kBadParameter,
              "Cannot " + verb + " " + path + " (" + reason + "). Name " + permitted + ".",
              {option, path, permitted});
}

}  // namespace

std::string metadata_path(const std::string& path) {
  const std::string_view packed = path.ends_with(".gz") ? ".gz" : "";
  std::string_view base = path;
  base.remove_suffix(packed.size());
  if (base.ends_with(".tsv")) base.remove_suffix(4);
  return std::string(base) + ".metadata.tsv" + std::string(packed);
}

FilePieces::FilePieces(const std::string& path, const std::string& option)
    : path_(path), option_(option), standard_(path == "-") {
  if (!standard_) opened_.reset(std::fopen(path.c_str(), "rb"));
  if (!file()) fail("read", path, option, "a file that can be read");
  constexpr std::size_t kSignature = 2;
  std::string bytes(kSignature, '\0');
  bytes.resize(std::fread(bytes.data(), 1, kSignature, file()));
  std::error_code none;
  const bool twice = !standard_ && std::filesystem::is_regular_file(path, none);
  packed_ = is_gzip(bytes);
#ifdef __EMSCRIPTEN__
  const bool as_whole = packed_;
#else
  const bool as_whole = false;
#endif
  if (twice && !as_whole) {
    rewind();
    return;
  }
  // A pipe cannot be read twice: it is kept.
  std::string piece;
  while (read_piece(piece)) bytes += piece;
  whole_ = packed_ ? gunzip(bytes, kMostUnpacked, option) : std::move(bytes);
}

bool FilePieces::read_piece(std::string& piece, std::size_t size) {
  piece.resize(size);
  piece.resize(std::fread(piece.data(), 1, piece.size(), file()));
  if (std::ferror(file())) fail("read", path_, option_, "a file that can be read");
  return !piece.empty();
}

#ifdef __EMSCRIPTEN__
bool FilePieces::unpack_piece(std::string&) {
  return false;
}  // packed files are unpacked as a whole
#else
bool FilePieces::unpack_piece(std::string& piece) {
  constexpr std::size_t kPackedPiece = 1u << 16u;  // it may hold a thousand times as much
  std::string bytes;
  piece.clear();
  while (piece.empty()) {
    if (!read_piece(bytes, kPackedPiece)) {
      unpacking_->finish();
      return false;
    }
    unpacking_->add(bytes, piece);
  }
  return true;
}
#endif

bool FilePieces::next(std::string& piece) {
  if (whole_) {
    piece = whole_->substr(at_, kPiece);
    at_ += piece.size();
    return !piece.empty();
  }
  return packed_ ? unpack_piece(piece) : read_piece(piece);
}

void FilePieces::rewind() {
  at_ = 0;
  if (whole_) return;
  std::rewind(file());
#ifndef __EMSCRIPTEN__
  if (packed_) unpacking_ = std::make_unique<GzipPieces>(option_);
#endif
}

std::string read_file(const std::string& path, const std::string& option) {
  FilePieces pieces(path, option);
  return pieces.rest();
}

std::string FilePieces::rest() {
  if (whole_ && at_ == 0) return std::move(*whole_);
  std::string bytes, piece;
  while (next(piece)) {
    bytes += piece;
    if (packed_ && bytes.size() > kMostUnpacked) throw unpacked_too_large(kMostUnpacked, option_);
  }
  return bytes;
}

void write_file(const std::string& path, std::string_view bytes, const std::string& option) {
  const std::string permitted = "a file in a folder that can be written";
  std::error_code none;
  const bool special = std::filesystem::exists(path, none) &&
                       !std::filesystem::is_regular_file(path, none);  // such as /dev/null
  const std::string target = special ? path : path + ".partial";
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(target.c_str(), "wb"));
  if (!file) fail("write", path, option, permitted);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  const bool closed = std::fclose(file.release()) == 0;  // a full disk may show only here
  if (!written || !closed || (!special && std::rename(target.c_str(), path.c_str()) != 0)) {
    const int reason = errno;
    if (!special) std::remove(target.c_str());
    errno = reason;
    fail("write", path, option, permitted);
  }
}

void write_vectors_file(const std::string& path, const Vocabulary& vocabulary,
                        const MatrixRef& vectors, const std::string& option) {
  const std::size_t renamed = WrittenWords(vocabulary).renamed();
  if (path.ends_with(".tsv")) {
    const TsvPair pair = write_tsv(vocabulary, vectors);
    write_file(path, pair.vectors, option);
    write_file(metadata_path(path), pair.metadata, option);
  } else if (path.ends_with(".bin")) {
    write_file(path, write_word2vec_binary(vocabulary, vectors), option);
  } else if (path.ends_with(".npy")) {
    write_file(path, write_npy(vectors), option);
  } else {
    write_file(path, write_word2vec_text(vocabulary, vectors), option);
  }
  if (renamed > 0 && !path.ends_with(".npy")) {
    std::fprintf(stderr, "%s: words with white space or control characters, written with _: %zu\n",
                 path.c_str(), renamed);
  }
}

}  // namespace preformer::cli
