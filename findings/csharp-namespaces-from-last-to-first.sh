#!/usr/bin/env bash
# The C# compiler of the .NET 10 SDK writes the namespaces of an assembly from the last to the first, whatever the order of the files: A's types come after B's in Assembly.GetTypes().
# Tools that take the first type that fits, as `dotnet format` does among several fixes for a diagnostic, go by this order.
. "$(dirname "$0")/common.sh"

echo "SDK $(dotnet --version | cut -d. -f1)"
compare "$(csharp <<'CS'
Console.WriteLine(string.Join(" ", typeof(Finding.A.First).Assembly.GetTypes().Select(type => type.FullName).Where(name => name!.StartsWith("Finding."))));

namespace Finding.A
{
    class First;
    class Second;
}

namespace Finding.B
{
    class Third;
}

namespace Finding.C
{
    class Fourth;
}
CS
)" 'Finding.C.Fourth Finding.B.Third Finding.A.First Finding.A.Second'
