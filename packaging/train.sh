#!/usr/bin/env bash
# Lets a flowc that counts which of its code runs do the work that it is made for: compile the samples, lint them, what they
# compile to, and flows with every fault that there is a rule for.
#
#   train.sh FLOWC
set -euo pipefail

flowc=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Whoever asks for a rule that waits to be asked for should not wait longer for it.
{
    echo "rules:"
    "$flowc" rules --format json | grep -B 3 '"byDefault": false' | sed -n 's/.*"id": "\(.*\)".*/  \1: warning/p'
} >"$scratch/flowc.yaml"

systems=0
for sample in samples/*/; do
    [[ -f $sample/env.yaml ]] || continue
    "$flowc" compile "$sample" --env "$sample/env.yaml" -o "$scratch/$sample" --jobs 1 --quiet
    cp "$sample"/*.flow.yaml "$scratch/$sample"
    systems=$((systems + 1))
done
[[ $systems -gt 0 ]]

# Most flows have few faults, so the samples count for more.
for _ in {1..20}; do "$flowc" lint "$scratch" --jobs 1 --fail-on error --quiet >"$scratch/findings"; done
"$flowc" lint tests/golden --jobs 1 --quiet >"$scratch/findings" || [[ $? -eq 1 ]]
