namespace SoftmaxGen.Descriptors;

/// <summary>Properties that diagnostics carry for their code fixes.</summary>
internal static class DiagnosticKeys
{
    /// <summary>The element type, of SMX1009.</summary>
    public const string Element = nameof(Element);

    /// <summary>Why a maximum is none, of SMX1006: one of the values below.</summary>
    public const string Reason = nameof(Reason);

    public const string Start = nameof(Start);
    public const string Clamp = nameof(Clamp);
    public const string Outside = nameof(Outside);
    public const string Range = nameof(Range);
}
