"""The same provisioner as provision.cpp, through flowc.h: python3 provision.py FILE.flow.yaml
FLOWC_LIBRARY names the library, where it is not installed."""
import ctypes
import json
import os
import pathlib
import sys

INSTANCE = "arn:aws:connect:eu-central-1:111122223333:instance/7c1d5a1e-3f0b-4b0e-9a51-52c3a6f4e801/"
# Stands for the inventory of an instance; a real provisioner asks the service, once a kind.
INVENTORY = {
    "queue": {"Repairs": INSTANCE + "queue/0b6a4f53-8d52-4c1e-b7f1-1f6f2e6d1001"},
    "hours": {"Workshop": INSTANCE + "operating-hours/3c4d5e6f-1a2b-4c3d-9e8f-7a6b5c4d4001"},
    "flow": {"Waiting": INSTANCE + "contact-flow/9d7c3b1a-4e5f-4a6b-8c7d-6e5f4a3b3001"},
}

flowc = ctypes.CDLL(os.environ.get("FLOWC_LIBRARY", "libflowc.so"))
flowc.flowc_compile.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t,
                                ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(ctypes.c_size_t)]
flowc.flowc_free.argtypes, flowc.flowc_free.restype = [ctypes.c_void_p], None
if flowc.flowc_abi_version() != 1:
    sys.exit("this program was written for version 1 of flowc's C ABI")


def compile_flows(text, options):
    """What became of `text`, bytes: {"findings": [...], "flows": [...]}. Raises where the call itself is wrong."""
    options = json.dumps(options).encode()
    result, length = ctypes.c_void_p(), ctypes.c_size_t()
    status = flowc.flowc_compile(text, len(text), options, len(options), ctypes.byref(result), ctypes.byref(length))
    if not result:
        raise MemoryError
    answer = json.loads(ctypes.string_at(result, length.value))
    flowc.flowc_free(result)
    if status > 1:
        raise ValueError(answer["error"])
    return answer


def main(arguments):
    if len(arguments) != 1:
        print("usage: provision.py FILE.flow.yaml", file=sys.stderr)
        return 3
    try:
        text = pathlib.Path(arguments[0]).read_bytes()
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    answer = compile_flows(text, {"file": arguments[0], "target": "api", "environment": INVENTORY})
    for found in answer["findings"]:
        print("{file}:{line}:{column}: {severity}: {message} [{rule}]".format(**found), file=sys.stderr)
    for flow in answer["flows"]:
        for resource in flow["resources"]:
            print("needs", resource["kind"], resource["name"])
        print(flow["json"], end="")
    return 1 if any(found["severity"] == "error" for found in answer["findings"]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
