#!/usr/bin/env bash
# A method marked AggressiveOptimization is compiled without tiers, and one would think that it stays a method of its own. .NET 10 inlines it into
# a hot caller that has a profile, and calls it where TieredPGO is off. Exits with 1 where the behaviour has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/probe.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <UseAppHost>false</UseAppHost>
  </PropertyGroup>
</Project>
PROJECT
cat >"$work/probe.cs" <<'CODE'
using System;
using System.Runtime.CompilerServices;
using System.Threading;

float[] x = new float[16];
for (int round = 0; round < 40; round++)
{
    for (int i = 0; i < 100; i++)
        Caller.Hot(x, i);
    Thread.Sleep(30);
}

static class Caller
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float Hot(float[] x, int i) => i % 8 == 3 ? 0 : Callee(ref x[0]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Callee(ref float x)
    {
        float sum = 0;
        for (int i = 0; i < 16; i++)
            sum += Unsafe.Add(ref x, i) * i;
        return sum;
    }
}
CODE
dotnet build "$work" -c Release -v q -nologo >"$work/build.log" || { cat "$work/build.log"; exit 2; }
dotnet --version
declare -a called
for pgo in 1 0; do
    DOTNET_TieredPGO=$pgo DOTNET_TC_CallCountingDelayMs=0 DOTNET_JitStdOutFile="$work/$pgo.txt" DOTNET_JitDisasm=Hot \
        dotnet exec "$work"/bin/Release/net10.0/probe.dll
    awk '/^; Assembly listing/ { code = "" } { code = code "\n" $0 } END { print code }' "$work/$pgo.txt" >"$work/$pgo.last"
    grep -q 'Tier1' "$work/$pgo.last" || { echo "TieredPGO=$pgo: the caller did not get hot"; exit 2; }
    if grep -q 'call .*Callee\|jmp .*Callee' "$work/$pgo.last"; then called[$pgo]=called; else called[$pgo]=inlined; fi
    echo "TieredPGO=$pgo: the method marked AggressiveOptimization is ${called[$pgo]}"
done
[ "${called[1]} ${called[0]}" = "inlined called" ]
