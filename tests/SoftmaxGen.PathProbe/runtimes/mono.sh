#!/usr/bin/env bash
# Mono, of which Unity's is a relative: the forms without vectors for .NET Framework 4.7.2 and for .NET Standard 2.1, C# 7.3 and 9. They have Precise alone.
set -euo pipefail
. "$(dirname "$0")/common.sh"
install mono mono-complete
source=$probe/framework
build=$work/mono
rm -rf "$build"
mkdir -p "$build"
cp "$source"/*.cs "$source"/*.csproj "$build/"
for length in 1 2 3 4 7 8 10 16 17 33 65 130 1000 4097; do
    if [ $length -lt 1000 ]; then
        sed "s/LENGTH/$length/g; s/METHODS//" "$source/Host.template"
    else
        sed "s/LENGTH/$length/g; s/METHODS/, Methods = SoftmaxMethods.All \\& ~SoftmaxMethods.Jacobian/; / Jacobian =\| JacobianFromSoftmax =/d" "$source/Host.template"
    fi >"$build/Host$length.cs"
done
dotnet build "$build" -c Release -v q -nologo -p:Repository="$probe/../.." >"$work/mono.log" 2>&1 || { cat "$work/mono.log"; exit 1; }
row "Mono, .NET Framework 4.7.2" "no vectors, arrays" mono "$build/bin/Release/net472/FrameworkProbe.exe"
row "Mono, .NET Standard 2.1" "no vectors, spans" mono "$build/bin/Release/net472/FrameworkProbe.exe" "$build/bin/Release/netstandard2.1/FrameworkProbe.dll"
