using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

// Arguments: the folder of shipped assemblies, and that of the attribute. Prints the digest of each generated file, and what the compiler and the analyzers report.
AnalyzerFileReference[] shipped =
    [.. Directory.GetFiles(args[0], "*.dll").Order(StringComparer.Ordinal).Select(file => new AnalyzerFileReference(Path.GetFullPath(file), new Loader()))];
List<string> failures = [];
foreach (AnalyzerFileReference reference in shipped)
    reference.AnalyzerLoadFailed += (_, failure) => failures.Add(failure.Message);

CSharpParseOptions options = new(LanguageVersion.CSharp9);
string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
Compilation compilation = CSharpCompilation.Create(
    "Consumer",
    [CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Input.cs")), options, "Input.cs")],
    Directory.GetFiles(framework, "System*.dll").Concat(Directory.GetFiles(framework, "netstandard.dll")).Concat(Directory.GetFiles(args[1], "*.dll"))
        .Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file)),
    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

GeneratorDriver driver = CSharpGeneratorDriver.Create(shipped.SelectMany(reference => reference.GetGenerators(LanguageNames.CSharp)), parseOptions: options);
driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out compilation, out ImmutableArray<Diagnostic> ofGenerator);
foreach (SyntaxTree tree in driver.GetRunResult().GeneratedTrees)
    Console.WriteLine($"{Path.GetFileName(tree.FilePath)} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(tree.ToString())))[..16]}");

ImmutableArray<Diagnostic> ofAnalyzers = await compilation
    .WithAnalyzers([.. shipped.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))])
    .GetAnalyzerDiagnosticsAsync();
foreach (Diagnostic diagnostic in ofGenerator.Concat(compilation.GetDiagnostics()).Concat(ofAnalyzers).Where(found => found.Severity > DiagnosticSeverity.Hidden)
    .OrderBy(found => found.Location.SourceSpan.Start))
{
    Console.WriteLine(((IFormattable)diagnostic).ToString(null, CultureInfo.InvariantCulture));
}

failures.ForEach(Console.WriteLine);
Console.Error.WriteLine($"Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version}");

// The folder of a runtime has native libraries, too.
static bool IsManaged(string file)
{
    try
    {
        AssemblyName.GetAssemblyName(file);
        return true;
    }
    catch (BadImageFormatException)
    {
        return false;
    }
}

internal sealed class Loader : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
