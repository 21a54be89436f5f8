using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using SoftmaxGen.PathProbe;

// An emulated processor may fuse wrongly: Bochs 2.7 takes what is left of 1 here for 0.
double rest = Math.FusedMultiplyAdd(BitConverter.Int64BitsToDouble(unchecked((long)0xC81539017BCA7203)), BitConverter.Int64BitsToDouble(0x37C82008DE492B5E), 1.0);
bool fusesExactly = BitConverter.DoubleToInt64Bits(rest) == 0x3C07E1B6A2879800;

// The first line says what the processor offers, each other one: accuracy, element type, group of members, hash of all their results.
Console.WriteLine(
    $"Vector128={Vector128.IsHardwareAccelerated} Vector256={Vector256.IsHardwareAccelerated} Vector512={Vector512.IsHardwareAccelerated} " +
    $"Avx2={Avx2.IsSupported} Fma={Fma.IsSupported} Avx512F={Avx512F.IsSupported} AdvSimd={AdvSimd.IsSupported} FusesExactly={fusesExactly}");

if (args is ["time"])
{
    Times.Print();
    return;
}

Probe standard = new("Default");
standard.RunWithJacobian<Default1>(Default1.Length);
standard.RunWithJacobian<Default2>(Default2.Length);
standard.RunWithJacobian<Default3>(Default3.Length);
standard.RunWithJacobian<Default4>(Default4.Length);
standard.RunWithJacobian<Default7>(Default7.Length);
standard.RunWithJacobian<Default8>(Default8.Length);
standard.RunWithJacobian<Default10>(Default10.Length);
standard.RunWithJacobian<Default16>(Default16.Length);
standard.RunWithJacobian<Default17>(Default17.Length);
standard.RunWithJacobian<Default33>(Default33.Length);
standard.RunWithJacobian<Default65>(Default65.Length);
standard.RunWithJacobian<Default130>(Default130.Length);
standard.Run<Default1000>(Default1000.Length);
standard.Run<Default4097>(Default4097.Length);
standard.Print();

Probe fast = new("Fast");
fast.RunWithJacobian<Fast1>(Fast1.Length);
fast.RunWithJacobian<Fast2>(Fast2.Length);
fast.RunWithJacobian<Fast3>(Fast3.Length);
fast.RunWithJacobian<Fast4>(Fast4.Length);
fast.RunWithJacobian<Fast7>(Fast7.Length);
fast.RunWithJacobian<Fast8>(Fast8.Length);
fast.RunWithJacobian<Fast10>(Fast10.Length);
fast.RunWithJacobian<Fast16>(Fast16.Length);
fast.RunWithJacobian<Fast17>(Fast17.Length);
fast.RunWithJacobian<Fast33>(Fast33.Length);
fast.RunWithJacobian<Fast65>(Fast65.Length);
fast.RunWithJacobian<Fast130>(Fast130.Length);
fast.Run<Fast1000>(Fast1000.Length);
fast.Run<Fast4097>(Fast4097.Length);
fast.Print();

Probe precise = new("Precise");
precise.RunWithJacobian<Precise1>(Precise1.Length);
precise.RunWithJacobian<Precise2>(Precise2.Length);
precise.RunWithJacobian<Precise3>(Precise3.Length);
precise.RunWithJacobian<Precise4>(Precise4.Length);
precise.RunWithJacobian<Precise7>(Precise7.Length);
precise.RunWithJacobian<Precise8>(Precise8.Length);
precise.RunWithJacobian<Precise10>(Precise10.Length);
precise.RunWithJacobian<Precise16>(Precise16.Length);
precise.RunWithJacobian<Precise17>(Precise17.Length);
precise.RunWithJacobian<Precise33>(Precise33.Length);
precise.RunWithJacobian<Precise65>(Precise65.Length);
precise.RunWithJacobian<Precise130>(Precise130.Length);
precise.Run<Precise1000>(Precise1000.Length);
precise.Run<Precise4097>(Precise4097.Length);
precise.Print();

HalfProbe.Print();
