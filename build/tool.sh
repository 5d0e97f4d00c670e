#!/usr/bin/env bash
# FlowLab as a .NET tool: packs it, installs it from the local folder alone, runs an experiment with it from a folder of its own, and completes its commands
# in the shells that are here. Says how large the package and the installed tool are.
#
#   build/tool.sh [FOLDER]      FOLDER: where to work, a new temporary one by default
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work/feed" "$work/elsewhere"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

dotnet pack "$root/src/FlowLab.Host" -c Release -o "$work/feed" -v q -m:1 ${PACK_OPTIONS:-}
cat > "$work/nuget.config" <<CONFIG
<configuration><packageSources><clear /><add key="flowlab" value="$work/feed" /></packageSources></configuration>
CONFIG
# Packages of this very build, not those that an earlier run left under the same version.
NUGET_PACKAGES=$work/packages dotnet tool install flowlab --tool-path "$work/tool" --configfile "$work/nuget.config"

export PATH=$work/tool:$PATH
cd "$work/elsewhere"
flowlab init first.json --target U1 --flow planar --length 2 --seeds 2 --updates 200
flowlab run first.json --threads 1 --out run
test -s run/report.html
flowlab runs . --json | grep -q '"finished"'
bash --norc -c 'eval "$(flowlab completion bash)"; COMP_LINE="flowlab run --pres"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(flowlab run --pres); COMP_CWORD=2; _flowlab; [ "${COMPREPLY[*]}" = --preset ]'
echo "package $(du -h "$work"/feed/flowlab.*.nupkg | cut -f1), installed $(du -sh "$work/tool" | cut -f1)"
