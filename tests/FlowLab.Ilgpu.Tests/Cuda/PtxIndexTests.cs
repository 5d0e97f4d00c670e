using ILGPU.Runtime;

namespace ILGPU.Tests.Cuda;

/// <summary>Index spaces of any size.</summary>
public class PtxIndexTests
{
    [Test]
    public void Planes_of_more_than_32_bits_have_their_corner()
    {
        using var cpu = new CpuFixture(1);
        using var result = cpu.Accelerator.Allocate1D<int>(2);
        var runner = new PtxRunner(KernelEntry.OfIndex(((Action<Index2D, ArrayView<int>>)CudaLaunchKernels.Corner).Method), result.View.BaseView);
        runner.RunOne(LaunchDimensions.Of(new Index2D(70000, 70000)), groupSize: 64, (69998L * 70000) + 69999);
        Assert.That(result.GetAsArray1D(), Is.EqualTo(new[] { 69999, 69998 }));
    }

    [Test]
    public void Grids_have_several_rows_where_one_is_too_short()
    {
        using var cpu = new CpuFixture(1);
        using var result = cpu.Accelerator.Allocate1D<long>(1);
        var runner = new PtxRunner(KernelEntry.OfIndex(((Action<LongIndex1D, ArrayView<long>>)LongCorner).Method), result.View.BaseView);
        runner.RunOne(LaunchDimensions.Of(new LongIndex1D(1L << 40)), groupSize: 32, (1L << 40) - 7);
        Assert.That(result.GetAsArray1D(), Is.EqualTo(new[] { (1L << 40) - 7 }));
    }

    [Test]
    public void The_last_index_of_32_bits_is_reached_and_no_further()
    {
        using var cpu = new CpuFixture(1);
        using var result = cpu.Accelerator.Allocate1D<int>(64);
        var runner = new PtxRunner(KernelEntry.OfIndex(((Action<Index1D, ArrayView<int>>)IntCorner).Method), result.View.BaseView);
        runner.RunOne(LaunchDimensions.Of((Index1D)int.MaxValue), groupSize: 64, int.MaxValue - 1);
        Assert.That(result.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 64).Select(i => i < 63 ? int.MaxValue - 63 + i : 0)));
    }

    private static void LongCorner(LongIndex1D i, ArrayView<long> r)
    {
        if (i.X == (1L << 40) - 7)
            r[0] = i.X;
    }

    private static void IntCorner(Index1D i, ArrayView<int> r) => r[i & 63] = i;
}
