using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>What a type says about its values.</summary>
internal static class NumericTypes
{
    /// <summary>The exponent at which e^x is infinite.</summary>
    public static double Overflow(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Single ? 88 : 709;

    /// <summary>Whether a variable of the type is copied and not shared.</summary>
    public static bool IsScalar(ITypeSymbol? type) => type switch
    {
        null => false,
        { SpecialType: SpecialType.System_String } => true,
        { TypeKind: TypeKind.Enum or TypeKind.TypeParameter } => true,
        { IsRefLikeType: true } => false,
        { TypeKind: TypeKind.Struct } => !IsView(type),
        _ => false,
    };

    /// <summary>Whether values of the type are single numbers.</summary>
    public static bool IsNumber(ITypeSymbol? type) => type switch
    {
        null => false,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => true,
        { TypeKind: TypeKind.TypeParameter } => true,
        { Name: "Half" or "BFloat16" or "Single" or "Double", TypeKind: TypeKind.Struct or TypeKind.Error } => true,
        _ => false,
    };

    public static bool IsFloating(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal } or { TypeKind: TypeKind.TypeParameter };

    public static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static bool IsView(ITypeSymbol type) => type.Name is "Memory" or "ReadOnlyMemory" or "ArraySegment" or "ImmutableArray" or "KeyValuePair";
}
