using System;
using System.Collections.Generic;

namespace FrameworkProbe
{
    /// <summary>The hashes of the results for one element type, those of the path probe.</summary>
    internal sealed class Results<T>
    {
        private const int Rows = 19;

        // Narrow, and with masks: products that are 0 have a sign.
        private static readonly int[] RowsOfJacobians = { 0, 7 };

        private static readonly string[] Groups = { "Softmax", "LogSoftmax", "LogSumExp", "Gradient", "Jacobian" };

        private readonly Number<T> number;
        private readonly Dictionary<string, ulong> hashes = new Dictionary<string, ulong>();

        public Results(Number<T> number)
        {
            this.number = number;
            foreach (string group in Groups)
                hashes[group] = 0xCBF29CE484222325;
        }

        public void Run(Members<T> host)
        {
            int length = host.Length;
            T[] x = Inputs.Rows(number, length, Rows), one = new T[length], many = new T[length * Rows];

            host.SoftmaxRows(x, many);
            Add("Softmax", many);
            host.LogSoftmaxRows(x, many);
            Add("LogSoftmax", many);
            host.CrossEntropyGradientRows(x, new int[Rows], many);
            Add("Gradient", many);

            for (int row = 0; row < Rows; row++)
            {
                T[] logits = new T[length];
                Array.Copy(x, row * length, logits, 0, length);
                RunRow(host, logits, row % length, one);
            }

            if (host.Jacobian == null)
                return;
            T[] matrix = new T[length * length], p = new T[length];
            foreach (int row in RowsOfJacobians)
            {
                T[] logits = new T[length];
                Array.Copy(x, row * length, logits, 0, length);
                host.Jacobian(logits, matrix);
                Add("Jacobian", matrix);
                Array.Copy(matrix, p, length);
                host.JacobianFromSoftmax(p, matrix);
                Add("Jacobian", matrix);
            }
        }

        public void Print()
        {
            foreach (string group in Groups)
                Console.WriteLine("Precise " + typeof(T).Name + " " + group + " " + hashes[group].ToString("x16"));
        }

        private void RunRow(Members<T> host, T[] logits, int label, T[] one)
        {
            host.LogSoftmax(logits, one);
            Add("LogSoftmax", one);
            Add("LogSumExp", host.LogSumExp(logits), host.CrossEntropy(logits, label));
            host.CrossEntropyGradient(logits, label, one);
            Add("Gradient", one);
            host.TemperedSoftmax(logits, number.From(0.75), one);
            Add("Softmax", one);
            host.Softmax(logits, one);
            Add("Softmax", one);

            T[] p = (T[])one.Clone();
            host.VectorJacobianProduct(p, logits, one);
            Add("Jacobian", one);
            host.JacobianVectorProduct(p, logits, one);
            Add("Jacobian", one);
        }

        private void Add(string group, params T[] results)
        {
            ulong hash = hashes[group];
            foreach (T result in results)
            {
                foreach (byte part in number.Bytes(result))
                    hash = unchecked((hash ^ part) * 0x100000001B3);
            }

            hashes[group] = hash;
        }
    }
}
