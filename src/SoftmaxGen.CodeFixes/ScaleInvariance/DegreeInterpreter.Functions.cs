using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Transfer functions of the mathematical functions of .NET.</content>
internal sealed partial class DegreeInterpreter
{
    private DegreeValue? Function(IInvocationOperation call, IMethodSymbol method, List<IOperation> arguments) => IsMathematical(method)
        ? Mathematical(method, [.. (call.Instance is null ? arguments : arguments.Prepend(call.Instance)).Select(Evaluate)], call)
        : null;

    private static bool IsMathematical(IMethodSymbol method) => method.ContainingType is { TypeKind: TypeKind.TypeParameter }
        or { SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Int32 or SpecialType.System_Int64 }
        or { Name: "Math" or "MathF" or "Half" or "Convert", ContainingNamespace.Name: "System" }
        || method.ContainingType is { TypeKind: TypeKind.Interface, ContainingNamespace.Name: "Numerics" } && method.IsStatic;

    private DegreeValue Mathematical(IMethodSymbol method, List<DegreeValue> arguments, IOperation where)
    {
        var degrees = arguments.Select(static argument => argument.Degree).ToList();
        if (degrees.All(static degree => degree.IsInvariant))
            return DegreeValue.OfNumber(method.Name is "Min" or "Max" ? IndexExpression.Apply(method.Name, [.. arguments.Select(static argument => argument.Number)]) : null);
        var first = degrees.Count > 0 ? degrees[0] : Degree.Unknown;
        return new(method.Name switch
        {
            "Max" or "MaxNumber" or "MaxNative" when degrees.Count == 2 => IsNegligible(arguments[1], first, NegligibleFloor) ? first
                : IsNegligible(arguments[0], degrees[1], NegligibleFloor) ? degrees[1]
                : first.HasPowerOf(degrees[1]) ? first.Add(degrees[1], Accumulation(where)) : first.Join(degrees[1]),
            "Min" or "MinNumber" or "MinNative" => degrees.Aggregate(static (total, degree) => total.Join(degree)).Plain(),
            "Clamp" => degrees.Aggregate(static (total, degree) => total.Join(degree)).Plain(),
            "Abs" or "ToDouble" or "ToSingle" when IsFloating(method.ReturnType) => first,
            "CreateChecked" or "CreateTruncating" or "CreateSaturating" when IsFloating(method.ReturnType) => first,
            "Sqrt" => first.Root(2),
            "Cbrt" => first.Root(3),
            "Pow" => arguments is [_, { Constant: { } power }] && Math.Abs(power) <= 64 && power == Math.Floor(power) && !first.IsZero ? power == 1 ? first : power < 0 ? RequireAll(first, where).Raise((int)power) : first.Raise((int)power) : Degree.Unknown,
            "ReciprocalEstimate" => Degree.Invariant.Divide(RequireAll(first, where)),
            "FusedMultiplyAdd" or "MultiplyAddEstimate" => first.Multiply(degrees[1]).Add(degrees[2], Accumulation(where)),
            "ScaleB" when degrees[1].IsInvariant => first,
            "CopySign" when !degrees[1].IsUnknown => first.Plain(),

            // Overflow is what the shift is against: where the numbers were finite they still are.
            "IsNaN" or "IsInfinity" or "IsPositiveInfinity" or "IsNegativeInfinity" or "IsFinite" when !first.IsUnknown => Degree.Invariant,
            "Equals" or "CompareTo" => Compare(arguments[0], arguments[1]).Degree,
            _ => Degree.Unknown,
        });
    }
}
