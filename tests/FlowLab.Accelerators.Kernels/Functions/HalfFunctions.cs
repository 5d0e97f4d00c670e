namespace FlowLab.Accelerators.Tests.Kernels.Functions;

/// <summary>ILGPU's numbers of 16 bits.</summary>
[KernelFamily]
internal static class HalfFunctions
{
    internal static void Add(Index1D i, ArrayView<ILGPU.Half> x, ArrayView<ILGPU.Half> y, ArrayView<ILGPU.Half> r) => r[i] = Proper(x[i] + y[i]);

    internal static void Subtract(Index1D i, ArrayView<ILGPU.Half> x, ArrayView<ILGPU.Half> y, ArrayView<ILGPU.Half> r) => r[i] = Proper(x[i] - y[i]);

    internal static void Multiply(Index1D i, ArrayView<ILGPU.Half> x, ArrayView<ILGPU.Half> y, ArrayView<ILGPU.Half> r) => r[i] = Proper(x[i] * y[i]);

    internal static void Divide(Index1D i, ArrayView<ILGPU.Half> x, ArrayView<ILGPU.Half> y, ArrayView<ILGPU.Half> r) => r[i] = Proper(x[i] / y[i]);

    internal static void Signs(Index1D i, ArrayView<ILGPU.Half> x, ArrayView<ILGPU.Half> r) => r[i] = Proper(ILGPU.Half.Abs(x[i]) + -x[i + 1]);

    internal static void ToFloat(Index1D i, ArrayView<ILGPU.Half> x, ArrayView<float> r) => r[i] = x[i];

    internal static void FromFloat(Index1D i, ArrayView<float> x, ArrayView<ILGPU.Half> r) => r[i] = (ILGPU.Half)x[i];

    internal static void FromSmallFloat(Index1D i, ArrayView<float> n, ArrayView<ILGPU.Half> r) => r[i] = (ILGPU.Half)(n[i] * 1.7e-6f);

    internal static void FromDouble(Index1D i, ArrayView<double> n, ArrayView<ILGPU.Half> r) => r[i] = (ILGPU.Half)(n[i] / 3);

    internal static void Integers(Index1D i, ArrayView<int> n, ArrayView<ILGPU.Half> x, ArrayView<int> r) => r[i] = (int)(ILGPU.Half)n[i] + (int)(Proper(x[i]) + (ILGPU.Half)n[i]);

    internal static void Comparisons(Index1D i, ArrayView<ILGPU.Half> x, ArrayView<ILGPU.Half> y, ArrayView<int> r) =>
        r[i] = (x[i] < y[i] ? 1 : 0) + (x[i] <= y[i] ? 2 : 0) + (x[i] == y[i] ? 4 : 0) + (x[i] != y[i] ? 8 : 0) + (x[i] > y[i] ? 16 : 0) + (x[i] >= y[i] ? 32 : 0);

    internal static void Tests(Index1D i, ArrayView<ILGPU.Half> x, ArrayView<int> r) =>
        r[i] = (ILGPU.Half.IsNaN(x[i]) ? 1 : 0) + (ILGPU.Half.IsFinite(x[i]) ? 2 : 0) + (ILGPU.Half.IsInfinity(x[i]) ? 4 : 0) + (ILGPU.Half.IsZero(x[i]) ? 8 : 0);

    internal static void Bits(Index1D i, ArrayView<ILGPU.Half> x, ArrayView<int> r) => r[i] = Interop.FloatAsInt(x[i]) ^ Interop.FloatAsInt(Interop.IntAsFloat((ushort)i.X));

    /// <summary>Which NaN comes out is up to the machine.</summary>
    private static ILGPU.Half Proper(ILGPU.Half value) => ILGPU.Half.IsNaN(value) ? ILGPU.Half.Zero : value;
}
