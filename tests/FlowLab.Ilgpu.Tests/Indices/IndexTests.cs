namespace ILGPU.Tests.Indices;

public class IndexTests
{
    [FsCheck.NUnit.Property]
    public bool Index1D_converts_to_int_and_back(int x) => (int)new Index1D(x) == x && (Index1D)x == new Index1D(x);

    [FsCheck.NUnit.Property]
    public bool Index3D_arithmetic_is_by_component(int x, int y, int z)
    {
        var (a, b) = (new Index3D(x, y, z), new Index3D(3, 5, 7));
        return a + b == new Index3D(x + 3, y + 5, z + 7)
            && a - b == new Index3D(x - 3, y - 5, z - 7)
            && a * b == new Index3D(x * 3, y * 5, z * 7)
            && a / b == new Index3D(x / 3, y / 5, z / 7);
    }

    [Test]
    public void Size_is_the_product_and_refuses_to_overflow()
    {
        Assert.That(new Index3D(2, 3, 4).Size, Is.EqualTo(24));
        Assert.That(new Index2D(1 << 20, 1 << 20).LongSize, Is.EqualTo(1L << 40));
        Assert.That(() => new Index2D(1 << 20, 1 << 20).Size, Throws.TypeOf<OverflowException>());
        Assert.That(() => new LongIndex1D(1L << 40).ToIntIndex(), Throws.TypeOf<OverflowException>());
    }

    [TestCase(0, 0, true)]
    [TestCase(3, 1, true)]
    [TestCase(4, 1, false)]
    [TestCase(-1, 0, false)]
    public void InBounds_checks_every_component(int x, int y, bool expected) =>
        Assert.That(new Index2D(x, y).InBounds(new(4, 2)), Is.EqualTo(expected));

    [Test]
    public void Tuples_convert_both_ways()
    {
        Index2D index = (3, 4);
        var (x, y) = index;
        Assert.That((x, y), Is.EqualTo(index.ToValueTuple()));
        Assert.That(index, Is.EqualTo(new Index2D(3, 4)));
        Assert.That(index.ToString(), Is.EqualTo("(3, 4)"));
    }

    [Test]
    public void Clamp_min_and_max_are_by_component()
    {
        var clamped = Index2D.Clamp((-5, 9), (0, 0), (3, 3));
        Assert.That(clamped, Is.EqualTo(new Index2D(0, 3)));
        Assert.That(Index2D.Min((1, 8), (4, 2)), Is.EqualTo(new Index2D(1, 2)));
        Assert.That(Index2D.Max((1, 8), (4, 2)), Is.EqualTo(new Index2D(4, 8)));
    }

    [Test]
    public void Slices_of_a_3D_index_name_their_components()
    {
        var index = new Index3D(1, new Index2D(2, 3));
        Assert.That(index.XY, Is.EqualTo(new Index2D(1, 2)));
        Assert.That(index.YZ, Is.EqualTo(new Index2D(2, 3)));
        Assert.That(new Index3D(index.XY, 3), Is.EqualTo(index));
    }
}
