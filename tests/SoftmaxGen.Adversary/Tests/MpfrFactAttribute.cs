using SoftmaxGen.Adversary.Arithmetic;
using Xunit;

namespace SoftmaxGen.Adversary.Tests;

/// <summary>A test that needs MPFR.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MpfrFactAttribute : FactAttribute
{
    public MpfrFactAttribute() => Skip = MpfrLibrary.IsAvailable ? null : "There is no libmpfr here (Debian: libmpfr6).";
}
