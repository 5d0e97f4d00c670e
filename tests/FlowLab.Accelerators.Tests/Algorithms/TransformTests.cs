using ILGPU.Algorithms;
using ILGPU.Algorithms.Sequencers;

namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>ILGPU's algorithms that fill views and transform them element by element.</summary>
[TestFixture(128)]
[TestFixture(256)]
[TestFixture(512)]
public class TransformTests(int vectorBits)
{
    private SimdFixture _simd = null!;

    private AcceleratorStream Stream => _simd.Accelerator.DefaultStream;

    [OneTimeSetUp]
    public void SetUp() => _simd = new(2, vectorBits);

    [OneTimeTearDown]
    public void TearDown() => _simd.Dispose();

    [Test]
    public void Every_element_gets_the_value()
    {
        using var buffer = _simd.Accelerator.Allocate1D(new Pair[100]);
        _simd.Accelerator.Initialize(Stream, buffer.View.BaseView.SubView(1, 98), new Pair(3, 0.5f));
        var values = buffer.GetAsArray1D();
        Assert.That(values[1..99], Is.All.EqualTo(new Pair(3, 0.5f)));
        Assert.That((values[0], values[99]), Is.EqualTo((default(Pair), default(Pair))));
    }

    [Test]
    public void Elements_become_those_of_another_type()
    {
        using var source = _simd.Accelerator.Allocate1D([.. Enumerable.Range(0, 50)]);
        using var target = _simd.Accelerator.AllocateZeroed<float>(50);
        _simd.Accelerator.Transform<int, float, Scale>(Stream, source.View, target.View, new(0.5f));
        Assert.That(target.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 50).Select(i => i * 0.5f)));
    }

    [Test]
    public void A_view_is_transformed_in_place()
    {
        using var values = _simd.Accelerator.Allocate1D([1, 2, 3]);
        _simd.Accelerator.Transform<int, Square>(Stream, values.View.BaseView, values.View.BaseView, default);
        _simd.Accelerator.Transform<int, Square>(Stream, values.View.BaseView, values.View.BaseView, default);
        Assert.That(values.GetAsArray1D(), Is.EqualTo(new[] { 1, 16, 81 }));
    }

    [Test]
    public void Sequences_count_whole_repeated_and_in_batches()
    {
        using var values = _simd.Accelerator.AllocateZeroed<int>(1000);
        _simd.Accelerator.Sequence(Stream, values.View, new Int32Sequencer());
        Assert.That(values.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 1000)));
        _simd.Accelerator.RepeatedSequence(Stream, values.View.BaseView, 7, new Int32Sequencer());
        Assert.That(values.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 1000).Select(i => i % 7)));
        _simd.Accelerator.BatchedSequence(Stream, values.View.BaseView, 7, new Int32Sequencer());
        Assert.That(values.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 1000).Select(i => i / 7)));
    }

    [Test]
    public void Elements_are_reordered()
    {
        using var source = _simd.Accelerator.Allocate1D([.. Enumerable.Range(0, 97).Select(i => i * 3)]);
        using var order = _simd.Accelerator.Allocate1D([.. Enumerable.Range(0, 97).Select(i => new Index1D(i * 11 % 97))]);
        using var target = _simd.Accelerator.AllocateZeroed<int>(97);
        _simd.Accelerator.Reorder(Stream, source.View.BaseView, target.View.BaseView, order.View.BaseView);
        Assert.That(target.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 97).Select(i => i * 11 % 97 * 3)));
    }

    private readonly record struct Pair(int First, float Second);

    private readonly struct Scale(float factor) : ITransformer<int, float>
    {
        public float Transform(int value) => value * factor;
    }

    private readonly struct Square : ITransformer<int, int>
    {
        public int Transform(int value) => value * value;
    }
}
