#!/usr/bin/env bash
# node.sh: prints the folder of a Node that is new enough; fetches one through npm if necessary.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source cpp/toolchain/lib.sh

readonly WANT=20.19.0 FETCH=22.23.3

good() { [[ -x $1 ]] && version_at_least "$("$1" -p process.versions.node 2>/dev/null)" "$WANT"; }

fetch() {
  local folder=$CACHE/node-$FETCH arch
  [[ -d $folder ]] && return
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) arch=linux-x64 ;;
    Linux-aarch64) arch=linux-arm64 ;;
    *) die "please install Node ≥ $WANT, then run again." ;;
  esac
  if ! have npm; then
    have apt-get || die "please install Node ≥ $WANT with npm, then run again."
    say "  Installing npm"
    [[ -n $(apt_candidate npm) ]] || apt_get update
    apt_get install -y --no-install-recommends npm
  fi
  say "  Fetching Node $FETCH: the system's is missing or older than $WANT"
  rm -rf "$folder.part"
  mkdir -p "$folder.part"
  # The npm package `node-<platform>` holds the official binary.
  (cd "$folder.part" && npm install --no-save --no-audit --no-fund --ignore-scripts --prefix . \
    "node-$arch@$FETCH" >npm.log 2>&1) || { tail -n 20 "$folder.part/npm.log" >&2 && exit 1; }
  ln -s "node_modules/node-$arch/bin" "$folder.part/bin"
  mv "$folder.part" "$folder"
}

if have npm && good "$(command -v node || true)"; then
  dirname "$(command -v node)"
else
  locked node fetch >&2
  good "$CACHE/node-$FETCH/bin/node" || die "please install Node ≥ $WANT, then run again."
  printf '%s\n' "$CACHE/node-$FETCH/bin"
fi
