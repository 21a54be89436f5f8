using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Stability;
using SoftmaxGen.Tests;

namespace SoftmaxGen.CodeFixes.Tests.EveryFix;

public class OrderTests
{
    // `dotnet format` applies the first fix of an assembly to a report. On code that nobody looks at, it must be the one that changes the least.
    [Theory]
    [InlineData("SMX1001", nameof(SubtractMaximumFix))]
    [InlineData("SMX1002", nameof(ShiftTensorSoftMaxFix))]
    public void The_shift_comes_before_a_generated_member(string rule, string first)
    {
        List<CodeFixProvider> fixes = [.. EachKind.Of<CodeFixProvider>(typeof(SubtractMaximumFix)).Where(fix => fix.FixableDiagnosticIds.Contains(rule)).OrderBy(fix => fix.GetType().MetadataToken)];

        Assert.Equal(first, fixes[0].GetType().Name);
        Assert.True(fixes.Count > 1);
    }
}
