#!/usr/bin/env bash
# emscripten.sh: prints the folder of emcc ≥ 3.1.60 and installs it if necessary. It tries in turn:
# EMSDK; emcc on the PATH; the copy in the cache; the system's package; a newer Debian's package
# unpacked into the cache (emscripten_unpack.sh), which does not change the system.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source cpp/toolchain/lib.sh

readonly WANT=3.1.60
readonly UNPACKED=$CACHE/emscripten/usr/share/emscripten
readonly ADVICE="Emscripten ≥ $WANT is needed: get emsdk (emscripten.org, \"Download and install\"), \
run './emsdk install 3.1.74 && ./emsdk activate 3.1.74', set EMSDK to its folder and run again."

good() {
  local version
  [[ -f $1/emscripten-version.txt ]] || return 1
  version=$(tr -d '"' <"$1/emscripten-version.txt")
  version_at_least "${version%%[-+~]*}" "$WANT"
}
found() {
  if good "$1"; then
    printf '%s\n' "$1"
    exit 0
  fi
}
found_on_path() {
  have emcc || return 0
  found "$(dirname "$(readlink -f "$(command -v emcc)")")"
  found "$(dirname "$(readlink -f "$(command -v emcc)")")/../libexec" # Homebrew's emcc is a wrapper
  found /usr/share/emscripten # Debian's emcc on the PATH is a wrapper
}

[[ -z ${EMSDK:-} ]] || found "$EMSDK/upstream/emscripten"
found_on_path
found "$UNPACKED"

have apt-get || die "$ADVICE"
offered=$(apt_candidate emscripten)
if [[ -z $offered ]]; then
  apt_get update
  offered=$(apt_candidate emscripten)
fi
if [[ -n $offered ]] && version_at_least "${offered%%[-+~]*}" "$WANT"; then
  say "  Installing emscripten $offered"
  apt_get install -y --no-install-recommends emscripten
  found_on_path
fi

# shellcheck source=/dev/null
if [[ "$(. /etc/os-release && echo "$ID")" == debian ]]; then
  locked emscripten cpp/toolchain/emscripten_unpack.sh "$CACHE/emscripten" >&2
  found "$UNPACKED"
fi
die "$ADVICE"
