#!/usr/bin/env bash
# Trains the same cells on every device that is named and prints, as a Markdown table, updates per second of each, its ratio to the processor's, and the
# largest difference of any metric to the processor's after a short run.
#
#   benchmarks/devices.sh [--data DIR] [--cells "CELL ..."] [DEVICE ...]        default: cpu; cells planar-2 planar-8 planar-32 latent-0 latent-10.
#   A cell is a type of flow and its number of layers, on U1 with a batch of 1000, or latent-K.
#
# Updates per second come from two runs that differ in their updates alone, so that starting, compiling and measuring cancel; the median of three pairs, or of PAIRS.
# The last column needs python3. The number of updates is raised until the longer run takes twice as long, and two seconds longer, at least. Without MNIST (--data, FLOWLAB_DATA) the latent model is left out.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=${FLOWLAB:-$here/../src/FlowLab.Host/bin/Release/net10.0/flowlab.dll}
[ -f "$program" ] || { echo "$program is not there; build first: dotnet build -c Release" >&2; exit 2; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

data=${FLOWLAB_DATA:-}
cells=()
while [[ "${1:-}" == --* ]]; do
  case $1 in
    --data) data=${2:?--data needs a folder} ;;
    --cells) read -ra cells <<< "${2:?--cells needs names such as planar-8}" ;;
    *) echo "unknown option $1; there are --data DIR and --cells \"CELL ...\"" >&2; exit 2 ;;
  esac
  shift 2
done
devices=("$@")
[ ${#devices[@]} -gt 0 ] || devices=(cpu)

least_ms=2000
pairs=${PAIRS:-3}

manifest_of() {
  case $1 in
    latent-*) echo "$here/devices-latent.json" ;;
    *) echo "$here/devices-planar.json" ;;
  esac
}

# What a cell is called ends with the length of its flow.
cell_options() {
  case $1 in
    latent-0) echo "--data $data --set flow=[]" ;;
    latent-*) echo "--data $data --set flow.0.length=${1##*-}" ;;
    *) echo "--set flow=[{\"type\":\"${1%-*}\",\"length\":${1##*-}}]" ;;
  esac
}

# run CELL DEVICE UPDATES FOLDER: milliseconds of the process
run() {
  local start end
  rm -rf "$4"
  start=$(date +%s%N)
  # Exit code 3 is a figure that the audit marked, as after so few updates it may.

  # shellcheck disable=SC2046
  dotnet "$program" run "$(manifest_of "$1")" $(cell_options "$1") --device "$2" --set "training.updates=$3" --out "$4" > "$scratch/log" 2>&1 || [ $? -eq 3 ] || { cat "$scratch/log" >&2; return 1; }
  end=$(date +%s%N)
  echo $(((end - start) / 1000000))
}

# rate CELL DEVICE: updates per second, the median over the pairs
rate() {
  local updates=5 short long rates=() pair
  while :; do
    short=$(run "$1" "$2" "$updates" "$scratch/short")
    long=$(run "$1" "$2" $((3 * updates)) "$scratch/long")
    [ $((long - short)) -ge "$least_ms" ] && [ "$long" -ge $((2 * short)) ] && break
    updates=$((updates * (2 * long > 3 * short ? 2 : 5)))
  done
  rates+=("$(awk "BEGIN { print 2000 * $updates / ($long - $short) }")")
  for ((pair = 1; pair < pairs; pair++)); do
    short=$(run "$1" "$2" "$updates" "$scratch/short")
    long=$(run "$1" "$2" $((3 * updates)) "$scratch/long")
    rates+=("$(awk "BEGIN { print 2000 * $updates / ($long - $short) }")")
  done
  printf '%s\n' "${rates[@]}" | sort -g | sed -n "$(((pairs + 1) / 2))p"
}

# The largest difference of the means of two summaries, relative to the greater of the mean and 1.
difference() {
  python3 - "$1/summary.csv" "$2/summary.csv" <<'P'
import csv, sys
first, second = ({(row["cell"], row["metric"]): float(row["mean"]) for row in csv.DictReader(open(file)) if row["mean"]} for file in sys.argv[1:])
assert first.keys() == second.keys() and first, "the two runs measured different things"
worst = max(first, key=lambda key: abs(first[key] - second[key]) / max(1, abs(first[key])))
print(f"{abs(first[worst] - second[worst]) / max(1, abs(first[worst])):.1e} ({worst[1]})")
P
}

if [ ${#cells[@]} -eq 0 ]; then
  cells=(planar-2 planar-8 planar-32)
  [ -n "$data" ] && cells+=(latent-0 latent-10)
fi
echo "| cell | device | updates/s | of the first device | largest difference of a metric after 20 updates |"
echo "| --- | --- | --- | --- | --- |"
for cell in "${cells[@]}"; do
  reference=
  run "$cell" "${devices[0]}" 20 "$scratch/reference" > /dev/null
  for device in "${devices[@]}"; do
    run "$cell" "$device" 20 "$scratch/other" > /dev/null
    speed=$(rate "$cell" "$device")
    reference=${reference:-$speed}
    awk -v c="$cell" -v d="$device" -v s="$speed" -v r="$reference" -v x="$(difference "$scratch/reference" "$scratch/other")" \
      'BEGIN { printf "| %s | %s | %.4g | %.3gx | %s |\n", c, d, s, s / r, x }'
  done
done
