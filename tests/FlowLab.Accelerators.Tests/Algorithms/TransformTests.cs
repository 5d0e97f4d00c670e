using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>Views that are filled and transformed element by element.</summary>
public class TransformTests
{
    private SimdFixture _simd = null!;

    private AcceleratorStream Stream => _simd.Accelerator.DefaultStream;

    [SetUp]
    public void SetUp() => _simd = new();

    [TearDown]
    public void TearDown() => _simd.Dispose();

    [Test]
    public void Every_element_gets_the_value()
    {
        using var buffer = _simd.Accelerator.AllocateZeroed<Pair>(100);
        _simd.Accelerator.Initialize(Stream, buffer.View.BaseView.SubView(1, 98), new Pair(3, 0.5f));
        var values = buffer.GetAsArray1D();
        Assert.That(values[1..99], Is.All.EqualTo(new Pair(3, 0.5f)));
        Assert.That((values[0], values[99]), Is.EqualTo((default(Pair), default(Pair))));
        _simd.Accelerator.Initialize(Stream, ArrayView<Pair>.Empty, default);
    }

    [Test]
    public void Gaps_of_a_stride_are_left_alone()
    {
        using var buffer = _simd.Accelerator.Allocate1D<int, Stride1D.General>(3, new(2));
        _simd.Accelerator.CreateInitializer<int, Stride1D.General>()(Stream, buffer.View, 7);
        Assert.That(buffer.AsContiguous().GetAsArray().Take(5), Is.EqualTo(new[] { 7, 0, 7, 0, 7 }));
    }

    [Test]
    public void Elements_become_those_of_another_type()
    {
        using var source = _simd.Accelerator.Allocate1D([.. Enumerable.Range(0, 50)]);
        using var target = _simd.Accelerator.AllocateZeroed<float>(60);
        _simd.Accelerator.Transform<int, float, Scale>(Stream, source.View, target.View, new(0.5f));
        Assert.That(target.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 60).Select(i => i < 50 ? i * 0.5f : 0)));
        _simd.Accelerator.CreateTransformer<int, float, Scale>()(Stream, source.View, target.View, new(2f));
        Assert.That(target.GetAsArray1D()[49], Is.EqualTo(98f));
    }

    [Test]
    public void A_view_is_transformed_in_place()
    {
        using var values = _simd.Accelerator.Allocate1D([1, 2, 3]);
        _simd.Accelerator.Transform<int, Square>(Stream, values.View.BaseView, values.View.BaseView, default);
        _simd.Accelerator.Transform<int, Stride1D.Dense, Square>(Stream, values.View, values.View, default);
        _simd.Accelerator.CreateTransformer<int, Square>()(Stream, values.View, values.View, default);
        Assert.That(values.GetAsArray1D(), Is.EqualTo(new[] { 1, 256, 6561 }));
    }

    [Test]
    public void A_target_that_is_too_short_is_refused()
    {
        using var source = _simd.Accelerator.AllocateZeroed<int>(3);
        using var target = _simd.Accelerator.AllocateZeroed<int>(2);
        Assert.That(
            () => _simd.Accelerator.Transform<int, Square>(Stream, source.View, target.View, default),
            Throws.ArgumentException.With.Message.Contains("has 2 elements, fewer than the 3 of its source"));
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
