#!/usr/bin/env bash
# Builds, tests and serves Preformer; `./build.sh help` lists the verbs. Everything built goes to
# build/; downloaded tools go to a cache outside the checkout.
set -euo pipefail
if ((BASH_VERSINFO[0] < 5)); then # macOS has 3.2
  echo 'error: this needs bash 5. On macOS: brew install bash, then run ./build.sh again.' >&2
  exit 1
fi
cd "$(dirname "${BASH_SOURCE[0]}")"
source cpp/toolchain/lib.sh
source cpp/toolchain/compile.sh

usage() {
  cat <<HELP
usage: ./build.sh [VERB]

  (none)    install what is missing, build the page, serve it, then build the rest
  build     install what is missing, build everything
  serve     serve build/site on http://localhost:8080 (PORT=N for another port)
  test      run what continuous integration runs; 'test cpp|golden|web|e2e|checks …' runs some
  test quick  the checks, the C++ tests, the unit tests and one browser test: between two commits
  test all    also what is left out of the default because it repeats or depends on the network
  bench     run the benchmarks
  parameters  write web/src/api/parameters.json, after a parameter of the core has changed
  reference  write docs/api.md and docs/gensim.md, after the API or its comments have changed
  format    format all sources
  lint      check formatting, lint and types
  hosts [NAME …]  try the package in Vite, Next, Astro, SvelteKit, webpack, esbuild; needs the network
  release [TAG]  pack site, single file, wasm and npm package into build/release, after build
  tidy      run clang-tidy over the core (some minutes)
  clean     remove build/
  help      this text
HELP
}

# Puts a suitable Node first on the PATH.
find_node() {
  local folder
  folder=$(cpp/toolchain/node.sh)
  export PATH="$folder:$PATH"
}

npm_packages() {
  local stamp=node_modules/.preformer-stamp want
  want=$(cat package.json package-lock.json | sha256sum)
  [[ -f $stamp && "$(<"$stamp")" == "$want" ]] && return
  # npm would empty the folder that a link leads to, which another checkout uses.
  [[ ! -L node_modules ]] || rm node_modules
  step 'Install npm packages' npm ci --prefer-offline --no-audit --no-fund
  printf '%s\n' "$want" >"$stamp"
}

setup_node() {
  find_node
  npm_packages
}

setup_emscripten() {
  EMSCRIPTEN_ROOT=$(cpp/toolchain/emscripten.sh)
  export EMSCRIPTEN_ROOT
  # The system's Python: version managers put slow wrappers on the PATH.
  if [[ -z ${EMSDK_PYTHON:-} && -x /usr/bin/python3 ]]; then export EMSDK_PYTHON=/usr/bin/python3; fi
}

# The modules that pages load; there is no parallel one for classifiers.
wasm_for_pages() {
  local build=$1 files=("wasm/preformer-$1".{mjs,wasm})
  [[ $build == parallel ]] || files+=("wasm/preformer-transfer-$build".{mjs,wasm})
  [[ $build != exact ]] || files+=(wasm/preformer-{files,inside}-exact.{mjs,wasm})
  built "wasm-$build" "the $build wasm build" wasm_for_pages cpp/preformer cpp/wasm -- "${files[@]}"
}

# The command line under Node.
wasm_for_node() {
  built "wasm-$1" "the $1 command line under Node" preformer_cli cpp/preformer cpp/cli -- \
    "wasm/cli/preformer-$1".{mjs,wasm}
}

# The native command line, and the library as `cmake --install` installs it.
native_program() {
  built native-release 'the native command line and library' preformer_prefix \
    cpp/preformer cpp/cli LICENSE -- native/preformer native/prefix
}

cpp_tests() {
  built native-debug 'the C++ tests' preformer_tests cpp/preformer cpp/cli tests/cpp -- \
    native-debug/preformer_tests
}

build_site() {
  local stamp=build/site.stamp want
  want="$(digest web vite.config.js package.json package-lock.json build/wasm/preformer-*.{mjs,wasm}) ${PREFORMER_ADDRESS:-}"
  [[ -f build/site/index.html && "$(cat "$stamp" 2>/dev/null)" == "$want" ]] && return
  step 'Build the site' node_modules/.bin/vite build --logLevel warn --outDir ../build/site.new
  # A page that is open loads more of its files later: while it is served, they stay.
  [[ -n ${PREFORMER_SERVED:-} ]] || rm -rf build/site
  mkdir -p build/site
  cp -a build/site.new/. build/site/
  rm -rf build/site.new
  printf '%s\n' "$want" >"$stamp"
}

