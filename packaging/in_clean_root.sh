#!/bin/sh
# What clean_root.sh does inside of the root: in_clean_root.sh fetch|tool|library
set -eu
cd /trial

toolchain="g++ cmake make pkg-config"
get() { apt-get -q -y --no-install-recommends "$@"; }

# purge NAMES...: nothing of a package stays behind.
purge() {
    get purge --autoremove "$@"
    left=$(find /etc /usr /var/lib/dpkg/info -name '*flowc*')
    [ -z "$left" ] || { echo "left behind: $left"; exit 1; }
}

case $1 in
    fetch)
        get --download-only install ./flowc_*.deb
        # shellcheck disable=SC2086  # these are several
        get --download-only install ./libflowc*.deb $toolchain
        ;;
    tool)
        get install ./flowc_*.deb
        flowc --version
        flowc compile samples/state-services --env samples/state-services/env.yaml -o out
        diff -r --exclude=findings.txt samples/state-services/expected out
        purge flowc
        ;;
    library)
        # shellcheck disable=SC2086
        get install ./libflowc*.deb $toolchain
        cmake -S consumer -B by-cmake -DPROVISION=/trial/samples/embed/provision.cpp
        cmake --build by-cmake
        # shellcheck disable=SC2046
        g++ -std=c++20 samples/embed/provision.cpp -o by-pkg-config $(pkg-config --cflags --libs flowc)
        # Programs that are built need the library alone.
        get purge --autoremove libflowc-dev cmake g++
        for program in by-cmake/with_flowc by-cmake/with_flowc_static by-pkg-config; do
            (cd samples/embed && "/trial/$program" repairs.flow.yaml) | diff samples/embed/expected.txt -
        done
        purge 'libflowc0*'
        ;;
esac
