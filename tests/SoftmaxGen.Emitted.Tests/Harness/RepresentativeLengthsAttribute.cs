using System.Reflection;
using Xunit.Sdk;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>One case for each of <see cref="EmittedCode.RepresentativeLengths"/> of Default.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepresentativeLengthsAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        EmittedCode.RepresentativeLengths(SoftmaxAccuracy.Default).Select(length => (object[])[length]);
}
