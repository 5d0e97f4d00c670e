namespace FlowLab.Accelerators.Tests.Kernels.Generics;

/// <summary>An operation of integers, different ones with and without an object.</summary>
internal struct AddInts : IOperation<int>, IStaticOperation<int>
{
    public readonly int Of(int x, int y) => x + y;

    static int IStaticOperation<int>.Of(int x, int y) => x + (2 * y);
}
