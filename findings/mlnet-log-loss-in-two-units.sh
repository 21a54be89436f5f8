#!/usr/bin/env bash
# ML.NET 5.0.1: LogLoss of a binary classifier is in bits, and that of a multiclass classifier in nats, with one formula in the documentation of both. The same two
# certain and right predictions of 0.9 cost 0.152 and 0.105. A probability of 0 for what happens is an infinite loss in the first, and log 10^15 = 34.5 in the second.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML 5.0.1'
compare "$(csharp 'Microsoft.ML 5.0.1' <<'CS'
using Microsoft.ML;
using Microsoft.ML.Data;

MLContext context = new(1);
IDataView classes = context.Data.LoadFromEnumerable(new[] { new Class { Value = 0 }, new Class { Value = 1 } });
foreach (float p in new[] { 0.9f, 0 })
{
    // Two rows, one of each class, and p for the class that each is of.
    IDataView binary = context.Data.LoadFromEnumerable(new[]
    {
        new Binary { Label = true, Score = p - 0.5f, Probability = p },
        new Binary { Label = false, Score = 0.5f - p, Probability = 1 - p },
    });
    IDataView multiclass = context.Data.LoadFromEnumerable(new[]
    {
        new Multiclass { Class = 1, Predicted = p > 0.5f ? 1 : 0, Score = [1 - p, p] },
        new Multiclass { Class = 0, Predicted = p > 0.5f ? 0 : 1, Score = [p, 1 - p] },
    });
    var keys = context.Transforms.Conversion.MapValueToKey("Label", "Class", keyData: classes)
        .Append(context.Transforms.Conversion.MapValueToKey("PredictedLabel", "Predicted", keyData: classes));
    double two = context.BinaryClassification.Evaluate(binary).LogLoss;
    double many = context.MulticlassClassification.Evaluate(keys.Fit(multiclass).Transform(multiclass)).LogLoss;
    Console.WriteLine($"p = {p}: binary {two:F4}, multiclass {many:F4}; -log2 p = {-Math.Log2(p):F4}, -ln p = {-Math.Log(p):F4}");
}

internal sealed class Class
{
    public int Value { get; set; }
}

internal sealed class Binary
{
    public bool Label { get; set; }
    public float Score { get; set; }
    public float Probability { get; set; }
    public bool PredictedLabel => Score > 0;
}

internal sealed class Multiclass
{
    public int Class { get; set; }
    public int Predicted { get; set; }
    [VectorType(2)]
    public float[] Score { get; set; } = [];
}
CS
)" 'p = 0.9: binary 0.1520, multiclass 0.1054; -log2 p = 0.1520, -ln p = 0.1054
p = 0: binary Infinity, multiclass 34.5388; -log2 p = Infinity, -ln p = Infinity'
