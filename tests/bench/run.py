#!/usr/bin/env python3
"""Measures flowc and prints tables: run.py FLOWC BENCHMARKS SCRATCH [DIR] [--only PART]

FLOWC is the program, BENCHMARKS the one of Google Benchmark, SCRATCH a folder that may be filled. DIR holds flow JSON of
others; the samples are measured in any case. Parts: start, speed, call, files, memory, peers. All that stands in one table
was measured in one run, in turns, so the ratios mean something on a busy machine too. Exit code 1: an aim is missed.
"""

import json
import pathlib
import shutil
import subprocess
import sys

import inputs
import peers

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLE = ROOT / "samples" / "state-services"


class Table:
    """Rows of cells; an aim beside a figure that misses it is marked."""

    missed = 0

    def __init__(self, title, *heads):
        self.rows = [heads]
        print(f"\n## {title}\n")

    def row(self, *cells):
        self.rows.append([str(cell) for cell in cells])

    def end(self):
        widths = [max(len(row[i]) for row in self.rows) for i in range(len(self.rows[0]))]
        for number, row in enumerate(self.rows):
            cells = [cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
            print("| " + " | ".join(cells) + " |")
            if number == 0:
                print("|" + "|".join("-" * (width + 2) if i == 0 else "-" * (width + 1) + ":"
                                     for i, width in enumerate(widths)) + "|")
        sys.stdout.flush()


def aim(value, at_least=None, at_most=None):
    """The words for an aim."""
    if at_least is None and at_most is None:
        return ""
    kept = value >= at_least if at_least is not None else value <= at_most
    Table.missed += not kept
    return (f"≥ {at_least:g}" if at_least is not None else f"≤ {at_most:g}") + ("" if kept else " missed")


class Measure:
    def __init__(self, flowc, benchmarks, scratch, folder):
        self.benchmarks, self.scratch, self.folder = benchmarks, scratch, folder
        scratch.mkdir(parents=True, exist_ok=True)
        # As an installed one: what a linker wrote here and there lies in memory in pieces, and each start pays for them.
        self.flowc = pathlib.Path(shutil.copy(flowc, scratch / "flowc"))
        self.spawner = self.build("spawn")

    def build(self, name):
        program = self.scratch / name
        subprocess.run(["c++", "-std=c++20", "-O2", HERE / f"{name}.cpp", "-o", program], check=True)
        return str(program)

    def spawn(self, rounds, *commands, text=None):
        """For each command: milliseconds, ratio to the first, milliseconds of processor, peak KiB. They read the file `text`."""
        arguments = [self.spawner, str(rounds)]
        for program, *rest in commands:
            arguments += ["--", shutil.which(program), *map(str, rest)]
        with open(text or "/dev/null", "rb") as stdin:
            done = subprocess.run(arguments, stdin=stdin, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr.strip())
        return [tuple(map(float, line.split())) for line in done.stdout.splitlines()]

    def start(self):
        compiling = [self.flowc, "compile", SAMPLE / "state-services.flow.yaml", "--env", SAMPLE / "env.yaml", "-o", "-"]
        rows = self.spawn(200, [self.build("empty")], [self.flowc, "--version"], compiling)
        table = Table("Cold start, median of 200", "program", "ms", "cpu ms", "ratio", "aim")
        for name, most, (wall, ratio, cpu, _) in zip(
                ["empty program", "flowc --version", "flowc compile samples/state-services"], [None, 1.5, 2.5], rows):
            table.row(name, f"{wall:.2f}", f"{cpu:.2f}", f"{ratio:.2f}", aim(ratio, at_most=most))
        table.end()
        self.editor()

    def editor(self):
        """What an editor waits for at a pause in the typing: one flow of a project, whose others are read for context."""
        folder = inputs.many_files(self.scratch / "project", ROOT / "samples", 100)
        (folder / "flowc.yaml").write_text("flows: .\n", encoding="utf-8")
        flow = min(folder.rglob("*.flow.yaml"))
        row = self.spawn(50, [self.flowc, "lint", "--quiet", "--stdin-filename", flow], text=flow)[0]
        table = Table("One flow of a project of 100, as an editor asks, median of 50", "ms", "cpu ms", "aim")
        table.row(f"{row[0]:.1f}", f"{row[2]:.1f}", aim(row[0], at_most=20))
        table.end()

    def times(self, folder, pattern, repetitions=25):
        """Name → nanoseconds of processor for one pass, median."""
        done = subprocess.run(
            [self.benchmarks, folder, f"--benchmark_filter={pattern}", "--benchmark_format=json",
             f"--benchmark_repetitions={repetitions}", "--benchmark_enable_random_interleaving=true",
             "--benchmark_min_time=0.02", "--benchmark_report_aggregates_only=true"],
            check=True, capture_output=True, text=True)
        return {row["run_name"]: row["cpu_time"] for row in json.loads(done.stdout)["benchmarks"]
                if row["aggregate_name"] == "median"}

    def ratios(self, title, folder, kind, yardsticks, works):
        times = self.times(folder, f"^{kind}/")
        if not times:
            return
        table = Table(title, "of the speed of", *yardsticks, "aim")
        for work, least in works:
            own = times[f"{kind}/{work}"]
            ratio = {yardstick: times[f"{kind}/{yardstick}"] / own for yardstick in yardsticks}
            words = [f"{yardstick} {aim(ratio[yardstick], at_least=value)}" for yardstick, value in least.items()]
            table.row(work, *(f"{value:.4f}" if value < 0.01 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"
                              for value in ratio.values()), ", ".join(words))
        table.end()

    def speed(self):
        folders = [("the samples", ROOT / "samples")] + ([("other people's flows", self.folder)] if self.folder else [])
        for name, folder in folders:
            self.ratios(f"Flow JSON, {name}", folder, "json", ["memcpy", "simdjson", "nlohmann"],
                        [("read", {}), ("check", {"simdjson": 0.12}), ("lint", {"simdjson": 0.10})])
        self.ratios("Flow files, the samples", ROOT / "samples", "yaml", ["memcpy", "libyaml"],
                    [("read", {}), ("check", {"libyaml": 0.5}), ("lint", {}), ("compile", {})])
        self.ratios("Writing flow JSON, what the samples compile to", ROOT / "samples", "emit",
                    ["memcpy", "simdjson", "nlohmann"], [("emit", {})])
        times = self.times(ROOT / "samples", "^scaling/", 9)
        table = Table("From 10 to 250 actions", "checked as", *map(str, inputs.SIZES), "250 / 25", "aim")
        for kind in ("json", "yaml"):
            row = [times[f"scaling/{kind}-{size}"] for size in inputs.SIZES]
            growth = row[inputs.SIZES.index(250)] / row[inputs.SIZES.index(25)]
            table.row({"json": "flow JSON", "yaml": "flow file"}[kind], *(f"{time / 1000:.0f} µs" for time in row),
                      f"{growth:.1f}", aim(growth, at_most=12))
        table.end()

    def call(self):
        times = self.times(ROOT / "samples", "^largest/", 25)
        table = Table("One call of `check` in a warm process: a flow of 250 actions", "what", "µs", "of simdjson", "aim")
        own, yardstick = times["largest/lint"], times["largest/simdjson"]
        words = "" if own <= 1e6 else aim(yardstick / own, at_least=0.10)
        table.row("read, check, every rule of lint", f"{own / 1000:.0f}", f"{yardstick / own:.3f}", words or "≤ 1 ms")
        table.end()

    def files(self):
        table = Table("From 1 to 10,000 files, `flowc lint`", "files", "--jobs 1", "--jobs 2", "faster", "aim")
        for count in (1, 10, 100, 1000, 10000):
            folder = inputs.many_files(self.scratch / f"files-{count}", ROOT / "samples", count)
            one, two = self.spawn(5 if count > 1000 else 15, *([self.flowc, "lint", "--quiet", "--jobs", jobs, folder]
                                                              for jobs in (1, 2)))
            faster = one[0] / two[0]
            table.row(f"{count:,}", f"{one[0]:.1f} ms", f"{two[0]:.1f} ms", f"{faster:.2f}",
                      aim(faster, at_least=1.7) if count == 10000 else "")
        table.end()

    def memory(self):
        least = inputs.write(self.scratch / "least.json", inputs.LEAST)
        empty = self.spawn(3, [self.flowc, "lint", least])[0][3]
        table = Table(f"Peak memory above an empty run, which takes {empty / 1024:.1f} MiB", "input", "MiB", "of its size", "aim")
        for name, path, most in inputs.for_memory(self.scratch, self.folder):
            peak = self.spawn(1, [self.flowc, "lint", path])[0][3]
            size = path.stat().st_size
            times = (peak - empty) * 1024 / size
            table.row(name, f"{size / 2**20:.1f}", f"{times:.1f}", aim(times, at_most=most))
        table.end()

    def peers(self):
        folder = self.folder or ROOT / "samples"
        flows = inputs.flow_files(folder)
        scripts = sorted((ROOT / "samples").rglob("*.flow.yaml"))
        for title, files, commands in (
                ("flow JSON", flows, peers.for_json(self.flowc, HERE, self.scratch, flows)),
                ("flow files", scripts, peers.for_yaml(self.flowc, scripts))):
            table = Table(f"Other checkers of {title}: {len(files)} files, {sum(f.stat().st_size for f in files) // 1000} kB",
                          "what", "version", "ms", "of flowc's time")
            rows = self.spawn(1, *(command for _, _, command in commands))
            for (name, version, _), (wall, ratio, _, _) in zip(commands, rows):
                table.row(name, version, f"{wall:.0f}", f"{ratio:.1f}")
            table.end()


def main():
    arguments = sys.argv[1:]
    only = None
    if "--only" in arguments:
        at = arguments.index("--only")
        only = arguments[at + 1]
        del arguments[at:at + 2]
    if len(arguments) not in (3, 4):
        sys.exit(__doc__)
    flowc, benchmarks, scratch, *folder = (pathlib.Path(argument).resolve() for argument in arguments)
    measure = Measure(flowc, benchmarks, scratch, folder[0] if folder else None)
    for part in ("start", "speed", "call", "files", "memory", "peers"):
        if only in (None, part):
            getattr(measure, part)()
    if Table.missed:
        print(f"\n{Table.missed} aims are missed")
    return 1 if Table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
