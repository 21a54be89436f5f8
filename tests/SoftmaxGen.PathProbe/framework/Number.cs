using System;

namespace FrameworkProbe
{
    /// <summary>What the probe has to know of an element type. NaN is taken as one value: its sign and payload may differ.</summary>
    internal abstract class Number<T>
    {
        public abstract T From(double value);

        /// <summary>The bits, least significant byte first.</summary>
        public abstract byte[] Bytes(T value);
    }

    internal sealed class SingleNumber : Number<float>
    {
        private static readonly byte[] NotANumber = { 0, 0, 0xC0, 0xFF };

        public override float From(double value) => (float)value;

        public override byte[] Bytes(float value) => float.IsNaN(value) ? NotANumber : BitConverter.GetBytes(value);
    }

    internal sealed class DoubleNumber : Number<double>
    {
        private static readonly byte[] NotANumber = { 0, 0, 0, 0, 0, 0, 0xF8, 0xFF };

        public override double From(double value) => value;

        public override byte[] Bytes(double value) => double.IsNaN(value) ? NotANumber : BitConverter.GetBytes(value);
    }
}