# Builds the link reader of the command line, and copies the corpora that it reads from disk.
build_link() {
  local stamp=build/link.stamp want
  want=$(digest web/src web/corpora vite.link.config.js package-lock.json)
  [[ -f build/wasm/link.mjs && "$(cat "$stamp" 2>/dev/null)" == "$want" ]] && return
  step 'Bundle the reader of links' node_modules/.bin/vite build --config vite.link.config.js --logLevel warn
  mkdir -p build/wasm/prepared
  cp web/corpora/prepared/{state-of-the-union*,chinese-words*}.gz build/wasm/prepared/
  printf '%s\n' "$want" >"$stamp"
}

# Builds the npm package with the command line and the site, the site's folder lib/ with the elements,
# and the page in one file.
build_package() {
  local stamp=build/package.stamp want
  want="$(digest web cpp/cli/*.mjs CHANGELOG.md LICENSE package.json package-lock.json vite.config.js build/wasm)"
  want+=" ${PREFORMER_ADDRESS:-} ${PREFORMER_REPOSITORY:-}"
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

# What the page needs to be served: its exact build.
build_page() {
  say 'Building Preformer'
  cpp/toolchain/system.sh build
  find_node
  # The packages are fetched while Emscripten is.
  STEP_AT_ONCE=1 npm_packages &
  local packages=$!
  setup_emscripten
  wait "$packages"
  wasm_for_pages exact
  step 'Prepare the State of the Union text' node web/corpora/prepare-sotu.js
  step 'Prepare the digits' node web/corpora/prepare-digits.js
  step 'Prepare the Chinese dictionary' node web/corpora/prepare-chinese-words.js
  step 'Write the reviews' node web/corpora/prepare-reviews.js
}

# The builds that a page can do without for a while, the command line, the npm package.
build_rest() {
  wasm_for_pages fast
  wasm_for_pages parallel
  build_site
  native_program
  wasm_for_node exact
  wasm_for_node fast
  wasm_for_node parallel
  cp cpp/cli/*.mjs build/wasm/
  build_link
  build_package
  sizes
}

build() {
  build_page
  build_rest
}

# Builds only what the chosen test runners need.
build_for_tests() {
  cpp/toolchain/system.sh test
  [[ " $* " == ' cpp ' ]] || build
  if [[ " $* " == *' cpp '* ]]; then cpp_tests; fi
}

# Serves the page at once and builds the rest meanwhile, in this terminal; both end with this process.
build_and_serve() {
  build_page
  build_site
  node cpp/toolchain/serve.mjs 8>&- &
  server=$!
  # In a session of its own, so that its compilers can be ended, too. If it fails, the page stays.
  STEP_AT_ONCE=1 PREFORMER_SERVED=1 setsid nice ./build.sh build-rest &
  rest=$!
  trap 'kill "$server" 2>/dev/null; kill -- "-$rest" 2>/dev/null; true' EXIT
  wait "$rest" ||
    say 'The page is served with the exact build alone; ./build.sh build tries the rest again.'
  release_checkout
  wait "$server"
}

# run_tests [quick|all] [RUNNER…]: how much of each runner, which runners.
run_tests() {
  export PREFORMER_TESTS=default
  case ${1:-} in quick | all) PREFORMER_TESTS=$1 && shift ;; esac
  local runners=("$@")
  if ((!${#runners[@]})); then
    runners=(checks cpp web e2e)
    [[ $PREFORMER_TESTS == quick ]] || runners+=(golden)
  fi
  # In a separate process, so that the summary line is printed even if the build fails.
  if ! ./build.sh build-for-tests "${runners[@]}"; then
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
    build_and_serve
    ;;
  build-rest) # of build_and_serve, which holds the checkout
    say 'The faster builds and the command line follow …'
    find_node
    setup_emscripten
    build_rest
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
    for preset in native-release wasm-exact wasm-fast wasm-parallel; do # whose kernels it compiles
      cmake_configure "$preset" "$preset"
    done
    release_checkout
    [[ -x tests/bench/run ]] || die "there are no benchmarks here."
    exec tests/bench/run "$@"
    ;;
  parameters)
    cpp/toolchain/system.sh build
    setup_node
    hold_checkout
    native_program
    build/native/preformer parameters >build/parameters.json
    mv build/parameters.json web/src/api/parameters.json
    node_modules/.bin/biome format --write web/src/api/parameters.json
    ;;
  reference)
    setup_node
    hold_checkout
    exec node web/reference/write.js
    ;;
  format | lint)
    cpp/toolchain/system.sh test
    setup_node
    exec cpp/toolchain/checks.sh "$verb"
    ;;
  hosts)
    cpp/toolchain/system.sh test
    setup_node
    hold_checkout
    build
    release_checkout
    exec node tests/hosts/run.mjs "$@"
    ;;
  release)
    setup_node
    exec python3 cpp/toolchain/release.py "$@"
    ;;
  tidy)
    cpp/toolchain/system.sh tidy
    exec cpp/toolchain/checks.sh tidy
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
