#!/usr/bin/env bash
# flowc of the version that this checkout is: the one that was built in it, the one on the PATH if it is of that version, else one that
# is built now, which takes minutes and is done once.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
built=$root/build/release/bin/flowc
version=$(sed -n 's/^project(flowc VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")

# pre-commit gives names of files as they are, and one may look like an option.
words=()
for word in "$@"; do
    if [[ $word == -* && -f ./$word ]]; then word=./$word; fi
    words+=("$word")
done
set -- ${words[@]+"${words[@]}"}

if [[ -x $built ]]; then
    exec "$built" "$@"
fi
if [[ $(flowc --version 2>/dev/null) == "flowc $version" ]]; then
    exec flowc "$@"
fi
echo "flowc $version is not on the PATH: it is built in $root, once" >&2
"$root/dev" build release flowc_cli >&2
exec "$built" "$@"
