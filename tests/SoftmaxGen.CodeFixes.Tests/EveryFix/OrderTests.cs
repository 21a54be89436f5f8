using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Stability;

namespace SoftmaxGen.CodeFixes.Tests.EveryFix;

public class OrderTests
{
    // `dotnet format` applies the first fix of an assembly to a report. On code that nobody looks at, it must be the one that changes the least.
    [Theory]
    [InlineData("SMX1001", nameof(SubtractMaximumFix))]
    [InlineData("SMX1002", nameof(ShiftTensorSoftMaxFix))]
    public void The_shift_comes_before_a_generated_member(string rule, string first)
    {
        IEnumerable<Type> fixes = typeof(SubtractMaximumFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Where(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds.Contains(rule));

        Assert.Equal(first, fixes.First().Name);
        Assert.True(fixes.Count() > 1);
    }
}
