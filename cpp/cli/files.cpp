#include "cli/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <memory>
#include <system_error>

#include "cli/gzip.h"
#include "cli/text_files.h"
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

constexpr const char* kWritable = "a file in a folder that can be written";
using File = std::unique_ptr<std::FILE, CloseFile>;

}  // namespace

std::string metadata_path(const std::string& path) {
  const std::string packed = ending_of(path) == ".gz" ? ".gz" : "";
  std::string base = path.substr(0, path.size() - packed.size());
  if (ending_of(base) == ".tsv") base.resize(base.size() - std::strlen(".tsv"));
  return base + ".metadata.tsv" + packed;
}

bool is_special_target(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code none;
  return fs::exists(path, none) && !fs::is_regular_file(path, none) &&
         !fs::is_directory(path, none);
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
  const bool special = is_special_target(path);
  const std::string target = special ? path : path + ".partial";
  File file(std::fopen(target.c_str(), "wb"));
  if (!file) fail("write", path, option, kWritable);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  const bool closed = std::fclose(file.release()) == 0;  // a full disk may show only here
  if (!written || !closed || (!special && std::rename(target.c_str(), path.c_str()) != 0)) {
    const int reason = errno;
    if (!special) std::remove(target.c_str());
    errno = reason;
    fail("write", path, option, kWritable);
  }
}

void check_target(const std::string& path, const std::string& option) {
  std::error_code none;
  if (std::filesystem::is_directory(path, none)) {
    errno = EISDIR;
    fail("write", path, option, kWritable);
  }
  if (is_special_target(path)) return;
  const std::string target = path + ".partial";
  const bool there = std::filesystem::exists(target, none);
  if (!File(std::fopen(target.c_str(), "ab"))) fail("write", path, option, kWritable);
  if (!there) std::remove(target.c_str());
}

void write_or_keep(const std::string& path, std::string_view bytes, const std::string& option) {
  namespace fs = std::filesystem;
  try {
    write_file(path, bytes, option);
  } catch (const Error& error) {
    std::error_code none;
    const std::string name = "preformer-kept-" + fs::path(path).filename().string();
    for (const fs::path& folder : {fs::current_path(none), fs::temp_directory_path(none)}) {
      if (folder.empty()) continue;
      const std::string kept = (folder / name).string();
      try {
        write_file(kept, bytes, option);
      } catch (const Error&) {
        continue;
      }
      throw Error(error.code(), std::string(error.what()) + " The result was kept in " + kept + ".",
                  {error.name(), error.value(), error.permitted()});
    }
    throw;
  }
}

std::string ending_of(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

void check_vectors_target(const std::string& path, const std::string& option) {
  static constexpr std::string_view kEndings[] = {"", ".txt", ".vec", ".bin", ".tsv", ".npy"};
  const std::string ending = ending_of(path);
  if (std::find(std::begin(kEndings), std::end(kEndings), ending) == std::end(kEndings)) {
    const bool packed = ending == ".gz" || ending == ".zip" || ending == ".xz" || ending == ".bz2";
    throw Error(ErrorCode::kBadParameter,
                "Vectors cannot be written as " + ending + " (" + path +
                    "). End the name in .txt or .vec (word2vec text), .bin (word2vec binary), .tsv "
                    "(a pair with .metadata.tsv) or .npy (the numbers alone)." +
                    (packed ? " Files are not compressed: do it afterwards." : ""),
                {option, path, ".txt, .vec, .bin, .tsv, .npy"});
  }
  check_target(path, option);
  if (ending == ".tsv") check_target(metadata_path(path), option);
}

void write_vectors_file(const std::string& path, const Vocabulary& vocabulary,
                        const MatrixRef& vectors, const std::string& option) {
  const std::size_t renamed = WrittenWords(vocabulary).renamed();
  const std::string ending = ending_of(path);
  if (ending == ".tsv") {
    const TsvPair pair = write_tsv(vocabulary, vectors);
    write_or_keep(path, pair.vectors, option);
    write_or_keep(metadata_path(path), pair.metadata, option);
  } else if (ending == ".bin") {
    write_or_keep(path, write_word2vec_binary(vocabulary, vectors), option);
  } else if (ending == ".npy") {
    write_or_keep(path, write_npy(vectors), option);
  } else {
    write_or_keep(path, write_word2vec_text(vocabulary, vectors), option);
  }
  if (renamed > 0 && ending != ".npy") {
    std::fprintf(stderr, "%s: words with white space or control characters, written with _: %zu\n",
                 path.c_str(), renamed);
  }
}

}  // namespace preformer::cli
