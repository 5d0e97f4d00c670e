using ILGPU.Runtime;

namespace ILGPU.Tests.Views;

/// <summary>Copies between planes, strided lines and C# arrays.</summary>
public class PlaneCopyTests
{
    private static readonly int[,] Numbers = { { 1, 2, 3 }, { 4, 5, 6 } };

    private CpuFixture _cpu = null!;

    [SetUp]
    public void SetUp() => _cpu = new();

    [TearDown]
    public void TearDown() => _cpu.Dispose();

    [Test]
    public void Elements_keep_their_indices_whatever_the_stride()
    {
        using var x = _cpu.Accelerator.Allocate2DDenseX(Numbers);
        using var y = _cpu.Accelerator.Allocate2DDenseY(_cpu.Accelerator.DefaultStream, Numbers);
        Assert.That(x.AsContiguous().GetAsArray(), Is.EqualTo(new[] { 1, 4, 2, 5, 3, 6 }));
        Assert.That(y.AsContiguous().GetAsArray(), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6 }));
        Assert.That(x.GetAsArray2D(), Is.EqualTo(Numbers));
        Assert.That(y.GetAsArray2D(_cpu.Accelerator.DefaultStream), Is.EqualTo(Numbers));
        Assert.That(x.View.AsGeneral().GetAsArray2D(), Is.EqualTo(Numbers));
    }

    [Test]
    public void Copies_leave_the_gaps_of_a_plane_alone()
    {
        using var memory = _cpu.Accelerator.Allocate1D(Enumerable.Repeat(-1, 30).ToArray());
        var plane = memory.View.As2DView((2, 3), new Stride2D.General((5, 10)));
        plane.CopyFromCPU(Numbers);
        Assert.That(plane.GetAsArray2D(), Is.EqualTo(Numbers));
        Assert.That(memory.GetAsArray1D().Count(value => value == -1), Is.EqualTo(24));
        using var pitched = _cpu.Accelerator.Allocate2DPitchedY<int>((2, 3), 16);
        pitched.AsContiguous().MemSet(0xFF);
        pitched.CopyFromCPU(Numbers);
        Assert.That(pitched.AsContiguous().GetAsArray(), Is.EqualTo(new[] { 1, 2, 3, -1, 4, 5, 6 }));
    }

    [Test]
    public void A_larger_array_gives_and_takes_its_first_elements()
    {
        using var y = _cpu.Accelerator.Allocate2DDenseY<int>((1, 2));
        y.CopyFromCPU(Numbers);
        Assert.That(y.GetAsArray2D(), Is.EqualTo(new[,] { { 1, 2 } }));
        var target = new int[2, 3];
        y.CopyToCPU(target);
        Assert.That(target, Is.EqualTo(new[,] { { 1, 2, 0 }, { 0, 0, 0 } }));
    }

    [Test]
    public void A_smaller_array_is_refused()
    {
        using var x = _cpu.Accelerator.Allocate2DDenseX<int>((3, 3));
        Assert.That(() => x.CopyFromCPU(Numbers), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.EqualTo(
            "CopyFromCPU needs an array of at least (3, 3) elements; it has (2, 3)."));
        Assert.That(() => x.CopyToCPU(new int[3, 2]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => x.CopyToCPU(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Strided_lines_copy_element_by_element()
    {
        using var line = _cpu.Accelerator.Allocate1D<int, Stride1D.General>(4, new(3));
        Assert.That((line.View.Length, line.View.Extent.X), Is.EqualTo((10L, 4L)));
        line.AsContiguous().MemSet(0xFF);
        line.CopyFromCPU(new[] { 1, 2, 3, 4 });
        Assert.That(line.AsContiguous().GetAsArray(), Is.EqualTo(new[] { 1, -1, -1, 2, -1, -1, 3, -1, -1, 4 }));
        Assert.That(line.GetAsArray1D(), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        Assert.That(line.View.SubView(1, 2).GetAsArray1D(_cpu.Accelerator.DefaultStream), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(() => line.View.CopyFromCPU(new int[3]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Planes_are_set_and_copied_as_one_block()
    {
        using var source = _cpu.Accelerator.Allocate2DDenseX(Numbers);
        using var target = _cpu.Accelerator.Allocate2DDenseX<int>((2, 3));
        target.CopyFrom(source);
        Assert.That(target.GetAsArray2D(), Is.EqualTo(Numbers));
        target.MemSetToZero();
        Assert.That(target.GetAsArray2D(), Is.EqualTo(new int[2, 3]));
    }
}
