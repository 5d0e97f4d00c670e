namespace ILGPU.Tests.Views;

public class StrideTests
{
    [TestCase(1, 5, 5, 5)]
    [TestCase(3, 5, 15, 13)]
    [TestCase(3, 0, 0, 0)]
    public void General_stride_spreads_elements(int stride, int index, int element, int length)
    {
        var general = new Stride1D.General(stride);
        Assert.That(general.ComputeElementIndex((Index1D)index), Is.EqualTo(element));
        Assert.That(general.ComputeElementIndex((LongIndex1D)index), Is.EqualTo(element));
        Assert.That(general.ReconstructFromElementIndex(element).X, Is.EqualTo(index));
        Assert.That(general.ComputeBufferLength((Index1D)index), Is.EqualTo(length));
    }

    [Test]
    public void Dense_stride_is_the_identity()
    {
        var dense = default(Stride1D.Dense);
        Assert.That(dense.ComputeElementIndex((Index1D)7), Is.EqualTo(7));
        Assert.That(dense.To1DStride().XStride, Is.EqualTo(1));
        Assert.That(dense.XStride, Is.EqualTo(1));
    }

    [Test]
    public void Checked_indices_are_checked()
    {
        using var cpu = new CpuFixture(assertions: true);
        var general = new Stride1D.General(2);
        Assert.That(general.ComputeElementIndexChecked((Index1D)3, 4), Is.EqualTo(6));
        Assert.That(() => general.ComputeElementIndexChecked((Index1D)4, 4), Throws.TypeOf<IndexOutOfRangeException>());
        Assert.That(() => new Stride1D.General(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Stride2D.General((1, -1)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Stride2D.DenseX(0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
