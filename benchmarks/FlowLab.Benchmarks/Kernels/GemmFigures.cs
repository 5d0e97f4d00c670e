using System.Globalization;
using FlowLab.Accelerators.Simd;
using FlowLab.Benchmarks.Blas;
using FlowLab.Engine.Ceilings;
using FlowLab.Engine.LinearAlgebra;
using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>
/// C = A B beside OpenBLAS. <c>flowlab</c> takes both factors as they lie in memory, as OpenBLAS does;
/// <c>packed</c> takes weights that were packed before, as they are within a step.
/// </summary>
internal sealed class GemmFigures(SimdAccelerator accelerator)
{
    private const double Tolerance = 1e-5;

    private static readonly (int M, int K, int N)[] Shapes = [(100, 784, 1600), (100, 400, 1600), (100, 400, 6560), (1024, 1024, 1024)];

    public void Print()
    {
        BlasKernel.TakeFastest();
        Console.Error.WriteLine(OpenBlas.IsPresent
            ? $"OpenBLAS: {OpenBlas.Description}"
            : "OpenBLAS is not on this machine (Debian: libopenblas0-pthread): products are compared with nothing.");
        using MatrixMultiply products = MatrixMultiply.Of(accelerator);
        var peak = FmaPeak.Measure(accelerator);
        foreach ((int m, int k, int n) in Shapes)
            Print(products, m, k, n, peak);
        Console.Error.WriteLine($"Peak of fused multiply-adds: {peak.Description}.");
        Figure.Print("kernels.gemm.fma_peak", peak.Rate / 1e9, "GFLOP/s");
    }

    private unsafe void Print(MatrixMultiply products, int m, int k, int n, FmaPeak peak)
    {
        using var a = accelerator.Allocate1D(RandomData.Uniform(m * k, 1));
        using var b = accelerator.Allocate1D(RandomData.Uniform(k * n, 2));
        using var c = accelerator.Allocate1D<float>((long)m * n);
        using var reference = accelerator.Allocate1D<float>((long)m * n);
        AcceleratorStream stream = accelerator.DefaultStream;
        MatrixView left = MatrixView.PerSeed(a.View.BaseView, m, k), right = MatrixView.PerSeed(b.View.BaseView, k, n);
        MatrixOutput output = MatrixOutput.Assign(MatrixView.PerSeed(c.View.BaseView, m, n));
        using IPackedMatrix packed = products.Pack(stream, 1, right, MatrixSide.Right);
        List<Action> contenders =
        [
            () => products.Multiply(stream, 1, left, right, output),
            () => products.Multiply(stream, 1, left, packed, output),
        ];
        if (OpenBlas.IsPresent)
            contenders.Add(() => OpenBlas.Multiply(m, k, n, (float*)a.NativePtr, (float*)b.NativePtr, (float*)reference.NativePtr));
        CheckAgreement(contenders, c, reference);
        PrintFigures(string.Create(CultureInfo.InvariantCulture, $"kernels.gemm.{m}x{k}x{n}"), new Contest([.. contenders]), 2.0 * m * k * n, peak);
    }

    private static void CheckAgreement(
        List<Action> contenders, MemoryBuffer1D<float, ILGPU.Stride1D.Dense> own, MemoryBuffer1D<float, ILGPU.Stride1D.Dense> reference)
    {
        contenders[^1]();
        float[] expected = (OpenBlas.IsPresent ? reference : own).GetAsArray1D();
        foreach (Action product in contenders.Take(2))
        {
            own.MemSetToZero();
            product();
            Agreement.Check("products", own.GetAsArray1D(), expected, Tolerance);
        }
    }

    private static void PrintFigures(string name, Contest contest, double operations, FmaPeak peak)
    {
        string[] names = ["flowlab", "packed", "openblas"];
        peak.Renew();
        for (int i = 0; i < (OpenBlas.IsPresent ? 3 : 2); i++)
        {
            double rate = operations / contest.Median(i);
            Figure.Print($"{name}.{names[i]}", rate / 1e9, "GFLOP/s");
            if (peak.IsBeatenBy(rate))
                throw new DisagreementException($"{name}.{names[i]} is faster than the peak of fused multiply-adds ({peak.Description}): the peak is wrong, and with it every share of it.");
        }
        Figure.Print($"{name}.packed_over_fma_peak", operations / contest.Median(1) / peak.Rate, "x");
        for (int i = 0; i < 2 && OpenBlas.IsPresent; i++)
            Figure.Print($"{name}.{names[i]}_over_openblas", contest.Ratio(2, i), "x");
    }
}
