// Reading and writing files. The core itself does not access files.
#pragma once

#include <string>
#include <string_view>

#include "preformer/models/word_vectors.h"

namespace preformer::cli {

/// Reads a whole file; "-" is standard input. A file compressed by gzip is unpacked. Errors contain
/// `option`. Throws BadParameter if the file cannot be read, BadFormat if it is damaged, TooLarge
/// if it unpacks to more than a machine's memory can hold.
std::string read_file(const std::string& path, const std::string& option);

/// Writes to another file and renames it, so that an interrupted run never leaves half a file.
void write_file(const std::string& path, std::string_view bytes, const std::string& option);

/// Reads word vectors of any format. `metadata` is the second file of a TSV pair, `encoding`
/// that of text files.
WordVectors read_vectors_file(const std::string& path, const std::string& metadata,
                              const std::string& encoding = "");

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
/// ending are word2vec text.
void write_vectors_file(const std::string& path, const Vocabulary& vocabulary,
                        const MatrixRef& vectors, const std::string& option);

}  // namespace preformer::cli
