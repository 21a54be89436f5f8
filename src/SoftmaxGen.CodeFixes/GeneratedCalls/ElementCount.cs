using System.Globalization;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>How many elements a softmax runs over: a constant, or what has one value for all of the code that is replaced.</summary>
internal readonly record struct ElementCount(int? Constant, string Text)
{
    public static ElementCount Of(int constant) => new(constant, constant.ToString(CultureInfo.InvariantCulture));

    public static ElementCount Of(string expression) => new(null, expression);
}
