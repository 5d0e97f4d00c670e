namespace ILGPU.Tests.Simd;

/// <summary>Kernels that run in the native loop.</summary>
internal static class LimitKernels
{
    internal static void DoublesPerLane(Index1D i, TestData d) => d.OutF[i] = (float)(d.F[i] * 1.0000001);

    internal static void LongPerLane(Index1D i, TestData d) => d.OutF[i] = d.N[i] * 3L;
}
