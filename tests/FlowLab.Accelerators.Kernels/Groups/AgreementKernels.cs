namespace FlowLab.Accelerators.Tests.Kernels.Groups;

/// <summary>What all threads of a group know after a barrier.</summary>
[GroupFamily(GroupShapes.Lines | GroupShapes.Planes)]
internal static class AgreementKernels
{
    internal static void Counted(ArrayView<int> n, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Group.BarrierPopCount(n[Grid.GlobalLinearIndex] > 3);

    internal static void All(ArrayView<int> n, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Group.BarrierAnd(n[Grid.GlobalLinearIndex] < 20) ? 1 : 0;

    internal static void Any(ArrayView<int> n, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Group.BarrierOr(n[Grid.GlobalLinearIndex] > 21) ? 1 : 0;

    internal static void OfOne(ArrayView<int> x, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Group.Broadcast(x[Grid.GlobalLinearIndex], 0);

    internal static void InLoop(ArrayView<long> x, ArrayView<long> r)
    {
        var sum = 0L;
        for (var j = 0; j < 5; j++)
            sum = (sum * 3) + Group.Broadcast(x[Grid.GlobalLinearIndex + j], 0) + Group.BarrierPopCount(x[Grid.GlobalLinearIndex + j] > 0);
        r[Grid.GlobalLinearIndex] = sum;
    }
}
