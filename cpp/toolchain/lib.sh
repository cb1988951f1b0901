# Shared by build.sh and the scripts beside this file: messages, timed steps, locks. Sourced.
# shellcheck shell=bash

# Downloaded tools are stored outside the checkout, so that clones share them.
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/preformer
export CACHE

say() { printf '%s\n' "$*" >&2; }
die() {
  say "error: $*"
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# "1.2 s" since the given $EPOCHREALTIME
seconds_since() {
  awk -v a="${1/,/.}" -v b="${EPOCHREALTIME/,/.}" 'BEGIN { printf "%.1f s", b - a }'
}

# step TITLE COMMAND…: runs quietly and prints the time taken; on failure shows the end of the log.
# COMMAND is a program, not a shell function: `set -e` would be off inside one here.
step() {
  local title=$1 start=$EPOCHREALTIME status=0 log
  shift
  log=build/logs/$(tr -cs 'A-Za-z0-9\n' '-' <<<"$title").log
  mkdir -p build/logs
  # STEP_AT_ONCE: beside other steps, the line is printed when it is complete.
  [[ -n ${STEP_AT_ONCE:-} ]] || printf '  %-42s ' "$title" >&2
  "$@" >"$log" 2>&1 </dev/null || status=$?
  [[ -z ${STEP_AT_ONCE:-} ]] || printf '  %-42s ' "$title" >&2
  if ((status)); then
    say "failed after $(seconds_since "$start")"
    tail -n 40 "$log" >&2
    say "error: $title failed (exit code $status); the whole log is $log"
    exit "$status"
  fi
  say "$(seconds_since "$start")"
}

# locked NAME COMMAND…: runs in one process at a time, across clones. The lock ends with the process.
locked() {
  local name=$1
  shift
  mkdir -p "$CACHE"
  (
    flock -n 9 || { say "  Waiting for another build that is installing $name …" && flock 9; }
    "$@"
  ) 9>"$CACHE/$name.lock"
}

# version_at_least HAVE WANT
version_at_least() { [[ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" == "$2" ]]; }

# One digest over files and folders, names included.
digest() {
  find "$@" -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum |
    cut -d ' ' -f 1
}

# Runs apt-get as root and waits for its other users. Its output is shown only if it fails.
apt_get() {
  local log=$CACHE/apt.log sudo=()
  if ((EUID)); then
    have sudo || die "this needs root: become root, or install sudo, or run: apt-get $*"
    sudo=(sudo)
  fi
  mkdir -p "$CACHE"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 \
    -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 -qq "$@" >"$log" 2>&1 && return
  tail -n 20 "$log" >&2
  return 1
}

# Prints the version that apt would install, or nothing.
apt_candidate() {
  apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }'
}
