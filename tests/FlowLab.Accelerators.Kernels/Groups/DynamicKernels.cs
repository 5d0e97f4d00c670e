namespace FlowLab.Accelerators.Tests.Kernels.Groups;

/// <summary>Shared memory whose size the launch says.</summary>
[GroupFamily(GroupShapes.Lines | GroupShapes.Planes, SharedBytes = 512)]
internal static class DynamicKernels
{
    internal static void Reverse(ArrayView<int> x, ArrayView<int> r)
    {
        var (shared, size) = (SharedMemory.GetDynamic<int>(), Group.Dimension.Size);
        shared[Group.LinearIndex] = x[Grid.GlobalLinearIndex];
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = shared[size - 1 - Group.LinearIndex];
    }

    [EmulatorDiffers("it counts the elements that the launch asked for, whatever the type")]
    internal static void Lengths(ArrayView<long> r) => r[Grid.GlobalLinearIndex] = SharedMemory.GetDynamic<int>().Length + (SharedMemory.GetDynamic<double>().Length * 1000);

    internal static void BesideStatic(ArrayView<float> x, ArrayView<float> r)
    {
        var (dynamic, fixedSize) = (SharedMemory.GetDynamic<float>(), SharedMemory.Allocate<float>(64));
        var (i, size) = (Group.LinearIndex, Group.Dimension.Size);
        dynamic[i] = x[Grid.GlobalLinearIndex];
        fixedSize[i] = i;
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = dynamic[size - 1 - i] + fixedSize[(i + 1) % size];
    }

    [EmulatorDiffers("each type has memory of its own")]
    internal static void AsTwoTypes(ArrayView<int> x, ArrayView<int> r)
    {
        var (words, bytes) = (SharedMemory.GetDynamic<int>(), SharedMemory.GetDynamic<byte>());
        words[Group.LinearIndex] = x[Grid.GlobalLinearIndex];
        Group.Barrier();
        r[Grid.GlobalLinearIndex] = bytes[Group.LinearIndex * 4];
    }
}
