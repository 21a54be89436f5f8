namespace SoftmaxGen.Generated
{
    using global::System.Runtime.InteropServices;

    // Memory on the stack for the terms of a long row that are wider than its elements, by the number of its bytes.
    [StructLayout(LayoutKind.Sequential, Size = 1024)]
    internal struct Terms1024
    {
        public double First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 2048)]
    internal struct Terms2048
    {
        public double First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 4096)]
    internal struct Terms4096
    {
        public double First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 8192)]
    internal struct Terms8192
    {
        public double First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 16384)]
    internal struct Terms16384
    {
        public double First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 32768)]
    internal struct Terms32768
    {
        public double First;
    }
}
