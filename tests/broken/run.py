#!/usr/bin/env python3
"""Breaks sound flows, one fault each, as people break them: each is found once, at its word, and nothing else is.

    run.py FLOWC
"""
import pathlib
import shutil
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from findings import findings, shown  # noqa: E402

SOUND = HERE / "sound"


def place_of(fault, broken):
    """The offset in bytes at which the finding has to begin, in the file that shows it."""
    word = fault.get("at", fault["with"])
    if word == "(the end)":
        return len(broken.rstrip("\n").encode())
    if not word or broken.count(word) != 1:
        raise ValueError(f"`at` stands {broken.count(word)} times in the broken file")
    return len(broken[:broken.index(word)].encode())


def wrong_with(fault, flowc, folder):
    """None, or what is wrong: with the description of the fault, or with what is found."""
    flow = pathlib.PurePath(fault["flow"])
    sound = (SOUND / flow).read_text(encoding="utf-8")
    if sound.count(fault["replace"]) != 1:
        return f"what is replaced stands {sound.count(fault['replace'])} times in {fault['flow']}"
    broken = sound.replace(fault["replace"], fault["with"])
    whole = pathlib.Path(folder, flow.parts[0])
    if len(flow.parts) > 1:
        shutil.copytree(SOUND / flow.parts[0], whole, dirs_exist_ok=True)
    pathlib.Path(folder, flow).write_text(broken, encoding="utf-8")
    # What another flow of the project is wrong about stands there.
    where = flow.parent / fault.get("in", flow.name)
    shown_in = pathlib.Path(folder, where).read_text(encoding="utf-8")
    place = place_of(fault, shown_in)
    found = findings(flowc, whole)
    if [(one["rule"], one["offset"], pathlib.Path(one["file"])) for one in found] == [
            (fault["rule"], place, pathlib.Path(folder, where))]:
        return None
    line = shown_in.encode()[:place].count(b"\n") + 1
    return f"wanted {fault['rule']} in line {line}, byte {place}" + "".join(
        f"\n    found at byte {one['offset']}: {shown(one)}" for one in found)


def main():
    flowc = str(pathlib.Path(sys.argv[1]).resolve())
    failed = [f"{path.name} is not sound: {shown(one)}" for path in sorted(SOUND.iterdir()) for one in findings(flowc, path)]
    faults = yaml.safe_load((HERE / "faults.yaml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        for fault in faults:
            try:
                wrong = wrong_with(fault, flowc, folder)
            except ValueError as error:
                wrong = error
            if wrong:
                failed.append(f"{fault['fault']} ({fault['flow']}): {wrong}")
    for one in failed:
        print(one)
    print(f"{len(faults)} faults, {len(failed)} not as they should be")
    return 1 if failed or len(faults) < 40 else 0


if __name__ == "__main__":
    sys.exit(main())
