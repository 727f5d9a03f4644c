#!/usr/bin/env bash
# Puts simdjson's source into FOLDER/source: it is taken from the distribution, which has the library itself as a shared
# one alone. apt is asked with lists of its own in FOLDER, so nothing of the system is changed and no root is needed.
#
#   simdjson_source.sh FOLDER
set -euo pipefail

mkdir -p "$1"
folder=$(cd "$1" && pwd -P)
[[ ! -f $folder/source/src/simdjson.cpp ]] || exit 0
cd "$folder"
rm -rf source sources lists
mkdir -p source sources lists/partial archives/partial

# Where the machine has the library's package from, there is its source.
uri=$(apt-cache madison libsimdjson-dev | sed -n '1s/.* | \([^ ]*\) .*/\1/p')
[[ -n $uri ]] || { echo "apt knows no libsimdjson-dev"; exit 1; }
while IFS='|' read -r from entry; do
    [[ ${from%/} == "${uri%/}" ]] || continue
    file=${entry%:*}
    sed -E 's/^Types:.*/Types: deb-src/; s/^deb /deb-src /' "$file" >"sources/${file##*/}"
done < <(apt-get indextargets --format '$(REPO_URI)|$(SOURCESENTRY)' 'Created-By: Packages')

apt=(apt-get -q -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$folder/sources"
    -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder" -o "APT::Sandbox::User=$(id -un)"
    -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20)
"${apt[@]}" update || true # a mirror without sources beside one that has them is no failure
"${apt[@]}" source --download-only --tar-only simdjson
tar -xf simdjson_*.orig.tar.* -C source --strip-components=1 --wildcards '*/include' '*/src' '*/LICENSE'
rm -rf simdjson_*.orig.tar.* lists sources archives ./*.bin
test -f source/src/simdjson.cpp
