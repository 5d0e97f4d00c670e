using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>Structs, views, refs and generics.</summary>
public class AddressingTests
{
    private interface IOperation
    {
        float Apply(float x);
    }

    private interface IStateful
    {
        int Next();
    }

    [Test]
    public void Structs_live_in_registers()
    {
        using var test = new Differential();
        test.Check(Structs, 8, new Outer(new Point(1f, 2f), 3, test.View(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f)), test.View(new float[16]));
    }

    [Test]
    public void Structs_live_in_memory_as_the_runtime_lays_them_out()
    {
        using var test = new Differential();
        Mixed[] data = [.. Enumerable.Range(0, 6).Select(i => new Mixed { Flag = i % 2 == 0, Wide = i * 1000000007L, Small = (short)-i, Point = new(i, -i) })];
        test.Check(StructsInMemory, 5, test.View(data), test.View(new double[5]));
    }

    [Test]
    public void Views_make_views()
    {
        using var test = new Differential();
        test.Check(Views, 6, test.View(Enumerable.Range(0, 40).ToArray()), test.View(new long[60]));
    }

    [Test]
    public void One_dimensional_views_have_strides()
    {
        using var test = new Differential();
        var strided = new ArrayView1D<int, Stride1D.General>(test.View(Enumerable.Range(0, 30).ToArray()), 10, new(3));
        var written = new ArrayView1D<int, Stride1D.General>(test.View(Enumerable.Range(5, 30).ToArray()), 10, new(3));
        test.Check(StridedViews, 8, strided, written, strided.BaseView.AsDense(), test.View(new int[16]));
    }

    [Test]
    public void Type_parameters_are_called_directly()
    {
        using var test = new Differential();
        test.Check(Generic<Scale, Twice<Scale>>, 4, new Scale(3f), new Twice<Scale>(new Scale(5f)), test.View(1f, 2f, 3f, 4f));
    }

    [Test]
    public void Structs_change_themselves()
    {
        using var test = new Differential();
        test.Check(Stateful<Counter>, 5, new Counter(10), test.View(new int[10]));
    }

    [Test]
    public void Refs_point_at_locals_fields_and_memory()
    {
        using var test = new Differential();
        test.Check(Refs, 6, test.View(Enumerable.Range(0, 12).ToArray()), test.View(new int[24]));
    }

    [Test]
    public void Readonly_statics_are_constants()
    {
        using var test = new Differential();
        test.Check(Statics, 3, test.View(new int[9]));
    }

