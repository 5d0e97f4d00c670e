using System.Reflection;
using ILGPU.Frontend;
using ILGPU.Runtime;

namespace ILGPU.Tests.Kernels;

/// <summary>
/// The definition of what a kernel means: its C# method in a plain loop, and for kernels that know their group the method on one thread per
/// member of the group, which is how the CPU's accelerator runs them for reference.
/// </summary>
internal sealed class ReferenceTarget(Accelerator accelerator) : TupleTarget($"reference of warps of {accelerator.WarpSize}", accelerator)
{
    protected override KernelLaunch LoadTuple<TArguments>(KernelEntry entry) => entry.IsGrouped || KernelTraits.Of(entry).Allocates
        ? AcceleratorTarget.Load<TArguments>(Accelerator, entry)
        : (in LaunchDimensions dimensions, object[] arguments) => Loop(entry, in dimensions, arguments);

    private static string? Loop(KernelEntry entry, in LaunchDimensions dimensions, object[] arguments)
    {
        for (var z = 0; z < dimensions.Z; z++)
        {
            for (var y = 0; y < dimensions.Y; y++)
            {
                for (var x = 0; x < dimensions.X; x++)
                    entry.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [IndexOf(entry.IndexType!, x, y, z), .. arguments], null);
            }
        }

        return null;
    }

    private static object IndexOf(Type type, int x, int y, int z)
    {
        if (type == typeof(Index1D))
            return new Index1D(x);
        if (type == typeof(Index2D))
            return new Index2D(x, y);
        return type == typeof(Index3D) ? new Index3D(x, y, z) : new LongIndex1D(x);
    }
}
