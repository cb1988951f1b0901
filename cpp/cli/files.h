// Bytes from and to files: the core itself never touches a disk.
#pragma once

#include <string>
#include <string_view>

#include "preformer/models/word_vectors.h"

namespace preformer::cli {

/// The whole file; "-" is standard input. A file that gzip packed is unpacked. Throws BadParameter
/// naming `option`, BadFormat where it is damaged, TooLarge where it unpacks to more than memory
/// should be filled with.
std::string read_file(const std::string& path, const std::string& option);

/// Writes beside `path` and renames, so that a broken run never leaves half a file.
void write_file(const std::string& path, std::string_view bytes, const std::string& option);

/// Word vectors of any format; `metadata` is the second file of a TSV pair.
WordVectors read_vectors_file(const std::string& path, const std::string& metadata);

/// The format follows the name: .bin is word2vec binary, .tsv a pair of which the second file is
/// named .metadata.tsv, .npy the bare matrix, anything else word2vec text.
void write_vectors_file(const std::string& path, const Vocabulary& vocabulary,
                        const MatrixRef& vectors, const std::string& option);

}  // namespace preformer::cli
