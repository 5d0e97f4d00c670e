namespace FlowLab.Accelerators.Tests.Kernels.Generics;

/// <summary>An operation of the bits of long integers.</summary>
internal struct XorLongs : IOperation<long>, IStaticOperation<long>
{
    public readonly long Of(long x, long y) => x ^ (y << 3);

    static long IStaticOperation<long>.Of(long x, long y) => x & y;
}
