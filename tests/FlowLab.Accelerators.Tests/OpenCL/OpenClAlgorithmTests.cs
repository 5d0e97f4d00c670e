using ILGPU.Algorithms;
using ILGPU.Algorithms.ScanReduceOperations;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>ILGPU's algorithms on an OpenCL device.</summary>
public class OpenClAlgorithmTests
{
    private OpenClFixture? _opencl;

    [OneTimeSetUp]
    public void Open() => _opencl = OpenClFixture.Open();

    [OneTimeTearDown]
    public void Close() => _opencl?.Dispose();

    private Accelerator Accelerator => _opencl!.Accelerator;

    [TestCase(1)]
    [TestCase(31)]
    [TestCase(257)]
    [TestCase(100_003)]
    public void Integers_of_any_length_are_reduced(int length)
    {
        long[] values = [.. Enumerable.Range(0, length).Select(i => ((long)i * 1_000_003 % 9973) - 4000)];
        using var input = Accelerator.Allocate1D(values);
        Assert.That(Accelerator.Reduce<long, AddInt64>(Accelerator.DefaultStream, input.View), Is.EqualTo(values.Sum()));
        Assert.That(Accelerator.Reduce<long, MinInt64>(Accelerator.DefaultStream, input.View), Is.EqualTo(values.Min()));
    }

    [Test]
    public void Sums_of_floats()
    {
        var random = new System.Random(5);
        float[] values = [.. Enumerable.Range(0, 30_000).Select(_ => random.NextSingle() - 0.5f)];
        using var input = Accelerator.Allocate1D(values);
        Assert.That(Accelerator.Reduce<float, AddFloat>(Accelerator.DefaultStream, input.View), Is.EqualTo(values.Sum(value => (double)value)).Within(1e-3));
    }

    [Test]
    public void Views_are_initialised_and_transformed()
    {
        using var data = Accelerator.AllocateZeroed<int>(1000);
        Accelerator.Initialize(Accelerator.DefaultStream, data.View.BaseView, 7);
        Accelerator.Transform<int, Scale>(Accelerator.DefaultStream, data.View.BaseView, data.View.BaseView, new Scale(6));
        Accelerator.Synchronize();
        Assert.That(data.GetAsArray1D(), Is.All.EqualTo(42));
    }

    private readonly struct Scale(int factor) : ITransformer<int, int>
    {
        public int Transform(int value) => value * factor;
    }
}
