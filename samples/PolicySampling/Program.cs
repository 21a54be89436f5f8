using PolicySampling;

return Application.Run(args, Console.Out, Console.Error);
