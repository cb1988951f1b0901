// Reading and writing files. The core itself does not access files.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/gzip.h"
#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer::cli {

/// Reads a whole file; "-" is standard input. A file compressed by gzip is unpacked. Errors contain
/// `option`. Throws BadParameter if the file cannot be read, BadFormat if it is damaged, TooLarge
/// if it unpacks to more than a machine's memory can hold.
std::string read_file(const std::string& path, const std::string& option);

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// The same file piece by piece, so that a large one need not fit into memory. Under Node a
/// compressed file is unpacked as a whole.
class FilePieces {
 public:
  FilePieces(const std::string& path, const std::string& option);

  /// False at the end of the file.
  bool next(std::string& piece);
  /// Begins at the start again.
  void rewind();
  /// All pieces together.
  std::string rest();

 private:
  static constexpr std::size_t kPiece = std::size_t{1} << 20u;
  bool read_piece(std::string& piece, std::size_t size = kPiece);
  bool unpack_piece(std::string& piece);
  std::FILE* file() const { return standard_ ? stdin : opened_.get(); }

  std::string path_, option_;
  bool standard_, packed_ = false;
  std::unique_ptr<std::FILE, CloseFile> opened_;
  std::optional<std::string> whole_;
#ifndef __EMSCRIPTEN__
  std::unique_ptr<GzipPieces> unpacking_;
#endif
  std::size_t at_ = 0;
};

/// Writes to another file and renames it, so that an interrupted run never leaves half a file.
void write_file(const std::string& path, std::string_view bytes, const std::string& option);

/// The second file of a TSV pair, by the name of the first.
std::string metadata_path(const std::string& path);

/// Throws BadParameter if nothing can be written to `path`, before anything is computed.
void check_target(const std::string& path, const std::string& option);

/// Whether the path is a device or a pipe, such as /dev/null: nothing in it is replaced.
bool is_special_target(const std::string& path);

/// As write_file. If that fails, the bytes are written to the current or the temporary folder, and
/// the error names the place.
void write_or_keep(const std::string& path, std::string_view bytes, const std::string& option);

/// The ending of a file's name in lower case, ".bin"; empty if it has none.
std::string ending_of(const std::string& path);

/// Throws BadParameter unless the ending is one that write_vectors_file() knows, or check_target()
/// does.
void check_vectors_target(const std::string& path, const std::string& option);

/// The ending of the name, in letters of any case, decides the format: .bin is word2vec binary,
/// .tsv a pair whose second file ends in .metadata.tsv, .npy the matrix alone; .txt, .vec and no
/// ending are word2vec text. Words that a file cannot hold are written with _, and their
/// number is printed to stderr.
void write_vectors_file(const std::string& path, const Vocabulary& vocabulary,
                        const MatrixRef& vectors, const std::string& option);

}  // namespace preformer::cli
