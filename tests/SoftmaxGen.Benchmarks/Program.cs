using System.CommandLine;
using SoftmaxGen.Benchmarks.Commands;

return new RootCommand("Measures what SoftmaxGen emits: speed against peers, accuracy against a reference, and the cost of generating and analysing.")
{
    RatiosCommand.Create(),
    RowsCommand.Create(),
    LengthsCommand.Create(),
    PreciseCommand.Create(),
    ColumnsCommand.Create(),
    HalvesCommand.Create(),
    AnyLengthCommand.Create(),
    MembersCommand.Create(),
    AccuracyCommand.Create(),
    CodeSizeCommand.Create(),
    LimitsCommand.Create(),
    CallSitesCommand.Create(),
    CoresCommand.Create(),
    CompareCommand.Create(),
    GeneratorCommand.Create(),
    AnalyzerCommand.Create(),
    CancellationCommand.Create(),
    BdnCommand.Create(),
    DocsCommand.Create(),
}
.Parse(args).Invoke();
