#include "cli/targets.h"

#include <filesystem>
#include <system_error>
#include <vector>

#include "cli/files.h"
#include "preformer/base/error.h"

namespace preformer::cli {

namespace {

namespace fs = std::filesystem;

/// The files of a target.
std::vector<std::string> files_of(const Target& target) {
  if (target.path.empty()) return {};
  std::vector<std::string> files{target.path};
  if (target.vectors && ending_of(target.path) == ".tsv") {
    files.push_back(metadata_path(target.path));
  }
  return files;
}

/// Whether both names lead to the same file. It need not exist yet.
bool is_one_file(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (a.empty() || b.empty() || a == "-" || b == "-") return false;
  std::error_code none;
  if (fs::equivalent(a, b, none)) return true;
  const fs::path first = fs::weakly_canonical(fs::absolute(a, none), none);
  return !first.empty() && first == fs::weakly_canonical(fs::absolute(b, none), none);
}

}  // namespace

void check_targets(std::initializer_list<Target> targets,
                   std::initializer_list<std::string> inputs) {
  std::vector<std::string> before;
  for (const Target& target : targets) {
    const std::vector<std::string> files = files_of(target);
    for (const std::string& file : files) {
      if (is_special_target(file)) continue;
      for (const std::string& other : before) {
        if (!is_one_file(file, other)) continue;
        throw Error(ErrorCode::kBadParameter,
                    "Two results would be written to " + file + ". Give each a file of its own.",
                    {target.option, target.path, "another file"});
      }
      for (const std::string& input : inputs) {
        if (!is_one_file(file, input)) continue;
        throw Error(ErrorCode::kBadParameter,
                    file + " is read and would be replaced by the result. Name another file.",
                    {target.option, target.path, "another file"});
      }
    }
    before.insert(before.end(), files.begin(), files.end());
    if (target.path.empty()) continue;
    if (target.vectors) {
      check_vectors_target(target.path, target.option);
    } else {
      check_target(target.path, target.option);
    }
  }
}

}  // namespace preformer::cli
