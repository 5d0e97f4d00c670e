using FlowLab.Accelerators.Maths;
using FlowLab.Accelerators.Simd;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Launches give the same bytes for any number of threads and any extent, also where rows end within a vector.</summary>
public class SimdLaunchTests
{
    private const int Rows = 5;

    private static readonly int LargestRow = 3 * VectorTable.Best.Lanes;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Lines_of_every_length(int threads)
    {
        using var simd = new SimdFixture(threads);
        using var output = simd.Accelerator.AllocateZeroed<float>(LargestRow + 1);
        var kernel = simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, float>(Line);
        for (var extent = 0; extent <= LargestRow; extent++)
        {
            output.MemSetToZero();
            kernel(extent, output.View, 0.25f);
            var expected = Enumerable.Range(0, LargestRow + 1).Select(x => x < extent ? PortableMath.Exp(x * 0.25f) : 0f);
            Assert.That(output.GetAsArray1D(), Is.EqualTo(expected), $"extent {extent}");
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Planes_of_every_width(int threads)
    {
        using var simd = new SimdFixture(threads);
        using var output = simd.Accelerator.AllocateZeroed<int>(Rows * LargestRow);
        var kernel = simd.Accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, int>(Plane);
        for (var width = 1; width <= LargestRow; width++)
        {
            output.MemSetToZero();
            for (var repeat = 0; repeat < 20; repeat++)
                kernel(new Index2D(width, Rows), output.View, width);
            var expected = Enumerable.Range(0, Rows * LargestRow).Select(i => i < Rows * width ? 20 * CountOf(i % width, i / width) : 0);
            Assert.That(output.GetAsArray1D(), Is.EqualTo(expected), $"width {width}");
        }
    }

    [Test]
    public void A_stride_may_change_between_launches()
    {
        using var simd = new SimdFixture();
        using var input = simd.Accelerator.Allocate1D(Enumerable.Range(0, 400).ToArray());
        using var output = simd.Accelerator.AllocateZeroed<int>(40);
        var kernel = simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>, int>(Strided);
        foreach (var stride in (int[])[1, 0, 7, 1, -3, 2, 0])
        {
            kernel(40, input.View, output.View, stride);
            Assert.That(output.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 40).Select(i => 120 + (i * stride))), $"stride {stride}");
        }
    }

    private static int CountOf(int x, int y)
    {
        var count = 1;
        for (var k = y; k < x; k += 2)
            count++;
        return count;
    }

    private static void Line(Index1D index, ArrayView<float> output, float scale) => output[index] = PortableMath.Exp(index.X * scale);

    private static void Plane(Index2D index, ArrayView<int> output, int width) =>
        output[(index.Y * width) + index.X] += CountOf(index.X, index.Y);

    private static void Strided(Index1D index, ArrayView<int> input, ArrayView<int> output, int stride) =>
        output[index] = input[120 + (index * stride)];
}
