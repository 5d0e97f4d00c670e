using FlowLab.Accelerators.Tests.Kernels.Addressing;

namespace FlowLab.Accelerators.Tests.Kernels.Generics;

/// <summary>Generic kernels over types and over struct operations.</summary>
[KernelFamily(Extents = [1, 7, 96])]
internal static class GenericKernels
{
    [ClosedWith(typeof(sbyte))]
    [ClosedWith(typeof(ushort))]
    [ClosedWith(typeof(int))]
    [ClosedWith(typeof(double))]
    [ClosedWith(typeof(bool))]
    [ClosedWith(typeof(Point))]
    [ClosedWith(typeof(Particle))]
    internal static void Copy<T>(Index1D i, ArrayView<T> x, ArrayView<T> r)
        where T : unmanaged =>
        r[i] = x[i + 1];

    [ClosedWith(typeof(float))]
    [ClosedWith(typeof(byte))]
    [ClosedWith(typeof(Point))]
    internal static void Swap<T>(Index1D i, ArrayView<int> n, ArrayView<T> x, ArrayView<T> r)
        where T : unmanaged
    {
        if (n[i] > 3)
            (x[i], r[i]) = (r[i], x[i]);
    }

    [ClosedWith(typeof(int), typeof(AddInts))]
    [ClosedWith(typeof(float), typeof(LargerFloat))]
    [ClosedWith(typeof(long), typeof(XorLongs))]
    [ClosedWith(typeof(int), typeof(Counter))]
    [ClosedWith(typeof(int), typeof(Swapped<int, Swapped<int, AddInts>>))]
    [ClosedWith(typeof(float), typeof(Swapped<float, LargerFloat>))]
    internal static void Fold<T, TOperation>(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r)
        where T : unmanaged
        where TOperation : struct, IOperation<T>
    {
        var operation = default(TOperation);
        var result = x[i];
        for (var j = 0; j < 4; j++)
            result = operation.Of(result, y[i + j]);
        r[i] = result;
    }

    [ClosedWith(typeof(int), typeof(AddInts))]
    [ClosedWith(typeof(float), typeof(LargerFloat))]
    [ClosedWith(typeof(long), typeof(XorLongs))]
    internal static void FoldStatically<T, TOperation>(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<T> r)
        where T : unmanaged
        where TOperation : struct, IStaticOperation<T> =>
        r[i] = TOperation.Of(x[i], TOperation.Of(y[i], x[i + 1]));

    [ClosedWith(typeof(Affine))]
    [ClosedWith(typeof(LargerFloat))]
    internal static void Argument<TOperation>(Index1D i, TOperation operation, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r)
        where TOperation : struct, IOperation<float> =>
        r[i] = operation.Of(x[i], operation.Of(y[i], 1f));

    [ClosedWith(typeof(int))]
    [ClosedWith(typeof(short))]
    [ClosedWith(typeof(Point))]
    [ClosedWith(typeof(Particle))]
    internal static void Sizes<T>(Index1D i, ArrayView<int> r)
        where T : unmanaged =>
        r[i] = Interop.SizeOf<T>() + (int)i;
}
