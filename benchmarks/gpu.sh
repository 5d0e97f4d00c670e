#!/usr/bin/env bash
# Tests FlowLab on a machine with a CUDA device, which needs neither .NET nor the sources nor the CUDA toolkit.
#
# On a machine with the sources, make the archive:
#   dotnet publish benchmarks/FlowLab.DeviceTests -c Release -r linux-x64 --self-contained -o out/device-tests
#   tar -czf device-tests.tar.gz -C out device-tests
# On the machine with the device:
#   tar -xzf device-tests.tar.gz && device-tests/gpu.sh
# In a checkout it also runs in place, as benchmarks/gpu.sh.
#
# It runs the device suite on every CUDA device, with matrix products by cuBLAS, if that is installed, and by FlowLab's own kernel, and measures
# some times. With --simd it runs the suite on the processor instead, which tries the suite itself.
#
# Ends with 0 if everything is right, 1 if something is not, 77 if there is no CUDA device.
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

echo "== device suite"
suite run "$@"
code=$?
[ "$code" -eq "$no_device" ] && exit "$no_device"
[ "$code" -eq 0 ] || result=1

if [ $# -eq 0 ]; then
  echo "== figures"
  suite figures || result=1
fi

exit "$result"
