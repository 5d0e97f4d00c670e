namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>
/// Integer division by zero on vectors: lanes that a branch keeps from dividing do not fault. That the others do is not tested: PoCL, once
/// it was asked for its devices, handles the signal in place of .NET for the whole process.
/// </summary>
public class DivisionTests
{
    private const int Count = 37;

    [Test]
    public void A_guarded_division_does_not_fault([Values(128, 256, 512)] int width, [Values(3, Count - 1)] int zero) =>
        Assert.That(Quotients(width, zero), Is.EqualTo(Enumerable.Range(0, Count).Select(i => i == zero ? -1 : 1000 / (i + 1))));

    private static int[] Quotients(int width, int zero)
    {
        using var simd = new SimdFixture(1, width);
        using var values = simd.Accelerator.Allocate1D(Enumerable.Range(0, Count).Select(i => i == zero ? 0 : i + 1).ToArray());
        simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Divide)(Count, values.View);
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
