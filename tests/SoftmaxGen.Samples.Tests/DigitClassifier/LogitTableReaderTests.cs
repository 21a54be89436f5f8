using DigitClassifier.Input;
using Samples.Common;

namespace SoftmaxGen.Samples.Tests.DigitClassifier;

public class LogitTableReaderTests
{
    private const string Good = "7,7,0,1,2,3,4,5,6,7.5,8,-9e-1";

    [Fact]
    public void Rows_are_read_in_order_and_blank_lines_skipped()
    {
        LogitTable table = Read($"{LogitTableReader.Header}\r\n{Good}\r\n\r\n0, 1, 9,8,7,6,5,4,3,2,1,0\r\n");

        Assert.Equal([7, 0], table.Labels);
        Assert.Equal([7, 1], table.Predicted);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7.5f, 8, -0.9f, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0], table.Logits);
    }

    [Theory]
    [InlineData("", "t.csv, line 1: the file is empty; expected the header label,predicted,x0,x1,x2,x3,x4,x5,x6,x7,x8,x9")]
    [InlineData("label,x0\n1,2", "t.csv, line 1: expected the header label,predicted,x0,x1,x2,x3,x4,x5,x6,x7,x8,x9")]
    [InlineData("HEADER\n", "t.csv, line 2: expected a row, found the end of the file")]
    [InlineData("HEADER\nGOOD\n7,7,0,1", "t.csv, line 3: expected 12 columns, found 4")]
    [InlineData("HEADER\nGOOD,10", "t.csv, line 2: expected 12 columns, found 13")]
    [InlineData("HEADER\nGOOD\n\n7,7,0,1,2,3, four ,5,6,7,8,9", "t.csv, line 4: x4 is 'four', which is not a finite number")]
    [InlineData("HEADER\n7,7,0,1,2,3,,5,6,7,8,9", "t.csv, line 2: x4 is '', which is not a finite number")]
    [InlineData("HEADER\n7,7,NaN,1,2,3,4,5,6,7,8,9", "t.csv, line 2: x0 is 'NaN', which is not a finite number")]
    [InlineData("HEADER\n7,7,0,1,2,3,4,5,6,7,8,1e39", "t.csv, line 2: x9 is '1e39', which is not a finite number")]
    [InlineData("HEADER\n10,7,0,1,2,3,4,5,6,7,8,9", "t.csv, line 2: label is '10', which is not a digit from 0 to 9")]
    [InlineData("HEADER\n7,-1,0,1,2,3,4,5,6,7,8,9", "t.csv, line 2: predicted is '-1', which is not a digit from 0 to 9")]
    [InlineData("HEADER\n7.5,7,0,1,2,3,4,5,6,7,8,9", "t.csv, line 2: label is '7.5', which is not a whole number")]
    public void What_is_wrong_is_told_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Read(text.Replace("HEADER", LogitTableReader.Header).Replace("GOOD", Good))).Message);

    private static LogitTable Read(string text) => LogitTableReader.Read(new StringReader(text), "t.csv");
}
