#!/usr/bin/env bash
# Builds, tests and serves Preformer; `./build.sh help` lists the verbs. Everything built goes to
# build/; downloaded tools go to a cache outside the checkout.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source cpp/toolchain/lib.sh

usage() {
  cat <<HELP
usage: ./build.sh [VERB]

  (none)    install what is missing, build everything, serve the page
  build     install what is missing, build everything
  serve     serve build/site on http://localhost:8080 (PORT=N for another port)
  test      run every test; 'test cpp|golden|web|e2e|checks …' runs some
  bench     run the benchmarks
  parameters  write web/src/api/parameters.json, after a parameter of the core has changed
  format    format all sources
  lint      check formatting, lint and types
  clean     remove build/
  help      this text
HELP
}

# Puts a suitable Node first on the PATH and installs the npm packages into node_modules.
setup_node() {
  local folder
  folder=$(cpp/toolchain/node.sh)
  export PATH="$folder:$PATH"
  local stamp=node_modules/.preformer-stamp want
  want=$(cat package.json package-lock.json | sha256sum)
  [[ -f $stamp && "$(<"$stamp")" == "$want" ]] && return
  step 'Install npm packages' npm ci --prefer-offline --no-audit --no-fund
  printf '%s\n' "$want" >"$stamp"
}

setup_emscripten() {
  EMSCRIPTEN_ROOT=$(cpp/toolchain/emscripten.sh)
  export EMSCRIPTEN_ROOT
  # The system's Python: version managers put slow wrappers on the PATH.
  if [[ -z ${EMSDK_PYTHON:-} && -x /usr/bin/python3 ]]; then export EMSDK_PYTHON=/usr/bin/python3; fi
}

# cmake_build PRESET TITLE
cmake_build() {
  local folder=build/cmake/$1 want
  want=$(cat CMakePresets.json cpp/toolchain/emscripten.cmake <(printf '%s' "${EMSCRIPTEN_ROOT:-}") |
    sha256sum)
  if [[ ! -f $folder/build.ninja || "$(cat "$folder/.stamp" 2>/dev/null)" != "$want" ]]; then
    rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
    step "Configure $2" cmake --preset "$1"
    printf '%s\n' "$want" >"$folder/.stamp"
  fi
  step "Build $2" cmake --build --preset "$1" --parallel "${JOBS:-$(nproc)}"
}

build_site() {
  local stamp=build/site.stamp want
  want=$(digest web vite.config.js package-lock.json build/wasm/*.mjs build/wasm/*.wasm)
  [[ -f build/site/index.html && "$(cat "$stamp" 2>/dev/null)" == "$want" ]] && return
  step 'Build the site' node_modules/.bin/vite build --logLevel warn
  printf '%s\n' "$want" >"$stamp"
}

# Builds the link reader of the command line, and copies the corpora that it reads from disk.
build_link() {
  local stamp=build/link.stamp want
  want=$(digest web/src web/corpora vite.link.config.js package-lock.json)
  [[ -f build/wasm/link.mjs && "$(cat "$stamp" 2>/dev/null)" == "$want" ]] && return
  step 'Bundle the reader of links' node_modules/.bin/vite build --config vite.link.config.js --logLevel warn
  mkdir -p build/wasm/prepared
  cp web/corpora/prepared/state-of-the-union*.gz build/wasm/prepared/
  printf '%s\n' "$want" >"$stamp"
}

# Builds the npm package, the site's folder lib/ with the elements, and the page in one file.
build_package() {
  local stamp=build/package.stamp want
  want=$(digest web CHANGELOG.md LICENSE package-lock.json build/wasm/*.mjs build/wasm/*.wasm)
  [[ -f build/package/package.json && -f build/site/lib/elements.js &&
    "$(cat "$stamp" 2>/dev/null)" == "$want" ]] && return
  step 'Build the npm package' node web/package/build.js
  printf '%s\n' "$want" >"$stamp"
}

sizes() {
  local file
  for file in build/wasm/preformer-*.wasm; do
    [[ -f $file ]] || continue
    say "  ${file#build/wasm/}: $(gzip -9c "$file" | wc -c | awk '{ printf "%.0f kB", $1 / 1000 }') gzip"
  done
}

# Allows one build at a time in a checkout; the lock ends with this process or with release_checkout.
hold_checkout() {
  mkdir -p build
  exec 8>build/.lock
  flock -n 8 || { say 'Waiting for another build in this folder …' && flock 8; }
}
release_checkout() { exec 8>&-; }

build() {
  say 'Building Preformer'
  cpp/toolchain/system.sh build
  setup_node
  setup_emscripten
  cmake_build native-release 'the native command line'
  cmake_build wasm-exact 'the exact wasm build'
  cmake_build wasm-fast 'the fast wasm build'
  cmake_build wasm-parallel 'the parallel wasm build'
  step 'Prepare the State of the Union text' node web/corpora/prepare-sotu.js
  step 'Prepare the digits' node web/corpora/prepare-digits.js
  step 'Write the reviews' node web/corpora/prepare-reviews.js
  build_link
  build_site
  build_package
  sizes
}

# Builds only what the chosen test runners need.
build_for_tests() {
  cpp/toolchain/system.sh test
  [[ " $* " == ' cpp ' ]] || build
  if [[ " $* " == *' cpp '* ]]; then cmake_build native-debug 'the C++ tests'; fi
}

run_tests() {
  local runners=("$@")
  ((${#runners[@]})) || runners=(checks cpp golden web e2e)
  # In a separate process, so that the summary line is printed even if the build fails.
  if ! "$0" build-for-tests "${runners[@]}"; then
    echo '0 passed, 1 failed'
    exit 1
  fi
  [[ "${runners[*]}" == cpp ]] || setup_node
  exec python3 tests/run/run.py "${runners[@]}"
}

verb=${1:-all}
shift || true
case $verb in
  all)
    hold_checkout
    build
    release_checkout
    exec node cpp/toolchain/serve.mjs
    ;;
  build)
    hold_checkout
    build
    ;;
  serve)
    [[ -f build/site/index.html ]] || die "nothing to serve yet: run ./build.sh build first."
    setup_node
    exec node cpp/toolchain/serve.mjs
    ;;
  test) run_tests "$@" ;;
  build-for-tests)
    hold_checkout
    build_for_tests "$@"
    ;;
  bench)
    cpp/toolchain/system.sh bench
    hold_checkout
    build
    release_checkout
    [[ -x tests/bench/run ]] || die "there are no benchmarks here."
    exec tests/bench/run "$@"
    ;;
  parameters)
    cpp/toolchain/system.sh build
    setup_node
    hold_checkout
    cmake_build native-release 'the native command line'
    build/native/preformer parameters >build/parameters.json
    mv build/parameters.json web/src/api/parameters.json
    node_modules/.bin/biome format --write web/src/api/parameters.json
    ;;
  format | lint)
    cpp/toolchain/system.sh test
    setup_node
    exec cpp/toolchain/checks.sh "$verb"
    ;;
  clean)
    rm -rf build
    say "Removed build/. Downloaded tools stay in $CACHE; npm packages in node_modules/."
    ;;
  help | -h | --help) usage ;;
  *)
    usage >&2
    die "unknown verb: $verb"
    ;;
esac
