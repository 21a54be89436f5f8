using System;
using System.Linq;
using System.Reflection;

namespace FrameworkProbe
{
    /// <summary>Prints the hashes of its own hosts, or those of the assembly that is named.</summary>
    public static class Program
    {
        public static void Main(string[] args)
        {
            Assembly assembly = args.Length > 0 ? Assembly.LoadFrom(args[0]) : typeof(Program).Assembly;
            Console.WriteLine(assembly.FullName);
            assembly.GetType("FrameworkProbe.Program").GetMethod(nameof(Print)).Invoke(null, null);
        }

        public static void Print()
        {
            Type[] hosts = typeof(Program).Assembly.GetTypes()
                .Where(type => type.Name.StartsWith("Host", StringComparison.Ordinal))
                .OrderBy(type => int.Parse(type.Name.Substring(4), System.Globalization.CultureInfo.InvariantCulture))
                .ToArray();
            Results<float> single = new Results<float>(new SingleNumber());
            Results<double> doubles = new Results<double>(new DoubleNumber());
            foreach (Type host in hosts)
            {
                single.Run((Members<float>)host.GetProperty("Single").GetValue(null));
                doubles.Run((Members<double>)host.GetProperty("Double").GetValue(null));
            }

            single.Print();
            doubles.Print();
        }
    }
}
