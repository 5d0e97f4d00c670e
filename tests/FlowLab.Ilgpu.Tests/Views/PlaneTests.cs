using ILGPU.Runtime;

namespace ILGPU.Tests.Views;

/// <summary>Two-dimensional buffers and views.</summary>
public class PlaneTests
{
    private CpuFixture _cpu = null!;

    [SetUp]
    public void SetUp() => _cpu = new();

    [TearDown]
    public void TearDown() => _cpu.Dispose();

    [Test]
    public void The_dense_dimension_is_the_fast_one()
    {
        using var x = _cpu.Accelerator.Allocate2DDenseX<int>((3, 2));
        using var y = _cpu.Accelerator.Allocate2DDenseY<int>((3, 2));
        x.View[2, 1] = 7;
        y.View[new LongIndex2D(2, 1)] = 8;
        Assert.That(x.AsContiguous().GetAsArray(), Is.EqualTo(new[] { 0, 0, 0, 0, 0, 7 }));
        Assert.That(((ArrayView<int>)y).GetAsArray(), Is.EqualTo(new[] { 0, 0, 0, 0, 0, 8 }));
        x.View[1L, 0L] = 5;
        y.View[new Index2D(1, 0)] = 5;
        Assert.That(x.AsContiguous()[1], Is.EqualTo(5));
        Assert.That(y.AsContiguous()[2], Is.EqualTo(5));
        Assert.That((x.IntExtent, x.View.Stride.StrideExtent, y.View.Stride.StrideExtent), Is.EqualTo((new Index2D(3, 2), new Index2D(1, 3), new Index2D(2, 1))));
    }

    [Test]
    public void Rows_of_pitched_planes_start_at_multiples_of_the_alignment()
    {
        using var x = _cpu.Accelerator.Allocate2DPitchedX<float>((5, 3), 64);
        using var y = _cpu.Accelerator.Allocate2DPitchedY<byte>((5, 3), 16);
        Assert.That((x.View.Stride.YStride, x.View.Length, x.LengthInBytes), Is.EqualTo((16, 37L, 148L)));
        Assert.That((y.View.Stride.XStride, y.View.Length), Is.EqualTo((16, 67L)));
        Assert.That(() => _cpu.Accelerator.Allocate2DPitchedX<double>((5, 3), 24), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => _cpu.Accelerator.Allocate2DPitchedX<double>((5, 3), 4), Throws.ArgumentException.With.Message.Contains("no multiple of the 8 bytes"));
    }

    [Test]
    public void A_plane_may_have_any_stride()
    {
        using var buffer = _cpu.Accelerator.Allocate2D<int, Stride2D.General>(
            (2, 3), extent => 4 * extent.X, (_, leading) => new((4, leading)));
        buffer.View[1, 2] = 9;
        Assert.That(buffer.View.Stride.StrideExtent, Is.EqualTo(new Index2D(4, 8)));
        Assert.That(buffer.AsContiguous().GetAsArray(), Is.EqualTo(Enumerable.Range(0, 21).Select(i => i == 20 ? 9 : 0)));
        Assert.That(buffer.View.Stride.ReconstructFromElementIndex(20), Is.EqualTo(new Index2D(1, 2)));
        Assert.That(new Stride2D.General((8, 4)).ReconstructFromElementIndex(20L), Is.EqualTo(new LongIndex2D(2, 1)));
    }

