using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Tests.Documentation;

/// <summary>The examples of docs/kernels.md, which shows pieces of this file.</summary>
public class KernelsPageExamples
{
    [Test]
    public void A_kernel_over_an_index()
    {
        float[] result = Rectify();
        Assert.That(result, Is.EqualTo(new[] { -0.2f, -0.1f, 0f, 1f, 2f }));
    }

    [Test]
    public void A_kernel_over_groups()
    {
        using Context context = Context.Create(builder => builder.CPU(CPUDeviceKind.AMD));
        using Accelerator accelerator = context.CreateCPUAccelerator(0);
        using var values = accelerator.Allocate1D(Enumerable.Range(1, 1000).Select(i => (float)i).ToArray());

        int groups = (int)((values.Length + GroupSize - 1) / GroupSize);
        using var sums = accelerator.Allocate1D<float>(groups);
        var sum = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>>(SumGroups);
        sum((groups, GroupSize), values.View, sums.View);
        accelerator.Synchronize();

        Assert.That(sums.GetAsArray1D().Sum(), Is.EqualTo(500500f));
    }

    [Test]
    public void A_kernel_over_a_plane()
    {
        using Context context = Context.CreateDefault();
        using Accelerator accelerator = context.CreateCPUAccelerator(0);
        using var image = accelerator.Allocate2DDenseX(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        using var turned = accelerator.Allocate2DDenseX<float>((3, 2));
        var transpose = accelerator.LoadAutoGroupedStreamKernel<
            Index2D, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseX>>(Transpose);
        transpose(image.IntExtent, image.View, turned.View);
        accelerator.Synchronize();
        Assert.That(turned.GetAsArray2D(), Is.EqualTo(new float[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }));
    }

    [Test]
    public void The_time_of_a_launch()
    {
        using Context context = Context.Create(builder => builder.Default().Profiling());
        using Accelerator accelerator = context.CreateCPUAccelerator(0);
        using var x = accelerator.AllocateZeroed<float>(1000);
        var leaky = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, float, ArrayView<float>>(LeakyRectifier);

        using ProfilingMarker start = accelerator.AddProfilingMarker();
        leaky(x.IntExtent, x.View, 0.1f, x.View);
        using ProfilingMarker end = accelerator.AddProfilingMarker();
        TimeSpan time = end - start;

        Assert.That(time, Is.GreaterThan(TimeSpan.Zero));
    }

    private static float[] Rectify()
    {
        using Context context = Context.CreateDefault();
        using Accelerator accelerator = context.GetPreferredDevice(preferCPU: true).CreateAccelerator(context);
        using var x = accelerator.Allocate1D(new float[] { -2, -1, 0, 1, 2 });
        using var y = accelerator.Allocate1D<float>(x.Length);

        var leaky = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, float, ArrayView<float>>(LeakyRectifier);
        leaky(x.IntExtent, x.View, 0.1f, y.View);
        accelerator.Synchronize();
        return y.GetAsArray1D();
    }

    private static void LeakyRectifier(Index1D i, ArrayView<float> x, float slope, ArrayView<float> y)
    {
        float value = x[i];
        y[i] = value > 0 ? value : slope * value;
    }

    private const int GroupSize = 128;

    private static void SumGroups(ArrayView<float> values, ArrayView<float> sums)
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(GroupSize);
        int i = Grid.GlobalIndex.X;
        shared[Group.IdxX] = i < values.Length ? values[i] : 0;
        Group.Barrier();
        for (int half = GroupSize / 2; half > 0; half /= 2)
        {
            if (Group.IdxX < half)
                shared[Group.IdxX] += shared[Group.IdxX + half];
            Group.Barrier();
        }

        if (Group.IsFirstThread)
            sums[Grid.IdxX] = shared[0];
    }

    private static void Transpose(Index2D at, ArrayView2D<float, Stride2D.DenseX> image, ArrayView2D<float, Stride2D.DenseX> turned) =>
        turned[at.Y, at.X] = image[at];
}
