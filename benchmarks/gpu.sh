#!/usr/bin/env bash
# Tests FlowLab on a machine with a CUDA device, which needs neither .NET nor the sources nor the CUDA toolkit.
#
# On a machine with the sources, make the archive:
#   dotnet publish benchmarks/FlowLab.DeviceTests -c Release -r linux-x64 --self-contained -o out/device-tests
#   tar -czf device-tests.tar.gz -C out device-tests
# On the machine with the device:
#   tar -xzf device-tests.tar.gz && device-tests/gpu.sh
# In a checkout it also runs in place, as benchmarks/gpu.sh, on whatever devices there are.
#
# It writes the PTX of every kernel and has it assembled by ptxas, if one is on the PATH; runs the device suite on every CUDA device, with
# cuBLAS if it is installed and without; and measures some times. Arguments go to the suite: --simulated runs it on a driver that runs PTX
# on the processor.
#
# Ends with 0 if everything is right, 1 if something is not, 77 if there is no CUDA device (the PTX was checked all the same).
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ -f "$here/FlowLab.DeviceTests" ]; then
  suite() { "$here/FlowLab.DeviceTests" "$@"; }
else
  dotnet build -c Release -v quiet "$here/FlowLab.DeviceTests" || exit 1
  suite() { dotnet run -c Release --no-build --project "$here/FlowLab.DeviceTests" -- "$@"; }
fi

no_device=77
result=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The oldest architecture that this ptxas still knows: newer toolkits drop old ones.
architecture() {
  printf '.version 6.0\n.target sm_60\n.address_size 64\n.visible .entry k()\n{\n\tret;\n}\n' > "$work/probe.ptx"
  for name in sm_60 sm_70 sm_75 sm_80 sm_90 sm_100; do
    ptxas "-arch=$name" -o "$work/probe.cubin" "$work/probe.ptx" > /dev/null 2>&1 && { echo "$name"; return; }
  done
}

check_ptx() {
  suite ptx "$work/ptx" || return 1
  if ! command -v ptxas > /dev/null; then
    echo "no ptxas on the PATH: the PTX was not assembled"
    return 0
  fi

  local name failed=0 count=0
  name=$(architecture)
  if [ -z "$name" ]; then
    echo "ptxas knows none of the architectures tried"
    return 1
  fi

  for file in "$work"/ptx/*.ptx; do
    count=$((count + 1))
    if ! ptxas "-arch=$name" -o "$work/kernel.cubin" "$file" > "$work/log" 2>&1; then
      failed=$((failed + 1))
      [ "$failed" -le 10 ] && { echo "FAILED $(basename "$file")"; sed 's/^/  /' "$work/log" | head -20; }
    elif grep -qi warning "$work/log"; then
      echo "$(basename "$file"): $(grep -i warning "$work/log" | head -1)"
    fi
  done

  echo "ptxas -arch=$name: $((count - failed)) of $count kernels assembled"
  [ "$failed" -eq 0 ]
}

echo "== PTX"
check_ptx || result=1

echo "== device suite"
suite run "$@"
code=$?
if [ "$code" -eq "$no_device" ]; then
  [ "$result" -eq 0 ] && result=$no_device
  exit "$result"
fi

[ "$code" -eq 0 ] || result=1
if [ $# -eq 0 ]; then
  echo "== device suite without cuBLAS"
  FLOWLAB_CUBLAS=off suite run || result=1
  echo "== figures"
  suite figures || result=1
fi

exit "$result"