    [Test]
    public void Empty_planes_hold_nothing()
    {
        using var buffer = _cpu.Accelerator.Allocate2DDenseX<int>((0, 5));
        Assert.That((buffer.View.Length, buffer.View.IsValid, buffer.GetAsArray2D().GetLength(1)), Is.EqualTo((0L, false, 5)));
        Assert.That(ArrayView2D<int, Stride2D.DenseY>.Empty.GetAsArray2D(), Is.Empty);
        Assert.That(() => _cpu.Accelerator.Allocate2DDenseX<int>((-1, 5)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => _cpu.Accelerator.Allocate2DDenseX<int>((1L << 40, 0)), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase(3, 0)]
    [TestCase(0, 2)]
    [TestCase(-1, 0)]
    public void An_index_outside_of_the_plane_is_refused(int x, int y)
    {
        using var buffer = _cpu.Accelerator.Allocate2DDenseX<int>((3, 2));
        var view = buffer.View;
        Assert.That(() => view[x, y], Throws.TypeOf<IndexOutOfRangeException>().With.Message.EqualTo(
            $"Index ({x}, {y}) is outside of a view of (3, 2) x Int32; valid indices are (0, 0) to (2, 1)."));
        Assert.That(() => view[(long)x, y], Throws.TypeOf<IndexOutOfRangeException>());
        Assert.That(() => view.Stride.ComputeElementIndexChecked(new Index2D(x, y), view.IntExtent), Throws.TypeOf<IndexOutOfRangeException>());
        Assert.That(() => view.SubView(new(x, y), (2, 2)), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_rectangle_shares_memory_and_stride()
    {
        using var buffer = _cpu.Accelerator.Allocate2DDenseY(Numbers(4, 5));
        var part = buffer.View.SubView((1, 2), (2, 3));
        Assert.That(part.GetAsArray2D(), Is.EqualTo(new[,] { { 12, 13, 14 }, { 22, 23, 24 } }));
        part[1, 0] = -1;
        Assert.That(buffer.View[2, 2], Is.EqualTo(-1));
        Assert.That(part.SubView(new LongIndex2D(1, 1), (1, 2)).GetAsArray2D(), Is.EqualTo(new[,] { { 23, 24 } }));
        Assert.That(buffer.View.SubView((4, 5), (0, 0)).Length, Is.Zero);
        Assert.That(buffer.View.VariableView(new Index2D(3, 4)).Value, Is.EqualTo(34));
    }

    [Test]
    public void Transposing_exchanges_the_indices()
    {
        using var x = _cpu.Accelerator.Allocate2DDenseX(Numbers(3, 2));
        var turned = x.View.AsTransposed();
        Assert.That(turned.GetAsArray2D(), Is.EqualTo(new[,] { { 0, 10, 20 }, { 1, 11, 21 } }));
        Assert.That(turned.AsTransposed().GetAsArray2D(), Is.EqualTo(Numbers(3, 2)));
        Assert.That(x.View.AsGeneral().AsTransposed().GetAsArray2D(), Is.EqualTo(turned.GetAsArray2D()));
    }

    [Test]
    public void A_line_is_seen_as_a_plane_and_back()
    {
        using var buffer = _cpu.Accelerator.Allocate1D(Enumerable.Range(0, 24).ToArray());
        ArrayView1D<int, Stride1D.Dense> line = buffer.View;
        Assert.That(line.As2DDenseXView((3, 2)).GetAsArray2D(), Is.EqualTo(new[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }));
        Assert.That(line.As2DDenseYView((3, 2)).GetAsArray2D(), Is.EqualTo(new[,] { { 0, 1 }, { 2, 3 }, { 4, 5 } }));
        Assert.That(line.As2DPitchedXView((3, 2), 32).GetAsArray2D(), Is.EqualTo(new[,] { { 0, 8 }, { 1, 9 }, { 2, 10 } }));
        Assert.That(line.As2DPitchedYView((2, 2), 16).GetAsArray2D(), Is.EqualTo(new[,] { { 0, 1 }, { 4, 5 } }));
        Assert.That(line.As2DDenseXView((3, 2)).To1DView().GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 6)));
        Assert.That(line.As2DDenseXView((3, 2)).As1DView(new Stride1D.General(2)).GetAsArray1D(), Is.EqualTo(new[] { 0, 2, 4 }));
        Assert.That(() => line.As2DDenseXView((5, 5)), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Density_is_regained_only_where_it_is()
    {
        using var x = _cpu.Accelerator.Allocate2DDenseX(Numbers(3, 2));
        var general = x.View.AsGeneral();
        Assert.That(general.AsDenseX().GetAsArray2D(), Is.EqualTo(Numbers(3, 2)));
        Assert.That(() => general.AsDenseY(), Throws.ArgumentException.With.Message.Contains("stride of 1 in Y, but it is 3"));
        Assert.That(general.AsTransposed().AsDenseY().Extent, Is.EqualTo(new LongIndex2D(2, 3)));
    }

    [Test]
    public void A_cast_changes_the_dense_dimension()
    {
        using var x = _cpu.Accelerator.Allocate2DDenseX<int>((4, 2));
        x.View[2, 1] = 0x01020304;
        var bytes = x.View.Cast<int, byte>();
        Assert.That((bytes.Extent, bytes.Stride.YStride, bytes[8, 1], bytes[11, 1]), Is.EqualTo((new LongIndex2D(16, 2), 16, 4, 1)));
        Assert.That(x.View.AsTransposed().Cast<int, long>().Extent, Is.EqualTo(new LongIndex2D(2, 2)));
    }

    private static int[,] Numbers(int sizeX, int sizeY)
    {
        var numbers = new int[sizeX, sizeY];
        for (var x = 0; x < sizeX; x++)
        {
            for (var y = 0; y < sizeY; y++)
                numbers[x, y] = (10 * x) + y;
        }

        return numbers;
    }
}
