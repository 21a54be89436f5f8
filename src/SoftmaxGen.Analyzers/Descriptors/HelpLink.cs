namespace SoftmaxGen.Descriptors;

/// <summary>Where the page of a rule is; the pages are in docs/rules.</summary>
internal static class HelpLink
{
    public static string Of(string id) => $"https://github.com/softmaxgen/SoftmaxGen/blob/main/docs/rules/{id}.md";
}
