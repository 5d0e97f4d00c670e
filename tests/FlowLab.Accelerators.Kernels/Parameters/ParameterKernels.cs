using FlowLab.Accelerators.Tests.Kernels.Addressing;

namespace FlowLab.Accelerators.Tests.Kernels.Parameters;

/// <summary>Parameters of every type, and many of them.</summary>
[KernelFamily(Extents = [1, 7, 96])]
internal static class ParameterKernels
{
    internal static void Bool(Index1D i, bool flag, ArrayView<int> r) => r[i] = flag ? 1 : 2;

    internal static void Bytes(Index1D i, byte x, sbyte y, ArrayView<int> r) => r[i] = (x * 1000) + y;

    internal static void Shorts(Index1D i, short x, ushort yy, char zzz, ArrayView<int> r) => r[i] = x + (yy * 2) + zzz;

    internal static void Ints(Index1D i, int x, uint yyyy, ArrayView<long> r) => r[i] = x + (long)yyyy;

    internal static void Longs(Index1D i, long x, ulong yyyy, ArrayView<ulong> r) => r[i] = (ulong)x ^ yyyy;

    internal static void Floats(Index1D i, float xx, double yyy, ArrayView<double> r) => r[i] = xx * yyy;

    internal static void Enums(Index1D i, DayOfWeek day, ArrayView<int> r) => r[i] = (int)day + 1;

    internal static void Struct(Index1D i, Point point, ArrayView<float> r) => r[i] = point.X - (point.Y * i);

    internal static void NestedStruct(Index1D i, Particle particle, ArrayView<Particle> r) => r[i] = particle;

    internal static void Indices(Index1D i, Index2D size, Index3D space, ArrayView<int> r) => r[i] = (size.X * size.Y) + space.Z + i;

    internal static void StructOfViews(Index1D i, Views views) => views.R[i] = (views.X[i] * views.Weight) + views.Bias.X;

    internal static void NestedViews(Index1D i, Outer outer, ArrayView<float> r)
    {
        r[i] = outer.Views.X[i] + outer.Extra[i];
        outer.Views.R[i] = outer.Count;
    }

    internal static void Changed(Index1D i, int x, Point point, ArrayView<float> r)
    {
        for (var j = 0; j < 3; j++)
        {
            x += i;
            point.X += x;
        }

        r[i] = point.X;
    }

    internal static void Twelve(
        Index1D i, int a, float b, long c, byte d, ArrayView<int> x, ArrayView<float> y, double e, Point f, bool g, short h, ArrayView<double> r, ArrayView<int> rr)
    {
        r[i] = a + b + c + d + e + f.X + f.Y + (g ? 1 : 0) + h + y[i];
        rr[i] = x[i] + a;
    }

    internal static void EmptyViews(Index1D i, ArrayView<int> x, ArrayView<int> r)
    {
        var none = x.SubView(5, 0);
        r[i] = (int)none.Length;
    }

    /// <summary>Views and numbers together.</summary>
    internal readonly struct Views(ArrayView<float> x, ArrayView<float> r, float weight, Point bias)
    {
        public readonly ArrayView<float> X = x;
        public readonly ArrayView<float> R = r;
        public readonly float Weight = weight;
        public readonly Point Bias = bias;
    }

    /// <summary>A struct of views in a struct.</summary>
    internal struct Outer
    {
        public int Count;
        public Views Views;
        public ArrayView<short> Extra;
    }
}
