using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>
/// What the short members of a file do with the exponentials they are given: a call of one that takes the size of a number, or divides by
/// another argument, leads nowhere. Members that are long, or of other files, may do anything.
/// </summary>
internal sealed class HelperSummaries(MemberIndex members, bool hasConstant)
{
    private const int MaxParameters = 64;

    private readonly Dictionary<(string Name, ulong Given, bool Returns), bool> _known = new();

    /// <summary>Whether exponentials that are given to a member may come together there.</summary>
    public bool MayMeet(InvocationExpressionSyntax call, string name, Func<ExpressionSyntax, bool> isGiven) =>
        IsAny(name, Given(call, isGiven), returns: false);

    /// <summary>Whether the number that a member returns may be made of the exponentials it is given.</summary>
    public bool MayReturn(InvocationExpressionSyntax call, string name, Func<ExpressionSyntax, bool> isGiven) =>
        members[name].Any(static member => member is not MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax }) || IsAny(name, Given(call, isGiven), returns: true);

    private bool IsAny(string name, ulong given, bool returns)
    {
        if (_known.TryGetValue((name, given, returns), out var known))
            return known;

        // One that calls itself may do anything, too.
        _known.Add((name, given, returns), true);
        var overloads = members[name].ToList();
        return _known[(name, given, returns)] = overloads.Count == 0 || overloads.Exists(member => member.Span.Length > MemberIndex.LongestHelper || MayDo(member, given, returns));
    }

    private bool MayDo(SyntaxNode member, ulong given, bool returns)
    {
        var parameters = (member as BaseMethodDeclarationSyntax)?.ParameterList.Parameters ?? default;
        var flow = new NameFlow(member, members, this, hasConstant);
        flow.Assume(parameters.Where((_, i) => !IsGiven(i)).Select(static parameter => parameter.Identifier.ValueText).ToList());
        return returns ? flow.MayReturn() : flow.MayMeet();

        // The last may be one for many.
        bool IsGiven(int i) => i == parameters.Count - 1 ? given >> Bit(i) != 0 : (given >> Bit(i) & 1) != 0;
    }

    // A bit for each parameter. What is given by name may be any of them.
    private static ulong Given(InvocationExpressionSyntax call, Func<ExpressionSyntax, bool> isGiven)
    {
        var arguments = call.ArgumentList.Arguments;
        var given = 0UL;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (isGiven(arguments[i].Expression))
                given |= arguments[i].NameColon is null ? 1UL << Bit(i) : ulong.MaxValue;
        }

        return given;
    }

    private static int Bit(int index) => Math.Min(index, MaxParameters - 1);
}
