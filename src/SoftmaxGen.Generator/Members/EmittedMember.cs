using SoftmaxGen.Model;

namespace SoftmaxGen.Members;

/// <summary>The name and the parameter types of a member of the generated type: what a member of the host may clash with.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="ParameterTypes">
/// The fully qualified parameter types without <c>global::</c>, such as <c>System.ReadOnlySpan&lt;float&gt;</c> or <c>ref float</c>;
/// <see langword="null"/> for a constant.
/// </param>
internal sealed record EmittedMember(string Name, EquatableArray<string>? ParameterTypes);
