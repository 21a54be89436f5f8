#!/usr/bin/env bash
# ML.NET 5.0.1: the text loader reads "-inf" and "inf", as NumPy, PyTorch and C write an infinity, as NaN, without an error; "-Infinity" is read as
# such. Masked logits in a file of another framework so turn whole rows of a softmax into NaN.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML 5.0.1'
compare "$(csharp 'Microsoft.ML 5.0.1' <<'CS'
using Microsoft.ML;
using Microsoft.ML.Data;
string file = Path.Combine(AppContext.BaseDirectory, "logits.csv");
File.WriteAllText(file, "0.5,-inf\n0.5,inf\n0.5,-Infinity\n0.5,Infinity\n0.5,nan\n");
IDataView view = new MLContext().Data.LoadFromTextFile(file, [new TextLoader.Column("x", DataKind.Single, 1)], ',');
Console.WriteLine(string.Join("\n", new[] { "-inf", "inf", "-Infinity", "Infinity", "nan" }.Zip(view.GetColumn<float>("x"), (text, value) => $"{text}: {value}")));
CS
)" '-inf: NaN
inf: NaN
-Infinity: -Infinity
Infinity: Infinity
nan: NaN'
