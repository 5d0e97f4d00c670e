namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>Two-dimensional views inside of kernels: their members are inlined from their C# bodies.</summary>
public class PlaneKernelTests
{
    private const int SizeX = 7;
    private const int SizeY = 5;

    [Test]
    public void Elements_of_all_strides()
    {
        using var test = new Differential();
        var line = test.View(Enumerable.Range(0, 4 * SizeX * SizeY).ToArray()).AsDense();
        var general = line.As2DView((SizeX, SizeY), new Stride2D.General((2, 3 * SizeX)));
        test.Check(Elements, SizeX * SizeY, line.As2DDenseXView((SizeX, SizeY)), line.As2DDenseYView((SizeX, SizeY)), general, test.View(new long[140]));
    }

    [Test]
    public void Windows_and_conversions()
    {
        using var test = new Differential();
        var plane = test.View(Enumerable.Range(0, 2 * SizeX * SizeY).ToArray()).AsDense().As2DDenseXView((SizeX, 2 * SizeY));
        test.Check(Windows, 4, plane, test.View(new int[40]));
    }

    [Test]
    public void Planes_of_lines_inside_of_a_kernel()
    {
        using var test = new Differential();
        test.Check(Lines, 6, test.View(Enumerable.Range(0, 48).ToArray()), test.View(new int[24]));
    }

    [Test]
    public void Generic_over_the_stride()
    {
        using var test = new Differential();
        var line = test.View(Enumerable.Range(0, 64).Select(i => 0.5f * i).ToArray()).AsDense();
        test.Check(Sum<Stride2D.DenseX>, 7, line.As2DDenseXView((7, 5)), test.View(new float[7]));
        test.Check(Sum<Stride2D.DenseY>, 7, line.As2DDenseYView((7, 5)), test.View(new float[7]));
        test.Check(Sum<Stride2D.General>, 7, line.As2DView((7, 5), new Stride2D.General((2, 9))), test.View(new float[7]));
    }

    [Test]
    public void Strides_by_themselves()
    {
        using var test = new Differential();
        test.Check(Strides, 12, new Stride2D.DenseX(5), test.View(new int[96]));
    }

    private static void Elements(
        Index1D i,
        ArrayView2D<int, Stride2D.DenseX> x,
        ArrayView2D<int, Stride2D.DenseY> y,
        ArrayView2D<int, Stride2D.General> general,
        ArrayView<long> r)
    {
        var at = x.Stride.ReconstructFromElementIndex(i.X);
        general[at] += x[at] * 3;
        y[(long)at.X, at.Y] ^= general[at.X, at.Y];
        r[4 * i] = x[at.ToLongIndex()] + general.IntLength;
        r[4 * i + 1] = x.Length * 1000 + y.LengthInBytes + general.Extent.Y;
        r[4 * i + 2] = x.IntExtent.X + y.Stride.XStride * 7 + (general.IsValid ? 100 : 0);
        r[4 * i + 3] = general.ComputeLinearIndex(at) + y.ComputeLinearIndex(at.ToLongIndex());
    }

    private static void Windows(Index1D i, ArrayView2D<int, Stride2D.DenseX> plane, ArrayView<int> r)
    {
        var part = plane.SubView((i, 0), (3, 4));
        var turned = part.AsTransposed();
        r[i] = part[1, 2] + turned[2, 1];
        r[i + 4] = turned.IntExtent.X * 10 + turned.IntExtent.Y + turned.Stride.XStride;
        r[i + 8] = part.AsGeneral().AsTransposed().AsDenseY()[3, 0];
        r[i + 12] = plane.To1DView()[i];
        r[i + 16] = plane.VariableView(new Index2D(i, 2)).Value;
        plane.VariableView(new LongIndex2D(i, 4)).Value = -i;
        r[i + 20] = plane.Cast<int, byte>()[4 * i, 1];
        r[i + 24] = plane.AsContiguous().IntLength + plane.BaseView[i];
        r[i + 28] = ArrayView2D<int, Stride2D.DenseX>.Empty.IntLength + ArrayView2D<int, Stride2D.DenseX>.ElementSize;
    }

    private static void Lines(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        var rows = a.AsDense().As2DDenseXView((6, 4));
        var columns = a.SubView(24).AsDense().As2DDenseYView(new LongIndex2D(6, 4));
        for (var y = 0; y < 4; y++)
        {
            rows[i, y] += columns[i, y];
            r[i + 6 * y] = rows[i, y] - (int)rows.SubView((0, 2), (6, 2)).Extent.Size;
        }
    }

    private static void Sum<TStride>(Index1D i, ArrayView2D<float, TStride> plane, ArrayView<float> r)
        where TStride : unmanaged, IStride2D
    {
        var sum = 0f;
        for (var y = 0; y < plane.IntExtent.Y; y++)
            sum += plane[i, y];
        r[i] = sum * plane.Stride.XStride + plane.Stride.YStride;
    }

    private static void Strides(Index1D i, Stride2D.DenseX stride, ArrayView<int> r)
    {
        var wide = Stride2D.DenseX.FromExtent(new Index2D(i + 1, 3));
        var high = Stride2D.DenseY.FromExtent(new LongIndex2D(3, i + 1));
        var general = new Stride2D.General((2, i + 8));
        r[i] = stride.ComputeElementIndex(new Index2D(i, 2)) + wide.YStride;
        r[i + 12] = wide.ComputeBufferLength(new Index2D(i, 3)) + high.StrideExtent.X;
        r[i + 24] = (int)high.ComputeElementIndex(new LongIndex2D(i, 2)) + general.ComputeElementIndex(new Index2D(i, i));
        r[i + 36] = Stride2D.DenseY.ReconstructFromElementIndex(i, new Index2D(3, 4)).Y + general.ReconstructFromElementIndex(i + 9).X;
        r[i + 48] = Stride2D.ComputeElementIndex(general, new Index2D(1, i)) + general.AsGeneral().XStride;
        r[i + 60] = stride.AsGeneral().YStride + high.To1DStride().XStride;
        r[i + 72] = Stride1D.ComputeBufferLength(new Stride1D.General(3), (Index1D)i);
        r[i + 84] = stride.ComputeElementIndexChecked(new Index2D(1, 1), new Index2D(5, 5));
    }
}