    [Test]
    public void Plane_and_space_indices_have_all_components()
    {
        using var fixture = new SimdFixture();
        using var buffer = fixture.Accelerator.AllocateZeroed<int>(24);
        var kernel = Frontend.KernelCompiler.Compile(((Action<Index3D, ArrayView<int>>)Space).Method);
        new Kernels.IRInterpreter(kernel, buffer.View.BaseView).RunAll(2, 3, 4);
        Assert.That(buffer.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 24).Select(at => at % 2 + (10 * (at / 2 % 3)) + (100 * (at / 6)))));
    }

    private static void Space(Index3D at, ArrayView<int> r) => r[at.X + 2 * (at.Y + 3 * at.Z)] = at.X + 10 * at.Y + 100 * at.Z;

    private static void Structs(Index1D i, Outer outer, ArrayView<float> r)
    {
        var point = outer.Point;
        var moved = point with { X = point.X + outer.Values[i] };
        var (x, y) = Split(moved, outer.Count);
        Point other = default;
        if (i > 3)
            other = moved;
        other.Y += 1f;
        r[i] = x * y + other.Sum();
        r[i + 8] = new Outer(other, i, outer.Values.SubView(1, 2)).Values.Length + (moved.X == point.X ? 1 : 0);
    }

    private static (float, float) Split(Point point, int count) => (point.X * count, point.Y - count);

    private static void StructsInMemory(Index1D i, ArrayView<Mixed> data, ArrayView<double> r)
    {
        Mixed mixed = data[i];
        mixed.Wide ^= 5;
        data[i + 1].Point.X += mixed.Point.Y;
        data[i] = mixed;
        data[i].Flag = !mixed.Flag;
        ref Mixed here = ref data[i];
        here.Small -= 3;
        r[i] = here.Wide + here.Small + data[i].Point.Sum() + (here.Flag ? 0.5 : 0.25);
    }

    private static void Views(Index1D i, ArrayView<int> a, ArrayView<long> r)
    {
        var part = a.SubView(i, 10);
        var rest = a.SubView(i.X + 3L);
        var bytes = part.Cast<byte>();
        int at = 10 * i;
        r[at] = part[2] + rest[1];
        r[at + 1] = part.Length * 100 + rest.Length;
        r[at + 2] = bytes[4] + bytes.Length;
        r[at + 3] = part.IntLength + part.LengthInBytes + part.IntExtent.X;
        r[at + 4] = part.IsValid && !default(ArrayView<int>).IsValid ? 1 : 0;
        r[at + 5] = ArrayView<int>.Empty.Length + ArrayView<int>.ElementSize;
        part[0] += (int)rest[new LongIndex1D(2)];
        r[at + 6] = Pick(part, rest, i > 2)[i];
        for (var j = 0; j < 3; j++)
            part = part.SubView(1, part.IntLength - 1);
        r[at + 7] = part[0] + part.Length;
    }

    private static ArrayView<int> Pick(ArrayView<int> first, ArrayView<int> second, bool takesFirst)
    {
        if (takesFirst)
            return first;
        return second;
    }

    private static void StridedViews(
        Index1D i,
        ArrayView1D<int, Stride1D.General> strided,
        ArrayView1D<int, Stride1D.General> written,
        ArrayView1D<int, Stride1D.Dense> dense,
        ArrayView<int> r)
    {
        r[i] = strided[i] + strided.IntLength + strided.SubView(1, 4)[1];
        written[i + 1] += dense[i] * dense.Stride.XStride;
        r[i + 8] = dense.IntExtent.X + (dense.BaseView.Length > 5 ? strided.Stride.StrideExtent.X : 0);
    }

    private static void Generic<TFirst, TSecond>(Index1D i, TFirst first, TSecond second, ArrayView<float> data)
        where TFirst : unmanaged, IOperation
        where TSecond : unmanaged, IOperation =>
        data[i] = first.Apply(data[i]) + second.Apply(data[i]);

    private static void Stateful<T>(Index1D i, T state, ArrayView<int> r)
        where T : unmanaged, IStateful
    {
        int sum = 0;
        T copy = state;
        for (int j = 0; j <= i; j++)
            sum += state.Next() * copy.Next();
        r[i] = sum;
        r[i + 5] = Advance(ref state) + state.Next();
    }

    private static int Advance<T>(ref T state)
        where T : unmanaged, IStateful => state.Next() * 100;

    private static void Refs(Index1D i, ArrayView<int> a, ArrayView<int> r)
    {
        int local = a[i];
        ref int alias = ref local;
        alias += 5;
        Add(ref local, i);
        Add(ref a[i], local);
        Divide(local, 3, out int quotient, out int remainder);
        ref int slot = ref r[i];
        for (int j = 0; j < 3; j++)
        {
            slot += quotient + j;
            slot = ref r[i + 6 * (j + 1)];
        }

        slot = remainder;
        var point = new Point(1f, 2f);
        ref float x = ref point.X;
        x = i;
        r[i + 6] += (int)point.Sum() + Length(in point);
    }

    private static void Add(ref int target, int value) => target += value;

    private static void Divide(int value, int divisor, out int quotient, out int remainder) =>
        (quotient, remainder) = (value / divisor, value % divisor);

    private static int Length(in Point point) => (int)(point.X * point.X);

    private static void Statics(Index1D i, ArrayView<int> r)
    {
        r[i] = Table.Offset + Table.Corner.X * i;
        r[i + 3] = Index2D.One.Y + (int)Table.Kind;
        r[i + 6] = (int)Table.Start.Sum();
    }

    private static class Table
    {
        internal static readonly int Offset = int.Parse("17");
        internal static readonly Index2D Corner = new(3, 4);
        internal static readonly Point Start = new(5f, 6f);
        internal static readonly DayOfWeek Kind = DayOfWeek.Friday;
    }

    private record struct Point(float X, float Y)
    {
        public float X = X;

        public readonly float Sum() => X + Y;
    }

    private readonly record struct Outer(Point Point, int Count, ArrayView<float> Values);

    [StructLayout(LayoutKind.Sequential)]
    private struct Mixed
    {
        public bool Flag;
        public long Wide;
        public short Small;
        public Point Point;
    }

    private readonly struct Scale(float factor) : IOperation
    {
        public float Apply(float x) => x * factor;
    }

    private readonly struct Twice<TInner>(TInner inner) : IOperation
        where TInner : struct, IOperation
    {
        private readonly TInner _inner = inner;

        public float Apply(float x) => _inner.Apply(_inner.Apply(x));
    }

    private struct Counter(int value) : IStateful
    {
        private int _value = value;

        public int Next() => _value++;
    }
}
