namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>Kernels of 1 to 14 parameters get each of them in its place.</summary>
public class LaunchArityTests
{
    private SimdFixture _simd = null!;
    private MemoryBuffer1D<long, Stride1D.Dense> _sums = null!;

    private ArrayView<long> Sums => _sums.View;

    [SetUp]
    public void SetUp()
    {
        _simd = new();
        _sums = _simd.Accelerator.AllocateZeroed<long>(3);
    }

    [TearDown]
    public void TearDown() => _simd.Dispose();

    [Test]
    public void One_parameter()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>>(Sum1)(_simd.Accelerator.DefaultStream, 3, Sums);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>>(Sum1)(3, Sums);
        AssertSums(0);
    }

    [Test]
    public void Two_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int>(Sum2)(_simd.Accelerator.DefaultStream, 3, Sums, 4);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int>(Sum2)(3, Sums, 4);
        AssertSums(8);
    }

    [Test]
    public void Three_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double>(Sum3)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double>(Sum3)(3, Sums, 4, 9);
        AssertSums(35);
    }

    [Test]
    public void Four_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int>(Sum4)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int>(Sum4)(3, Sums, 4, 9, 16);
        AssertSums(99);
    }

    [Test]
    public void Five_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int>(Sum5)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int>(Sum5)(3, Sums, 4, 9, 16, 25);
        AssertSums(224);
    }

    [Test]
    public void Six_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int, double>(Sum6)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25, 36);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int, double>(Sum6)(3, Sums, 4, 9, 16, 25, 36);
        AssertSums(440);
    }

    [Test]
    public void Seven_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int, double, int>(Sum7)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25, 36, 49);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int, double, int>(Sum7)(3, Sums, 4, 9, 16, 25, 36, 49);
        AssertSums(783);
    }

    [Test]
    public void Eight_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int>(Sum8)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25, 36, 49, 64);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int>(Sum8)(3, Sums, 4, 9, 16, 25, 36, 49, 64);
        AssertSums(1295);
    }

    [Test]
    public void Nine_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double>(Sum9)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25, 36, 49, 64, 81);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double>(Sum9)(3, Sums, 4, 9, 16, 25, 36, 49, 64, 81);
        AssertSums(2024);
    }

    [Test]
    public void Ten_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int>(Sum10)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int>(Sum10)(3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100);
        AssertSums(3024);
    }

    [Test]
    public void Eleven_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int, int>(Sum11)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int, int>(Sum11)(3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121);
        AssertSums(4355);
    }

    [Test]
    public void Twelve_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int, int, double>(Sum12)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int, int, double>(Sum12)(3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144);
        AssertSums(6083);
    }

    [Test]
    public void Thirteen_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int, int, double, int>(Sum13)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144, 169);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int, int, double, int>(Sum13)(3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144, 169);
        AssertSums(8280);
    }

    [Test]
    public void Fourteen_parameters()
    {
        _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int, int, double, int, int>(Sum14)(_simd.Accelerator.DefaultStream, 3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144, 169, 196);
        _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, int, double, int, int, double, int, int, double, int, int, double, int, int>(Sum14)(3, Sums, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144, 169, 196);
        AssertSums(11024);
    }

    private void AssertSums(long expected) =>
        Assert.That(_sums.GetAsArray1D(), Is.EqualTo(new[] { 2 * expected, 2 * (expected + 1), 2 * (expected + 2) }));

    private static void Sum1(Index1D index, ArrayView<long> sums) =>
        sums[index] += index.X;

    private static void Sum2(Index1D index, ArrayView<long> sums, int a2) =>
        sums[index] += index.X + (a2 * 2);

    private static void Sum3(Index1D index, ArrayView<long> sums, int a2, double a3) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3);

    private static void Sum4(Index1D index, ArrayView<long> sums, int a2, double a3, int a4) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4);

    private static void Sum5(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5);

    private static void Sum6(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5, double a6) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5) + ((long)a6 * 6);

    private static void Sum7(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5, double a6, int a7) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5) + ((long)a6 * 6) + (a7 * 7);

    private static void Sum8(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5, double a6, int a7, int a8) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5) + ((long)a6 * 6) + (a7 * 7) + (a8 * 8);

    private static void Sum9(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5, double a6, int a7, int a8, double a9) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5) + ((long)a6 * 6) + (a7 * 7) + (a8 * 8) + ((long)a9 * 9);

    private static void Sum10(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5, double a6, int a7, int a8, double a9, int a10) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5) + ((long)a6 * 6) + (a7 * 7) + (a8 * 8) + ((long)a9 * 9) + (a10 * 10);

    private static void Sum11(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5, double a6, int a7, int a8, double a9, int a10, int a11) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5) + ((long)a6 * 6) + (a7 * 7) + (a8 * 8) + ((long)a9 * 9) + (a10 * 10) + (a11 * 11);

    private static void Sum12(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5, double a6, int a7, int a8, double a9, int a10, int a11, double a12) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5) + ((long)a6 * 6) + (a7 * 7) + (a8 * 8) + ((long)a9 * 9) + (a10 * 10) + (a11 * 11) + ((long)a12 * 12);

    private static void Sum13(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5, double a6, int a7, int a8, double a9, int a10, int a11, double a12, int a13) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5) + ((long)a6 * 6) + (a7 * 7) + (a8 * 8) + ((long)a9 * 9) + (a10 * 10) + (a11 * 11) + ((long)a12 * 12) + (a13 * 13);

    private static void Sum14(Index1D index, ArrayView<long> sums, int a2, double a3, int a4, int a5, double a6, int a7, int a8, double a9, int a10, int a11, double a12, int a13, int a14) =>
        sums[index] += index.X + (a2 * 2) + ((long)a3 * 3) + (a4 * 4) + (a5 * 5) + ((long)a6 * 6) + (a7 * 7) + (a8 * 8) + ((long)a9 * 9) + (a10 * 10) + (a11 * 11) + ((long)a12 * 12) + (a13 * 13) + (a14 * 14);
}
