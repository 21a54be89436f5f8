# For the scripts beside it, each of which runs the path probe by runtimes of one kind: sourced, after `set -euo pipefail`.
# A row is a path, how it is taken, the digest of all its hashes, and that of the hashes of Precise. Exit code 77: skipped, with a message.
probe=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=${SOFTMAXGEN_RUNTIMES:-${TMPDIR:-/tmp}/softmaxgen-runtimes}
rows=$work/rows
mkdir -p "$rows"
rows=$rows/$(basename "$0" .sh)
: >"$rows"
cd "$probe"

skip() { echo "skipped: $*"; exit 77; }

# The lines of hashes of a probe's output must agree between paths; the others, which name the path, must not.
hashes() { tr -d '\r' <"$1" | grep -E '[0-9a-f]{16}$'; }
precise() { hashes "$1" | grep '^Precise'; }
digest() { sha256sum | cut -c1-16; }

# install COMMAND PACKAGE...: installs Debian's packages where the command is missing, or skips.
install() {
    local command=$1
    shift
    command -v "$command" >/dev/null && return
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"; } >"$work/apt.log" 2>&1 || skip "could not install $* (see $work/apt.log)"
}

# package ID VERSION: the folder of a package, restored where it is not there; skips where it cannot be had.
package() {
    local folder=${NUGET_PACKAGES:-$HOME/.nuget/packages}/${1,,}/$2
    if [ ! -d "$folder" ]; then
        mkdir -p "$work/download"
        cat >"$work/download/download.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>netstandard2.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="$1" Version="[$2]" /></ItemGroup>
</Project>
PROJECT
        dotnet restore "$work/download" -v q >"$work/restore.log" 2>&1 || return 1
    fi
    echo "$folder"
}

# publish NAME ARGUMENT...: publishes the probe to $work/NAME; skips where a package cannot be had.
publish() {
    local name=$1
    shift
    if ! dotnet publish -c Release -p:NuGetLockFilePath="obj/$name.lock.json" -o "$work/$name" -v q -nologo "$@" >"$work/$name.log" 2>&1; then
        grep -qE 'NU1101|NU1102|NU1301|NETSDK1082' "$work/$name.log" && skip "no package for $name (see $work/$name.log)"
        cat "$work/$name.log"
        exit 1
    fi
}

# row PATH HOW COMMAND...: runs the command and keeps its hashes; a path that a runtime does not take fails, and one that prints no hash.
row() {
    local path=$1 how=$2 output
    shift 2
    output=$work/$(echo "$path" | tr -c 'A-Za-z0-9\n' '-').txt
    "$@" >"$output" || { cat "$output"; echo "$path: ended with $?"; exit 1; }
    hashes "$output" >/dev/null || { cat "$output"; echo "$path: no hashes"; exit 1; }
    printf '%s\t%s\t%s\t%s\n' "$path" "$how" "$(hashes "$output" | digest)" "$(precise "$output" | digest)" | tee -a "$rows"
}
