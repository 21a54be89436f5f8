using SoftmaxRegression;

return Application.Run(args, Console.Out, Console.Error);
