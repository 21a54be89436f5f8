using SoftmaxGen.Corpus;

var options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
if (options.TryGetValue("--cases", out var cases) && options.TryGetValue("--sources", out var sources))
    return CaseScore.Run(cases, sources);
if (options.TryGetValue("--tree", out var tree))
    return TreeRun.Run(tree, int.Parse(options.GetValueOrDefault("--repeat", "1")));
if (options.TryGetValue("--fixes", out var folder))
    return FixShare.Run(folder);

Console.Error.WriteLine("""
    usage: SoftmaxGen.Corpus --cases FILE --sources FOLDER     score labelled cases, laid out as FOLDER/<id>.cs
           SoftmaxGen.Corpus --fixes FOLDER                    share of the reports that a fix is offered for; a debug build says why there is none
           SoftmaxGen.Corpus --tree FOLDER [--repeat N]        run every analyzer over a code base and time it
    """);
return 2;
