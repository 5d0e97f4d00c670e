using ILGPU.Algorithms;
using ILGPU.Algorithms.ScanReduceOperations;

namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>ILGPU's reductions of views of any length.</summary>
[TestFixture(128)]
[TestFixture(256)]
[TestFixture(512)]
public class ReductionTests(int vectorBits)
{
    private SimdFixture _simd = null!;

    private AcceleratorStream Stream => _simd.Accelerator.DefaultStream;

    [OneTimeSetUp]
    public void SetUp() => _simd = new(2, vectorBits);

    [OneTimeTearDown]
    public void TearDown() => _simd.Dispose();

    [TestCase(1)]
    [TestCase(31)]
    [TestCase(33)]
    [TestCase(5000)]
    public void Integers_of_any_length(int length)
    {
        long[] values = [.. Enumerable.Range(0, length).Select(i => ((long)i * 1_000_003 % 9973) - 4000)];
        using var input = _simd.Accelerator.Allocate1D(values);
        Assert.That(_simd.Accelerator.Reduce<long, AddInt64>(Stream, input.View), Is.EqualTo(values.Sum()));
        Assert.That(_simd.Accelerator.Reduce<long, MaxInt64>(Stream, input.View), Is.EqualTo(values.Max()));
        Assert.That(_simd.Accelerator.Reduce<long, MinInt64>(Stream, input.View), Is.EqualTo(values.Min()));
    }

    [Test]
    public void Sums_of_floats()
    {
        var random = new Random(5);
        float[] values = [.. Enumerable.Range(0, 3000).Select(_ => random.NextSingle() - 0.5f)];
        using var input = _simd.Accelerator.Allocate1D(values);
        Assert.That(_simd.Accelerator.Reduce<float, AddFloat>(Stream, input.View), Is.EqualTo(values.Sum(value => (double)value)).Within(1e-4));
        Assert.That(_simd.Accelerator.Reduce<float, MaxFloat>(Stream, input.View), Is.EqualTo(values.Max()));
    }

    [Test]
    public async Task Results_as_views_and_as_tasks()
    {
        using var input = _simd.Accelerator.Allocate1D([.. Enumerable.Range(-100, 200)]);
        Assert.That(await _simd.Accelerator.ReduceAsync<int, AddInt32>(Stream, input.View), Is.EqualTo(-100));
        using var output = _simd.Accelerator.Allocate1D([1, 2, 3]);
        _simd.Accelerator.CreateReduction<int, Stride1D.Dense, MaxInt32>()(Stream, input.View, output.View);
        Assert.That(output.GetAsArray1D(), Is.EqualTo(new[] { 99, 2, 3 }));
    }

    [Test]
    public void An_operation_of_its_own()
    {
        long[] values = [.. Enumerable.Range(0, 500).Select(i => (i * 7919L) ^ (i << 20))];
        using var input = _simd.Accelerator.Allocate1D(values);
        Assert.That(_simd.Accelerator.Reduce<long, Parity>(Stream, input.View), Is.EqualTo(values.Aggregate((a, b) => a ^ b)));
    }

    private readonly struct Parity : IScanReduceOperation<long>
    {
        public string CLCommand => "";

        public long Identity => 0;

        public long Apply(long first, long second) => first ^ second;

        public void AtomicApply(ref long target, long value) => Atomic.Xor(ref target, value);
    }
}
