namespace FlowLab.Accelerators.Tests.Kernels.Generics;

/// <summary>An operation that counts its uses.</summary>
internal struct Counter : IOperation<int>
{
    private int _count;

    public int Of(int x, int y) => x + (y * ++_count);
}
