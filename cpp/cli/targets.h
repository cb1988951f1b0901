// The files that a verb will write, checked before anything is computed.
#pragma once

#include <initializer_list>
#include <string>

namespace preformer::cli {

/// A result and where it goes; an empty path: nowhere.
struct Target {
  std::string path;
  std::string option;
  bool vectors = false;  // as write_vectors_file() writes them: a .tsv file comes with another
};

/// Throws BadParameter if a target cannot be written, if two of them are one file, or if one of
/// `inputs` would be replaced. Names of one file may differ: `v.txt` and `./v.txt`, or a link.
void check_targets(std::initializer_list<Target> targets,
                   std::initializer_list<std::string> inputs);

}  // namespace preformer::cli
