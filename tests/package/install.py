#!/usr/bin/env python3
"""Installs a build into a folder, moves that, and uses it as somebody else does: what is installed is complete and no
more, the shared library shows only what is flowc's, and programs are built through CMake and through pkg-config.

usage: install.py CMAKE BUILD_FOLDER COMPILER VERSION
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/embed"


class Fault(Exception):
    """What is wrong, for people."""


def run(*command, cwd=None, **environment):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, encoding="utf-8", timeout=600,
                          cwd=cwd, env=os.environ | environment, check=False)
    if done.returncode != 0:
        raise Fault(f"{shlex.join(map(str, command))}: ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


class Installed:
    """What was installed, in a place that it was not made for."""

    def __init__(self, cmake, build, folder, version):
        run(cmake, "--install", build, "--prefix", folder / "made")
        self.prefix = (folder / "made").rename(folder / "moved")
        self.version = version
        self.soname = "libflowc.so." + version.rsplit(".", 1)[0]
        self.libraries = next(self.prefix.rglob("libflowc.so")).parent

    def files(self):
        libraries = str(self.libraries.relative_to(self.prefix))
        found = (str(path.relative_to(self.prefix)) for path in self.prefix.rglob("*") if not path.is_dir())
        return {re.sub(r"-targets-\w+\.cmake$", "-targets-{build}.cmake", path).replace(libraries, "lib", 1) for path in found}


LICENCES = "share/doc/flowc/licences/"


def documents():
    """With what they lead to, so that their links hold."""
    folders = [path for folder in ("docs", "samples") for path in (ROOT / folder).rglob("*")
               if path.is_file() and not {"node_modules", "__pycache__"} & set(path.parts)]
    return ["README.md", "CHANGELOG.md", "LICENSE", "flowdsl/LANGUAGE.md", *(str(path.relative_to(ROOT)) for path in folders)]


def licensed(installed, _):
    """The licence of flowc, and of each library that is a part of it."""
    found = {name.removeprefix(LICENCES) for name in installed.files() if name.startswith(LICENCES)}
    loaded = run("readelf", "-d", installed.libraries / "libflowc.so")
    wanted = {"flowc", *(name for name in ("simdjson",) if f"lib{name}" not in loaded)}
    if not wanted <= found:
        raise Fault(f"missing: {sorted(wanted - found)}")
    if (installed.prefix / LICENCES / "flowc").read_bytes() != (ROOT / "LICENSE").read_bytes():
        raise Fault("the licence of flowc is another")


def complete(installed, _):
    """Every file that belongs there, and no other."""
    names = [line.split()[0] for line in run(installed.prefix / "bin/flowc", "--help").split("Verbs:\n")[1].split("\n\n")[0]
             .splitlines()]
    headers = [path.name for path in (ROOT / "include/flowc").iterdir()] + ["action_type.hpp", "version.hpp"]
    expected = {
        "bin/flowc", "lib/libflowc.a", "lib/libflowc.so", f"lib/{installed.soname}", f"lib/libflowc.so.{installed.version}",
        "lib/pkgconfig/flowc.pc", "lib/cmake/flowc/flowc-config.cmake", "lib/cmake/flowc/flowc-config-version.cmake",
        *(f"lib/cmake/flowc/flowc{part}-targets{build}.cmake" for part in ("", "-static") for build in ("", "-{build}")),
        *(f"share/doc/flowc/{name}" for name in documents()),
        "share/bash-completion/completions/flowc", "share/zsh/site-functions/_flowc",
        "share/fish/vendor_completions.d/flowc.fish", "share/man/man1/flowc.1",
        *(f"share/man/man1/flowc-{name}.1" for name in names), *(f"include/flowc/{name}" for name in headers)}
    found = {name for name in installed.files() if not name.startswith(LICENCES)}
    if found != expected:
        raise Fault(f"missing: {sorted(expected - found)}, not expected: {sorted(found - expected)}")


def tool_works(installed, folder):
    state = ROOT / "samples/state-services"
    run(installed.prefix / "bin/flowc", "compile", state, "--env", state / "env.yaml", "-o", folder / "flows")
    for flow in (folder / "flows").iterdir():
        if flow.read_bytes() != (state / "expected" / flow.name).read_bytes():
            raise Fault(f"{flow.name} differs from {state / 'expected'}")


def says_its_version(installed, _):
    """The command asks the library; the headers say the same."""
    said = run(installed.prefix / "bin/flowc", "--version").strip()
    if said != f"flowc {installed.version}":
        raise Fault(f"the command says {said}, expected {installed.version}")
    header = (installed.prefix / "include/flowc/version.hpp").read_text(encoding="utf-8")
    if f'#define FLOWC_VERSION "{installed.version}"' not in header:
        raise Fault(f"version.hpp is not of {installed.version}")


def has_its_name(installed, _):
    """Programs load the library by a name that changes when they would no longer fit it."""
    dynamic = run("readelf", "-d", installed.libraries / "libflowc.so")
    found = re.findall(r"\(SONAME\).*\[(.*)\]", dynamic)
    if found != [installed.soname]:
        raise Fault(f"the soname is {found}, expected {installed.soname}")


def shows_only_its_own(installed, _):
    """What the library shows is declared in a header."""
    declared = "".join(path.read_text(encoding="utf-8") for path in (installed.prefix / "include/flowc").iterdir())
    shown = [line.split()[-1] for line in run("nm", "-D", "--defined-only", installed.libraries / "libflowc.so").splitlines()]
    if not shown:
        raise Fault("it shows nothing")
    for symbol in shown:
        name = run("c++filt", symbol).strip()
        own = re.match(r"(?:typeinfo (?:name )?for |vtable for )?(?:flowc::)((?:\w+::)*~?\w+)|(flowc_\w+)$", name)
        words = re.findall(r"\w+", own[1] or own[2]) if own else []
        if not words or not all(re.search(rf"\b{word}\b", declared) for word in words):
            raise Fault(f"no header declares {name}")


def prints_what_it_should(program, **environment):
    if run(program, "repairs.flow.yaml", cwd=SAMPLE, **environment) != (SAMPLE / "expected.txt").read_text(encoding="utf-8"):
        raise Fault(f"{program.name}: the output differs from {SAMPLE / 'expected.txt'}")


def found_by_cmake(installed, folder, cmake, compiler):
    build = folder / "by-cmake"
    run(cmake, "-S", ROOT / "tests/package/consumer", "-B", build, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler}",
        f"-DCMAKE_PREFIX_PATH={installed.prefix}", f"-DPROVISION={SAMPLE / 'provision.cpp'}",
        f"-DFLOWC_WANTED={installed.version}")
    run(cmake, "--build", build)
    prints_what_it_should(build / "with_flowc")
    prints_what_it_should(build / "with_flowc_static")
    needed = [re.findall(r"\(NEEDED\).*\[(libflowc.*)\]", run("readelf", "-d", build / name))
              for name in ("with_flowc", "with_flowc_static")]
    if needed != [[installed.soname], []]:
        raise Fault(f"the programs load {needed}")


def found_by_pkg_config(installed, folder, compiler):
    path = {"PKG_CONFIG_PATH": str(installed.libraries / "pkgconfig")}
    version = run("pkg-config", "--modversion", "flowc", **path).strip()
    if version != installed.version:
        raise Fault(f"pkg-config says {version}, expected {installed.version}")
    options = run("pkg-config", "--cflags", "--libs", "flowc", **path).split()
    run(compiler, "-std=c++20", SAMPLE / "provision.cpp", "-o", folder / "by-pkg-config", *options)
    prints_what_it_should(folder / "by-pkg-config", LD_LIBRARY_PATH=str(installed.libraries))


def found_by_pkg_config_as_archive(installed, folder, compiler):
    """What the archive is linked with comes with `--static`."""
    path = {"PKG_CONFIG_PATH": str(installed.libraries / "pkgconfig")}
    archives = folder / "archives"
    archives.mkdir()
    (archives / "libflowc.a").symlink_to(installed.libraries / "libflowc.a")
    options = run("pkg-config", "--static", "--cflags", "--libs", "flowc", **path).split()
    run(compiler, "-std=c++20", SAMPLE / "provision.cpp", "-o", folder / "by-pkg-config-static", f"-L{archives}", *options)
    prints_what_it_should(folder / "by-pkg-config-static")


def found_without_what_it_is_made_of(installed, folder, cmake, compiler):
    """The shared library wants no other package, and tells nothing of what it is made of; the archive says what is missing."""
    alone = {"PKG_CONFIG_LIBDIR": str(installed.libraries / "pkgconfig"), "PKG_CONFIG_PATH": ""}
    options = run("pkg-config", "--cflags", "--libs", "flowc", **alone).split()
    if sorted(option[:2] for option in options) != ["-I", "-L", "-l"]:
        raise Fault(f"pkg-config gives {options}")
    configure = [cmake, "-S", ROOT / "tests/package/consumer", "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler}",
                 f"-DCMAKE_PREFIX_PATH={installed.prefix}", f"-DPROVISION={SAMPLE / 'provision.cpp'}",
                 "-DCMAKE_DISABLE_FIND_PACKAGE_simdjson=ON"]
    run(*configure, "-B", folder / "shared-alone", "-DLIBRARIES=flowc")
    try:
        run(*configure, "-B", folder / "no-archive", "-DCOMPONENTS=static")
    except Fault as fault:
        if "simdjson" not in str(fault):
            raise Fault(f"the archive does not say that simdjson is missing: {fault}") from None
    else:
        raise Fault("the archive is found, though simdjson is not")


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    cmake, build, compiler, version = sys.argv[1:]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder).resolve()
        installed = Installed(cmake, build, folder, version)
        tests = [(complete,), (licensed,), (tool_works,), (says_its_version,), (has_its_name,), (shows_only_its_own,), (found_by_cmake, cmake, compiler),
                 (found_by_pkg_config, compiler), (found_by_pkg_config_as_archive, compiler),
                 (found_without_what_it_is_made_of, cmake, compiler)]
        for test, *arguments in tests:
            try:
                test(installed, folder, *arguments)
            except Fault as fault:
                failed += 1
                print(f"{test.__name__}: {fault}")
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
