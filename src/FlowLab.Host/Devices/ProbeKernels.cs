using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.Host.Devices;

/// <summary>What a device computes before it is offered. The functions are the meaning: the program calls them in a plain loop.</summary>
internal static class ProbeKernels
{
    /// <summary>Threads of a group; every device has groups of that size.</summary>
    public const int GroupSize = 64;

    /// <summary>One number of each sort per element.</summary>
    public static void Numbers(Index1D index, ArrayView<int> integers, ArrayView<float> floats, ArrayView<float> curves)
    {
        integers[index] = Integer(index);
        floats[index] = Float(index);
        curves[index] = Curve(index);
    }

    /// <summary>The threads of a group swap their numbers through shared memory.</summary>
    public static void Exchange(ArrayView<int> mirrored)
    {
        ArrayView<int> shared = SharedMemory.Allocate<int>(GroupSize);
        int at = Group.IdxX;
        shared[at] = Integer(Grid.GlobalIndex.X);
        Group.Barrier();
        mirrored[Grid.GlobalIndex.X] = shared[GroupSize - 1 - at];
    }

    /// <summary>Wraps around, divides, shifts, and branches.</summary>
    public static int Integer(int index)
    {
        int mixed = index * 1103515245 + 12345;
        mixed ^= (int)((uint)mixed >> 13);
        return index % 3 == 0 ? mixed / 7 : -mixed;
    }

    /// <summary>Sums and quotients of both signs.</summary>
    public static float Float(int index)
    {
        float x = (index - 100) * 0.0625f;
        return (x * x - 3f * x) / (1f + x * x);
    }

    /// <summary>The functions that flows are made of, over the range in which they bend.</summary>
    public static float Curve(int index)
    {
        float x = (index - 100) * 0.05f;
        return XMath.Tanh(x) + XMath.Exp(-x * x);
    }
}
