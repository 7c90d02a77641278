#!/usr/bin/env bash
# Checks that the README's transcripts are what the commands print.
#
# In every ```console block, a line "$ COMMAND" is run in the repository's folder (textmill: the release
# binary) and what it prints, both streams, must equal the lines below it. Times, rates, memory and numbers
# of threads are normalised on both sides. Runs go to a temporary folder in the place of runs/.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
binary=${TEXTMILL:-$root/.build/release/textmill}
[[ -x $binary ]] || { echo "check_readme: $binary isn't there: build it first" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$binary" "$work/bin/textmill"
# The commands see the repository's files, but make their runs elsewhere.
ln -s "$root/corpora" "$work/"
cp -r "$root/configs" "$work/"

normalise() {
  sed -E \
    -e 's/[0-9.…]+ s \([0-9.…]+ [kMG]?B\/s, [0-9…]+ threads?, [0-9.…]+ [kMG]?B of memory\)/… s (…)/' \
    -e 's/[[:space:]]+$//'
}

awk '/^```console$/ { inside = 1; next } /^```$/ { inside = 0 } inside' README.md >"$work/transcript"
: >"$work/expected"
: >"$work/actual"
commands=0
while IFS= read -r line; do
  printf '%s\n' "$line" >>"$work/expected"
  [[ $line == '$ '* ]] || continue
  printf '%s\n' "$line" >>"$work/actual"
  (cd "$work" && PATH="$work/bin:$PATH" bash -c "${line#'$ '}" </dev/null) >>"$work/actual" 2>&1 || true
  commands=$((commands + 1))
done <"$work/transcript"
(( commands > 0 )) || { echo "check_readme: the README has no transcript" >&2; exit 1; }
normalise <"$work/expected" >"$work/expected.plain"
normalise <"$work/actual" >"$work/actual.plain"
if ! diff -u --label README.md --label 'what the commands print' \
  "$work/expected.plain" "$work/actual.plain"; then
  echo "check_readme: the README's transcript isn't what the commands print; Tests/scripts/record_readme.py writes it again" >&2
  exit 1
fi
echo "check_readme: $commands commands print what the README says"
