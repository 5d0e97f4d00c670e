#!/usr/bin/env bash
# From a checkout to a report with a new component in it, by packages alone: packs them into a feed, installs the templates into a hive of
# their own, then creates, builds, tests, checks and runs one solution per kind that nobody has edited, and says how long that took.
#
#   build/first-plugin.sh [FOLDER] [KIND...]      FOLDER: where to work, a new temporary one by default; KIND: flow energy dataset optimizer
#
# PACK_OPTIONS=--no-build packs what has been built before.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-$(mktemp -d)}
shift || true
kinds=("${@:-flow}")
[ "$#" -gt 0 ] || kinds=(flow energy dataset optimizer)
feed=$work/feed
hive=(--debug:custom-hive "$work/hive")
mkdir -p "$feed"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1

# Packages of this very build, not those that an earlier run left under the same version. What is on the disk already need not come from the network.
known=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: *//')
export NUGET_PACKAGES=$work/packages
cat > "$work/nuget.config" <<CONFIG
<configuration>
  <packageSources><add key="flowlab" value="$feed" /></packageSources>
  <fallbackPackageFolders><add key="known" value="$known" /></fallbackPackageFolders>
</configuration>
CONFIG

(
  unset NUGET_PACKAGES
  for project in src/FlowLab.Abstractions src/FlowLab.Accelerators src/FlowLab.Engine src/FlowLab.Testing src/FlowLab.Testing.NUnit src/FlowLab.Host; do
    dotnet pack "$root/$project" -c Release -o "$feed" -v q -m:1 ${PACK_OPTIONS:-}
  done
  dotnet pack "$root/templates/FlowLab.Templates" -c Release -o "$feed" -v q -m:1
)
ls "$feed"
cd "$work"
# A cache of tools of its own as well: the SDK goes on answering with the folder that the tool of this name and version had first, be it long deleted.
export DOTNET_CLI_HOME=$work/home
dotnet new install "$feed"/FlowLab.Templates.*.nupkg "${hive[@]}" > /dev/null

for kind in "${kinds[@]}"; do
  name=First${kind^}
  start=$(date +%s)
  dotnet new "flowlab-$kind" -n "$name" -o "$name" "${hive[@]}" > /dev/null
  cd "$name"
  plugin=src/$name/bin/Debug/net10.0
  dotnet build -v q -m:1
  dotnet test --no-build -v q -m:1
  dotnet tool restore > /dev/null
  dotnet flowlab check "$plugin/$name.dll"
  dotnet flowlab run manifest.json --plugins shipped --plugins "$plugin" --out run
  grep -q "first-$kind" run/report.html
  echo "flowlab-$kind: $(($(date +%s) - start)) s from dotnet new to run/report.html, no file edited"
  cd ..
done
