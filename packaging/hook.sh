#!/usr/bin/env bash
# flowc of the revision that this checkout is: the one that was built in it; the one on the PATH, where the revision is the tag of its
# version, for between two tags all commits have one version; else one that is built now, which takes minutes and is done once.
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
# Who fetches one tag alone, as pre-commit does, keeps its name where it was fetched.
is_release() {
    git -C "$root" tag --points-at HEAD | grep -qxF "v$version" ||
        { head -n 1 "$(git -C "$root" rev-parse --absolute-git-dir)/FETCH_HEAD" | grep -qF "tag 'v$version' of " &&
            [[ $(git -C "$root" rev-parse 'FETCH_HEAD^{commit}') == $(git -C "$root" rev-parse HEAD) ]]; }
} 2>/dev/null
if is_release && [[ $(flowc --version 2>/dev/null) == "flowc $version" ]]; then
    exec flowc "$@"
fi
echo "flowc of this revision ($version) is not on the PATH: it is built in $root, once" >&2
"$root/dev" build release flowc_cli >&2
exec "$built" "$@"
