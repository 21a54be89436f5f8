#!/usr/bin/env bash
# ML.NET 5.0.1: NormalizeLpNorm makes a vector of length 1, and returns it as it came, without a word, where its length is 5e8 or so, or its squares
# are too small for a float. Lengths of 5e7 and of 5e-20 become 1.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML 5.0.1'
compare "$(csharp 'Microsoft.ML 5.0.1' <<'CS'
using Microsoft.ML;
using Microsoft.ML.Data;

MLContext context = new(1);
foreach (float scale in new[] { 1e7f, 1e8f, 1e-20f, 1e-24f })
{
    IDataView data = context.Data.LoadFromEnumerable(new[] { new Row { X = [3 * scale, 4 * scale] } });
    float[] y = context.Transforms.NormalizeLpNorm("Y", "X").Fit(data).Transform(data).GetColumn<float[]>("Y").First();
    Console.WriteLine($"{3 * scale} {4 * scale}: {y[0]} {y[1]}");
}

internal sealed class Row
{
    [VectorType(2)]
    public float[] X { get; set; } = [];
}
CS
)" '30000000 40000000: 0.6 0.8
300000000 400000000: 300000000 400000000
3E-20 4E-20: 0.6 0.8000001
3.0000002E-24 4E-24: 3.0000002E-24 4E-24'
