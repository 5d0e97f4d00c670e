using ILGPU.Runtime;

namespace ILGPU.Tests.Views;

public class CopyTests
{
    private CpuFixture _cpu = null!;

    [SetUp]
    public void SetUp() => _cpu = new();

    [TearDown]
    public void TearDown() => _cpu.Dispose();

    [FsCheck.NUnit.Property(MaxTest = 50)]
    public bool Arrays_survive_the_round_trip(int[] data)
    {
        using var buffer = _cpu.Accelerator.Allocate1D(data);
        return buffer.GetAsArray1D().SequenceEqual(data);
    }

    [Test]
    public void An_array_fills_the_start_of_a_longer_view()
    {
        using var buffer = _cpu.Accelerator.Allocate1D([9, 9, 9, 9]);
        buffer.CopyFromCPU(new[] { 1, 2 });
        var start = new int[3];
        buffer.View.CopyToCPU(start);
        Assert.That(start, Is.EqualTo(new[] { 1, 2, 9 }));
    }

    [Test]
    public void An_array_longer_than_the_view_is_refused_both_ways()
    {
        using var buffer = _cpu.Accelerator.Allocate1D<float>(3);
        var longer = new float[5];
        Assert.That(() => buffer.CopyFromCPU(longer), TooLong("CopyFromCPU needs 5 elements of Single; there are 3."));
        Assert.That(() => buffer.View.BaseView.CopyToCPU(longer), TooLong("CopyToCPU needs 5 elements of Single; there are 3."));
    }

    [Test]
    public void Spans_copy_through_a_stream()
    {
        using var buffer = _cpu.Accelerator.Allocate1D<int>(3);
        using var stream = _cpu.Accelerator.CreateStream();
        ReadOnlySpan<int> source = [4, 5, 6];
        buffer.View.CopyFromCPU(stream, source);
        Span<int> target = stackalloc int[2];
        buffer.View.BaseView.SubView(1).CopyToCPU(stream, target);
        stream.Synchronize();
        Assert.That(target.ToArray(), Is.EqualTo(new[] { 5, 6 }));
    }

    [Test]
    public void Views_copy_to_views()
    {
        using var source = _cpu.Accelerator.Allocate1D([1, 2, 3]);
        using var target = _cpu.Accelerator.Allocate1D([7, 7, 7, 7, 7]);
        source.View.BaseView.CopyTo(target.View.BaseView.SubView(1));
        Assert.That(target.GetAsArray1D(), Is.EqualTo(new[] { 7, 1, 2, 3, 7 }));
        target.CopyFrom(source);
        Assert.That(target.GetAsArray1D(), Is.EqualTo(new[] { 1, 2, 3, 3, 7 }));
        Assert.That(() => target.CopyTo(source), TooLong("CopyTo needs 20 bytes; there are 12."));
    }

    [Test]
    public void Fills_touch_only_their_view()
    {
        using var buffer = _cpu.Accelerator.Allocate1D([1, 2, 3]);
        buffer.View.BaseView.SubView(1, 1).MemSetToZero();
        Assert.That(buffer.GetAsArray1D(), Is.EqualTo(new[] { 1, 0, 3 }));
        buffer.MemSet(0xFF);
        Assert.That(buffer.GetAsArray1D(), Is.All.EqualTo(-1));
        buffer.View.MemSetToZero(_cpu.Accelerator.DefaultStream);
        Assert.That(buffer.GetAsArray1D(), Is.All.Zero);
    }

    [Test]
    public void Raw_copies_count_in_bytes()
    {
        using var buffer = _cpu.Accelerator.Allocate1D([1, 2, 3]);
        using var target = _cpu.Accelerator.AllocateRaw(2, sizeof(int));
        buffer.CopyTo(_cpu.Accelerator.DefaultStream, 4, target.AsRawArrayView());
        Assert.That(target.AsArrayView<int>(0, 2).GetAsArray(), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(() => buffer.MemSet(_cpu.Accelerator.DefaultStream, 0, 8, 8), TooLong("MemSet needs 16 bytes; there are 12."));
    }

    [Test]
    public void Copies_of_a_disposed_buffer_are_refused()
    {
        var buffer = _cpu.Accelerator.Allocate1D([1, 2]);
        var view = buffer.View;
        buffer.Dispose();
        buffer.Dispose();
        Assert.That(() => buffer.GetAsArray1D(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => view.CopyFromCPU(new[] { 1 }), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => buffer.MemSetToZero(), Throws.TypeOf<ObjectDisposedException>());
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint TooLong(string message) =>
        Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.EqualTo(message);
}
