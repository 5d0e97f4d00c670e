namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>A driver in the process leaves the signals to .NET that .NET makes exceptions of.</summary>
public class OpenClSignalTests
{
    [OneTimeSetUp]
    public void Open() => OpenClFixture.Open().Dispose();

    [TestCase(0)]
    public void Division_by_zero_still_throws_where_OpenCL_devices_were_listed(int divisor) =>
        Assert.That(() => 1 / divisor, Throws.TypeOf<DivideByZeroException>());

    [Test]
    public void Division_by_zero_still_leaves_a_launch_on_the_CPU()
    {
        using var simd = new SimdFixture();
        using var data = simd.Accelerator.AllocateZeroed<int>(100);
        var kernel = simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Quotient);
        Assert.That(() => kernel(data.IntExtent, data.View, 7), Throws.TypeOf<DivideByZeroException>());
        Assert.That(() => kernel(data.IntExtent, data.View, 100), Throws.Nothing);
        Assert.That(data.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 100).Select(i => 1000 / (i - 100))));
    }

    private static void Quotient(Index1D i, ArrayView<int> data, int without) => data[i] = 1000 / (i - without);
}
