# Shared by build.sh: compiles presets, and keeps what was compiled for other clones. Sourced after lib.sh.
# shellcheck shell=bash

# cmake_configure PRESET TITLE
cmake_configure() {
  local preset=$1 title=$2 folder=build/cmake/$1 want options=()
  # Clang compiles the tests three times as fast as GCC, and its sanitizers find more.
  if [[ $preset == native-debug ]] && have clang++-19; then
    options=(-D CMAKE_CXX_COMPILER=clang++-19)
  fi
  want=$(cat CMakePresets.json cpp/toolchain/emscripten.cmake \
    <(printf '%s\n' "${EMSCRIPTEN_ROOT:-}" "${options[@]}") | sha256sum)
  [[ ! -f $folder/build.ninja || "$(cat "$folder/.stamp" 2>/dev/null)" != "$want" ]] || return 0
  rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
  step "Configure $title" cmake --preset "$preset" "${options[@]}"
  printf '%s\n' "$want" >"$folder/.stamp"
}

# cmake_build PRESET TITLE TARGET
cmake_build() {
  cmake_configure "$1" "$2"
  step "Build $2" cmake --build --preset "$1" --parallel "${JOBS:-$(nproc)}" --target "$3"
}

# Prints what the result of a compilation depends on besides the sources.
toolchain_id() {
  uname -m
  printf '%s\n' "${CXX:-}" "${CXXFLAGS:-}" "${CPPFLAGS:-}" "${LDFLAGS:-}" "${EMCC_CFLAGS:-}"
  local compiler
  for compiler in g++ clang++-19; do
    if have "$compiler"; then "$compiler" --version; fi
  done
  cat "${EMSCRIPTEN_ROOT:-/nowhere}/emscripten-version.txt" 2>/dev/null || true
  local header headers=()
  for header in eigen3/Eigen/src/Core/util/Macros.h CLI/Version.hpp nlohmann utf8proc.h catch2; do
    header=${PREFORMER_INCLUDE:-/usr/include}/$header
    if [[ -e $header ]]; then headers+=("$header"); fi
  done
  if ((${#headers[@]})); then digest "${headers[@]}"; fi
}

# built PRESET TITLE TARGET SOURCES… -- FILES…: FILES or folders (in build/) of TARGET, made from SOURCES. The
# cache keeps them by a digest of all that they depend on, so that another clone copies them.
# PREFORMER_COMPILE=1 compiles all the same.
built() {
  local preset=$1 title=$2 target=$3 sources=() key kept stamp file missing=0
  shift 3
  while [[ $1 != -- ]]; do
    sources+=("$1")
    shift
  done
  shift
  key=$({
    printf '%s\n' "$preset" "$target" "$@"
    digest "${sources[@]}" cpp/toolchain/*.cmake{,.in} cpp/toolchain/eigen_shim CMakeLists.txt CMakePresets.json
    toolchain_id
  } | sha256sum | cut -c 1-32)
  kept=$CACHE/built/$key stamp=build/stamps/$preset-$target
  mkdir -p build/stamps "$CACHE/built"
  for file in "$@"; do [[ -e build/$file ]] || missing=1; done
  if ((!missing)) && [[ "$(cat "$stamp" 2>/dev/null)" == "$key" ]]; then return; fi
  if [[ -d $kept && -z ${PREFORMER_COMPILE:-} ]]; then
    say "  From the cache: $title"
    touch "$kept"
    cp -a "$kept/." build/
  else
    cmake_build "$preset" "$title" "$target"
    rm -rf "$kept.$$"
    for file in "$@"; do
      mkdir -p "$kept.$$/${file%/*}"
      cp -a "build/$file" "$kept.$$/$file"
    done
    find "$CACHE/built" -mindepth 1 -maxdepth 1 -mtime +30 -exec rm -rf {} +
    rm -rf "$kept"
    mv "$kept.$$" "$kept"
  fi
  printf '%s\n' "$key" >"$stamp"
}
