#!/usr/bin/env bash
# Packs a flowc that loads no library, with the licences of what it is made of, after trying it where nothing else is.
#
#   static.sh BUILD_FOLDER ARCHIVE.tar.gz
set -euo pipefail

build=$(cd "$1" && pwd -P)
archive=$(realpath -m "$2")
name=$(basename "$archive" .tar.gz)
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

tree=$scratch/$name
cmake --install "$build" --component tool --strip --prefix "$tree"
if readelf -lW "$tree/bin/flowc" | grep -q INTERP; then
    echo "flowc loads libraries: the source of simdjson was not to be had, see build/simdjson/log"
    exit 1
fi

# A root with the program, a system of flows, and nothing else.
root=$scratch/root
mkdir "$root"
cp "$tree/bin/flowc" samples/state-services/*.yaml "$root"
as_root=()
[[ $(id -u) -eq 0 ]] || as_root=(unshare --map-root-user)
"${as_root[@]}" chroot "$root" /flowc --version
"${as_root[@]}" chroot "$root" /flowc compile state-services.flow.yaml --env env.yaml -o out
diff -r --exclude=findings.txt samples/state-services/expected "$root/out"

for part in flowc simdjson libyaml-dev libmd-dev nlohmann-json3-dev libcli11-dev libc6 libstdc++6; do
    [[ -f $tree/share/doc/flowc/licences/$part ]] || { echo "the licence of $part is missing"; exit 1; }
done
mkdir -p "$(dirname "$archive")"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@${SOURCE_DATE_EPOCH:-0}" -C "$scratch" -cf - "$name" |
    gzip -9n >"$archive"
