#!/usr/bin/env bash
# system.sh build|test|tidy|bench: installs the system packages that are missing, and only those.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source cpp/toolchain/lib.sh

# What must exist (a command, or a file by its path) and the Debian package that contains it.
build_needs='
cmake                                     cmake
ninja                                     ninja-build
g++                                       g++
python3                                   python3
/usr/include/eigen3/Eigen/Core            libeigen3-dev
/usr/include/CLI/CLI.hpp                  libcli11-dev
/usr/include/nlohmann/json.hpp            nlohmann-json3-dev
/usr/include/zlib.h                       zlib1g-dev
/usr/include/utf8proc.h                   libutf8proc-dev
xz                                        xz-utils
/etc/ssl/certs/ca-certificates.crt        ca-certificates
'
test_needs='
/usr/include/catch2                       catch2
clang++-19                                clang-19
/usr/lib/llvm-19/lib/clang/19/lib/linux   libclang-rt-19-dev
clang-format-19                           clang-format-19
shellcheck                                shellcheck
chromium                                  chromium
firefox-esr                               firefox-esr
WebKitWebDriver                           webkit2gtk-driver
Xvfb                                      xvfb
/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc  fonts-noto-cjk
/usr/lib/python3/dist-packages/gensim     python3-gensim
/usr/lib/python3/dist-packages/h5py       python3-h5py
/usr/lib/python3/dist-packages/numpy      python3-numpy
/usr/lib/python3/dist-packages/pytest     python3-pytest
/usr/lib/python3/dist-packages/torch      python3-torch
/usr/lib/python3/dist-packages/yaml       python3-yaml
'
tidy_needs='
clang++-19                                clang-19
clang-tidy-19                             clang-tidy-19
'
bench_needs='
/usr/lib/python3/dist-packages/gensim     python3-gensim
/usr/lib/python3/dist-packages/numpy      python3-numpy
/usr/lib/python3/dist-packages/torch      python3-torch
chromium                                  chromium
fasttext                                  fasttext
'

needs=$build_needs
case ${1:-build} in
  build) ;;
  test) needs+=$test_needs ;;
  tidy) needs+=$tidy_needs ;;
  bench) needs+=$bench_needs ;;
  *) die "usage: system.sh build|test|tidy|bench" ;;
esac

# Whether a command, a file or, in any usual place, a header exists.
present() {
  local prefix
  case $1 in
    /usr/include/*)
      for prefix in /usr /usr/local /opt/homebrew; do [[ ! -e $prefix/${1#/usr/} ]] || return 0; done
      return 1
      ;;
    /etc/*) [[ -e $1 ]] || ! have apt-get ;; # other systems have their certificates elsewhere
    /*) [[ -e $1 ]] ;;
    *) have "$1" ;;
  esac
}

# How the other systems get what a build needs, in one line.
advice() {
  if [[ $(uname -s) == Darwin ]]; then
    # util-linux has flock and setsid, which are not on the PATH by themselves.
    echo 'brew install bash coreutils util-linux cmake ninja python eigen utf8proc cli11 nlohmann-json node' \
      "emscripten, and PATH=\"\$(brew --prefix util-linux)/bin:\$PATH\""
  elif have dnf; then
    echo 'sudo dnf install cmake ninja-build gcc-c++ python3 eigen3-devel cli11-devel json-devel zlib-devel' \
      'utf8proc-devel xz nodejs npm'
  elif have pacman; then
    echo 'sudo pacman -S --needed cmake ninja gcc python eigen cli11 nlohmann-json zlib utf8proc xz nodejs npm'
  else
    return 1
  fi
}

packages=()
while read -r probe package; do
  [[ -n $probe ]] || continue
  present "$probe" || packages+=("$package")
done <<<"$needs"
((${#packages[@]})) || exit 0

if ! have apt-get; then
  if line=$(advice); then
    die "missing here (Debian's names): ${packages[*]}. $line; then run again."
  fi
  die "on this system please install (Debian's names): ${packages[*]}; then run again."
fi

# A fresh machine has no package lists yet.
[[ -n $(apt_candidate "${packages[0]}") ]] || apt_get update

available=()
for package in "${packages[@]}"; do
  if [[ -n $(apt_candidate "$package") ]]; then
    available+=("$package")
  elif grep -q " $package\$" <<<"$build_needs"; then
    die "this system has no package $package: install it by hand, then run again."
  else
    say "  There is no package $package here: tests that need it will be skipped or fail."
  fi
done
((${#available[@]})) || exit 0

say "  Installing ${available[*]}"
install=(apt_get install -y --no-install-recommends "${available[@]}")
"${install[@]}" || { apt_get update && "${install[@]}"; } ||
  die "apt-get could not install: ${available[*]}"
