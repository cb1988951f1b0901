#!/usr/bin/env bash
# emscripten_unpack.sh PREFIX: Debian 13's Emscripten 3.1.69 for Debian 12, unpacked into PREFIX.
# Debian 12 has the same LLVM 19, so only Emscripten itself and Binaryen come from the newer suite,
# through a separate apt state. The sources and packages of the system do not change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source cpp/toolchain/lib.sh

readonly PREFIX=$1 SUITE=trixie LLVM=19
[[ ! -d $PREFIX ]] || exit 0 # another build has unpacked it meanwhile

missing=()
have "clang-$LLVM" || missing+=("clang-$LLVM")
have "wasm-ld-$LLVM" || missing+=("lld-$LLVM")
have "llvm-ar-$LLVM" || missing+=("llvm-$LLVM")
if ((${#missing[@]})); then
  say "  Installing ${missing[*]}"
  apt_get install -y --no-install-recommends "${missing[@]}"
fi

# The Debian mirror that this machine uses.
mirror() {
  # shellcheck disable=SC2016 # apt expands these
  apt-get indextargets --format '$(LABEL) $(CREATED_BY) $(REPO_URI)' |
    awk '$1 == "Debian" && $2 == "Packages" && !found { print $3; found = 1 }'
}
uri=$(mirror)
if [[ -z $uri ]]; then
  apt_get update
  uri=$(mirror)
fi
[[ -n $uri ]] || die "apt names no Debian mirror on this machine: set EMSDK to an emsdk instead."

work=$PREFIX.part
rm -rf "$work"
mkdir -p "$work"/{lists,archives,debs,root}/partial
cat >"$work/suite.sources" <<SOURCES
Types: deb
URIs: $uri
Suites: $SUITE
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
private=(
  -o "Dir::Etc::sourcelist=$work/suite.sources" -o Dir::Etc::sourceparts=-
  -o "Dir::State::lists=$work/lists" -o "Dir::Cache::archives=$work/archives"
  -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
  -o APT::Sandbox::User=root -o Acquire::Retries=3 -qq
)
say "  Downloading Emscripten (245 MB)"
apt-get "${private[@]}" update
(cd "$work/debs" &&
  apt-get "${private[@]}" download emscripten binaryen node-acorn libc6 libstdc++6 libgcc-s1)

say "  Unpacking Emscripten into $PREFIX"
unused=(
  --exclude='./usr/share/doc' --exclude='./usr/share/emscripten/test*'
  --exclude='*/wasm32-emscripten/pic' --exclude='*/wasm32-emscripten/lto-pic'
  --exclude='*/libGL*' --exclude='*/libwasmfs*' --exclude='*-ww*.a' # graphics, Wasm Workers
)
for deb in "$work"/debs/*.deb; do
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work/root" "${unused[@]}"
done
root=$work/root
rmdir "$root/partial"

# Binaryen needs the C library of the newer suite, so each program is started by that suite's loader.
case $(dpkg --print-architecture) in
  amd64) loader=usr/lib64/ld-linux-x86-64.so.2 libraries=usr/lib/x86_64-linux-gnu ;;
  arm64) loader=usr/lib/ld-linux-aarch64.so.1 libraries=usr/lib/aarch64-linux-gnu ;;
  *) die "no recipe for this processor: set EMSDK to an emsdk instead." ;;
esac
[[ -e $root/$loader ]] || loader=$libraries/${loader##*/}
mkdir -p "$root/binaryen/bin"
for program in "$root"/usr/bin/wasm-*; do
  name=${program##*/}
  cat >"$root/binaryen/bin/$name" <<WRAPPER
#!/bin/sh
exec "$PREFIX/$loader" --library-path "$PREFIX/$libraries" "$PREFIX/usr/bin/$name" "\$@"
WRAPPER
  chmod +x "$root/binaryen/bin/$name"
done

# acorn-optimizer.mjs imports acorn as an ES module, so acorn must be in a folder node_modules.
ln -s nodejs "$root/usr/share/node_modules"

cat >>"$root/usr/share/emscripten/.emscripten" <<CONFIG
LLVM_ROOT = '/usr/bin'
BINARYEN_ROOT = '$PREFIX/binaryen'
NODE_JS = 'node'
CONFIG
rm -rf "$PREFIX"
mv "$root" "$PREFIX"
rm -rf "$work"
