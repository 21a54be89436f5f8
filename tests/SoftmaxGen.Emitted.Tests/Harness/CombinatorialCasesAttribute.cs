using System.Reflection;
using Xunit.Sdk;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>One case for each combination of the values of the parameters, all of them enums.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CombinatorialCasesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        IEnumerable<object[]> cases = [[]];
        foreach (ParameterInfo parameter in testMethod.GetParameters())
        {
            Array values = Enum.GetValues(parameter.ParameterType);
            cases = cases.SelectMany(head => values.Cast<object>().Select(value => (object[])[.. head, value])).ToArray();
        }

        return cases;
    }
}
