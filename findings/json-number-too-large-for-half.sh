#!/usr/bin/env bash
# System.Text.Json of .NET 10 reads a number that is too large for a double or a float as infinity, but throws for one that is too large for a Half:
# masked logits that were written as the lowest float cannot be read as Half, and those written as the lowest double can be read as float.
. "$(dirname "$0")/common.sh"

compare "$(csharp <<'CS'
using System.Text.Json;

Console.WriteLine($"System.Text.Json {typeof(JsonSerializer).Assembly.GetName().Version}");
Console.WriteLine($"-1e400 as double: {JsonSerializer.Deserialize<double[]>("[1.5, -1e400]")![1]}");
Console.WriteLine($"-1.7976931348623157e308 as float: {JsonSerializer.Deserialize<float[]>("[1.5, -1.7976931348623157e308]")![1]}");
try
{
    Console.WriteLine($"-3.4028235e38 as Half: {JsonSerializer.Deserialize<Half[]>("[1.5, -3.4028235e38]")![1]}");
}
catch (JsonException)
{
    Console.WriteLine("-3.4028235e38 as Half: JsonException");
}
CS
)" 'System.Text.Json 10.0.0.0
-1e400 as double: -Infinity
-1.7976931348623157e308 as float: -Infinity
-3.4028235e38 as Half: JsonException'
