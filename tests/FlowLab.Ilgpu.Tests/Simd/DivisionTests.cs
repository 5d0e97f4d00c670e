using ILGPU.Backends.Cpu;
using ILGPU.Runtime;

namespace ILGPU.Tests.Simd;

/// <summary>
/// Integer division by zero on vectors: lanes that a branch keeps from dividing do not fault. That the others do is not tested: PoCL, once
/// it was asked for its devices, handles the signal in place of .NET for the whole process.
/// </summary>
public class DivisionTests
{
    private const int Count = 37;

    private static readonly VectorTable[] Widths = [VectorTable.Of128, VectorTable.Of256, VectorTable.Of512];

    [Test]
    public void A_guarded_division_does_not_fault([Values(128, 256, 512)] int width, [Values(3, Count - 1)] int zero) =>
        Assert.That(Quotients(width, zero), Is.EqualTo(Enumerable.Range(0, Count).Select(i => i == zero ? -1 : 1000 / (i + 1))));

    private static int[] Quotients(int width, int zero)
    {
        using var cpu = new CpuFixture(1);
        using var values = cpu.Accelerator.Allocate1D(Enumerable.Range(0, Count).Select(i => i == zero ? 0 : i + 1).ToArray());
        var vectors = Array.Find(Widths, vectors => vectors.Lanes * 32 == width)!;
        var method = ((Action<Index1D, ArrayView<int>>)Divide).Method;
        var kernel = new SimdKernel<ValueTuple<ArrayView<int>>>(KernelEntry.OfIndex(method), vectors, groupSize: 0);
        var arguments = new ValueTuple<ArrayView<int>>(values.View);
        var dimensions = LaunchDimensions.Of(new Index1D(Count));
        var variant = kernel.VariantFor(in arguments, in dimensions);
        variant.Run(in arguments, in dimensions, 0, variant.CountOf(in dimensions));
        return values.GetAsArray1D();
    }

    private static void Divide(Index1D i, ArrayView<int> values)
    {
        if (values[i] == 0)
            values[i] = -1;
        else
            values[i] = 1000 / values[i];
    }
}
