using ILGPU.Runtime;

namespace ILGPU.Tests.Views;

public class ArrayViewTests
{
    private CpuFixture _cpu = null!;

    [SetUp]
    public void SetUp() => _cpu = new();

    [TearDown]
    public void TearDown() => _cpu.Dispose();

    [Test]
    public void A_new_buffer_is_zero_and_aligned_to_64_bytes()
    {
        using var buffer = _cpu.Accelerator.Allocate1D<float>(1001);
        Assert.That(buffer.GetAsArray1D(), Is.All.Zero);
        Assert.That((long)buffer.NativePtr % 64, Is.Zero);
        Assert.That(buffer.LengthInBytes, Is.EqualTo(4004));
    }

    [Test]
    public void A_sub_view_shares_memory()
    {
        using var buffer = _cpu.Accelerator.Allocate1D([0, 1, 2, 3, 4, 5]);
        ArrayView<int> view = buffer.View;
        var sub = view.SubView(2, 3);
        sub[0] = 20;
        Assert.That(sub.GetAsArray(), Is.EqualTo(new[] { 20, 3, 4 }));
        Assert.That(view[2], Is.EqualTo(20));
        Assert.That(view.SubView(4).GetAsArray(), Is.EqualTo(new[] { 4, 5 }));
        Assert.That(buffer.View.SubView(1, 2).BaseView.GetAsArray(), Is.EqualTo(new[] { 1, 20 }));
    }

    [TestCase(5, 2)]
    [TestCase(-1, 2)]
    [TestCase(0, -1)]
    public void A_window_outside_of_the_view_is_refused(int index, int length)
    {
        using var buffer = _cpu.Accelerator.Allocate1D<int>(6);
        Assert.That(
            () => buffer.View.BaseView.SubView(index, length),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains($"{length} elements at {index}").And.Message.Contains("6 x Int32"));
    }

    [TestCase(6)]
    [TestCase(-1)]
    public void An_index_outside_of_the_view_is_refused(int index)
    {
        using var cpu = new CpuFixture(assertions: true);
        using var buffer = cpu.Accelerator.Allocate1D<double>(6);
        var view = buffer.View;
        Assert.That(
            () => view[index], Throws.TypeOf<IndexOutOfRangeException>().With.Message.Contains($"Index {index}").And.Message.Contains("6 x Double"));
        Assert.That(() => view.BaseView[(long)index], Throws.TypeOf<IndexOutOfRangeException>());
    }

    [Test]
    public void A_cast_reinterprets_bytes_and_cuts_the_remainder()
    {
        using var buffer = _cpu.Accelerator.Allocate1D([1f, 2f, 3f]);
        var bits = buffer.View.BaseView.SubView(1).Cast<uint>();
        Assert.That(bits.GetAsArray(), Is.EqualTo(new[] { 0x40000000u, 0x40400000u }));
        Assert.That(buffer.View.Cast<float, double>().Length, Is.EqualTo(1));
        Assert.That(bits.LengthInBytes, Is.EqualTo(8));
    }

    [Test]
    public void A_strided_view_skips_elements()
    {
        using var buffer = _cpu.Accelerator.Allocate1D<int, Stride1D.General>(4, new(3));
        var view = buffer.View;
        for (var i = 0; i < 4; i++)
            view[i] = i + 1;
        Assert.That(buffer.AsContiguous().GetAsArray(), Is.EqualTo(new[] { 1, 0, 0, 2, 0, 0, 3, 0, 0, 4 }));
        Assert.That(view.SubView(1, 3)[2], Is.EqualTo(4));
    }

    [Test]
    public void The_constructor_checks_against_the_buffer()
    {
        using var buffer = _cpu.Accelerator.Allocate1D<int>(4);
        Assert.That(new ArrayView<int>(buffer, 1, 3).Length, Is.EqualTo(3));
        Assert.That(() => new ArrayView<int>(buffer, 2, 3), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(ArrayView<int>.Empty.IsValid, Is.False);
        Assert.That(ArrayView<int>.Empty.GetAsArray(), Is.Empty);
    }
}
