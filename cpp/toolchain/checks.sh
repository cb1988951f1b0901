#!/usr/bin/env bash
# checks.sh format | lint | tidy | CHECK: applies or checks formatting, lint and types.
# `checks.sh list` prints the possible values of CHECK. Exit code 77 means that it cannot run here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source cpp/toolchain/lib.sh

readonly CHECKS=(clang-format includes biome types directions shellcheck sizes)
readonly EXACT_LIMIT=200000 # bytes of gzip per module, which a phone loads before it can train

tracked() { git ls-files -co --exclude-standard -- "$@" | while read -r f; do [[ ! -f $f ]] || echo "$f"; done; }

# Versions of clang-format format differently, so only one version is used.
clang_format() {
  have clang-format-19 || { echo 'clang-format-19 is not installed' && exit 77; }
  tracked 'cpp/*.h' 'cpp/*.cpp' 'tests/*.h' 'tests/*.cpp' 'examples/*.cpp' | xargs -r clang-format-19 "$@"
}

check() {
  case $1 in
    clang-format) clang_format --dry-run -Werror ;;
    includes) python3 cpp/toolchain/includes.py ;;
    biome) node_modules/.bin/biome check --error-on-warnings . ;;
    types) node_modules/.bin/tsc ;;
    directions) node web/directions.js ;;
    shellcheck)
      have shellcheck || { echo 'shellcheck is not installed' && exit 77; }
      tracked build.sh .ci/run '*.sh' tests/bench/run | xargs grep -lE '^#!.*(ba)?sh|shell=bash' |
        xargs shellcheck -x
      ;;
    sizes)
      local module size bad=0
      for module in preformer-exact preformer-transfer-exact preformer-files-exact preformer-inside-exact; do
        size=$(gzip -9c "build/wasm/$module.wasm" | wc -c)
        echo "$module.wasm: $size bytes gzip, limit $EXACT_LIMIT"
        ((size <= EXACT_LIMIT)) || bad=1
      done
      return "$bad"
      ;;
    tidy) # takes minutes, so it is not among CHECKS
      # In clang's own words and without precompiled headers, which clang-tidy cannot read.
      cmake -G Ninja -S . -B build/cmake/tidy -D CMAKE_CXX_COMPILER=clang++-19 \
        -D CMAKE_DISABLE_PRECOMPILE_HEADERS=ON -D PREFORMER_CLI=OFF >/dev/null
      printf '%s\n' cpp/preformer/*/*.cpp |
        xargs -P "${JOBS:-$(nproc)}" -n 4 clang-tidy-19 -p build/cmake/tidy --quiet
      ;;
    *) die "unknown check: $1" ;;
  esac
}

case ${1:-} in
  list) printf '%s\n' "${CHECKS[@]}" ;;
  format)
    clang_format -i
    node_modules/.bin/biome check --write .
    ;;
  lint)
    failed=0
    for name in "${CHECKS[@]}"; do
      [[ $name != sizes ]] || continue # needs a build
      say "· $name"
      status=0
      "$0" "$name" || status=$?
      ((status == 0 || status == 77)) || failed=1
    done
    exit "$failed"
    ;;
  *) check "${1:-}" ;;
esac
