using System.CommandLine;
using SoftmaxGen.Adversary.Output;

return SearchCommand.Create().Parse(args).Invoke();
