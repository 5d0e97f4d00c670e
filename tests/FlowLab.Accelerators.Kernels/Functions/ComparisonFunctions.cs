namespace FlowLab.Accelerators.Tests.Kernels.Functions;

/// <summary>Comparisons of numbers by name, which generic code calls.</summary>
[KernelFamily]
internal static class ComparisonFunctions
{
    [ClosedWith(typeof(sbyte))]
    [ClosedWith(typeof(byte))]
    [ClosedWith(typeof(short))]
    [ClosedWith(typeof(ushort))]
    [ClosedWith(typeof(char))]
    [ClosedWith(typeof(int))]
    [ClosedWith(typeof(uint))]
    [ClosedWith(typeof(long))]
    [ClosedWith(typeof(ulong))]
    [ClosedWith(typeof(float))]
    [ClosedWith(typeof(double))]
    internal static void Order<T>(Index1D i, ArrayView<T> x, ArrayView<T> y, ArrayView<int> r)
        where T : unmanaged, IComparable<T>, IEquatable<T> =>
        r[i] = (Math.Sign(x[i].CompareTo(y[i])) * 4) + (x[i].Equals(y[i]) ? 1 : 0);

    internal static void Differences(Index1D i, ArrayView<byte> x, ArrayView<short> y, ArrayView<int> r) => r[i] = x[i].CompareTo((byte)y[i]) + y[i].CompareTo(x[i]);
}
