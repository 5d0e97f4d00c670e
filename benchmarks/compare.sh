#!/usr/bin/env bash
# Runs all contests that README's section on speed names, one after the other, and writes their tables, with machine and settings, into
# benchmarks/RESULTS.md. Takes about half an hour; nothing else should run meanwhile.
#
#   benchmarks/compare.sh PEERS [--data DIR] [--python PATH]
#
# PEERS is the folder with the PyTorch peers (toy2d.py, dlgm.py). With --data, the folder with MNIST, what both learn after the same updates is
# compared as well. OpenBLAS, alone and under PyTorch, is measured as the machine presets it, without presets, and with its widest kernels; the fastest is what counts.
# TorchSharp takes part where its native library can be loaded.
set -euo pipefail

[ $# -ge 1 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2; }
peers=$(cd "$1" && pwd)
shift
data=""
python=()
while [ $# -gt 0 ]; do
  case "$1" in
    --data) data=$2; shift 2 ;;
    --python) python=(--python "$2"); shift 2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
done

cd "$(dirname "$0")/.."
dotnet build benchmarks/FlowLab.Benchmarks -c Release -v quiet -nodeReuse:false
figures=$(mktemp -d)
trap 'rm -rf "$figures"' EXIT

contest() {
  local name=$1
  shift
  echo "== $name" >&2
  dotnet run --no-build -c Release --project benchmarks/FlowLab.Benchmarks -- figures "$name" "$@" | tee "$figures/$name.txt"
}

contest kernels
contest toy2d --peers "$peers" "${python[@]}"
contest dlgm --peers "$peers" "${python[@]}"
[ -z "$data" ] || contest dlgm-quality --peers "$peers" --data "$data" "${python[@]}"
contest accelerators
dotnet run --no-build -c Release --project benchmarks/FlowLab.Benchmarks -- figures results --from "$figures" --into benchmarks/RESULTS.md
