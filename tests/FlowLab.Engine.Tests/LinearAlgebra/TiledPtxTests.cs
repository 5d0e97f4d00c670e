#if FLOWLAB_ILGPU
using FlowLab.Engine.LinearAlgebra.Tiled;
using ILGPU.Backends.Cuda;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>What the tiled kernel becomes on CUDA; its results are compared where there is a device.</summary>
public sealed class TiledPtxTests
{
    [Test]
    public void Sums_are_fused_and_stay_in_registers([Values(typeof(LargeGroup), typeof(SmallGroup))] Type shape)
    {
        string ptx = TextOf(shape);
        Assert.That(Count(ptx, "fma.rn.f32"), Is.GreaterThanOrEqualTo(16), "a multiply-add per element of a thread");
        Assert.That(Count(ptx, "bar.sync"), Is.EqualTo(2), "one barrier before and one after a slab");
        Assert.That(ptx, Does.Contain(".shared").And.Not.Contain(".local"));
    }

    private static string TextOf(Type shape) => PtxCompiler.Compile(
        KernelEntry.OfGroups(typeof(TiledKernels).GetMethod(nameof(TiledKernels.Multiply))!.MakeGenericMethod(shape))).Text;

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
#endif
