#!/usr/bin/env bash
# Installs the packages in a new root of this system, uses them, and removes them again, all without a network; the root
# goes away with it.
#
#   clean_root.sh FOLDER     the folder with the .deb files
set -euo pipefail

folder=$(cd "$1" && pwd -P)
cd "$(dirname "${BASH_SOURCE[0]}")"

# Where this system has its C library from, there is the rest.
uri=$(apt-cache madison libc6 | sed -n '1s/.* | \([^ ]*\) .*/\1/p')
mapfile -t sources < <(apt-get indextargets --format '$(REPO_URI)|$(SOURCESENTRY)' 'Created-By: Packages' |
    while IFS='|' read -r from entry; do [[ ${from%/} != "${uri%/}" ]] || echo "${entry%:*}"; done | sort -u)
suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)

export FLOWC_PACKAGES=$folder
mmdebstrap --variant=apt --customize-hook='
    set -eu
    mkdir "$1/trial"
    cp -r "$FLOWC_PACKAGES"/*.deb ../samples ../tests/package/consumer in_clean_root.sh "$1/trial"
    chroot "$1" sh /trial/in_clean_root.sh fetch
    unshare --net chroot "$1" sh /trial/in_clean_root.sh tool
    unshare --net chroot "$1" sh /trial/in_clean_root.sh library
' "$suite" /dev/null "${sources[@]}"
