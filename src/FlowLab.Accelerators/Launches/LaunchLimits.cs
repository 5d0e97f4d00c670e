using System.Diagnostics.CodeAnalysis;
using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.Launches;

/// <summary>How large the groups of a loaded kernel may be.</summary>
internal sealed class LaunchLimits
{
    private readonly Accelerator _accelerator;
    private readonly string _kernel;
    private readonly int _groupSize;
    private readonly int _sharedSize;

    /// <exception cref="NotSupportedException">
    /// FLK204: the kernel is specialised for groups that the device does not have. FLK205: it shares more memory than a group has.
    /// </exception>
    internal LaunchLimits(Accelerator accelerator, KernelEntry entry, KernelTraits traits)
    {
        (_accelerator, _sharedSize) = (accelerator, traits.SharedSize);
        _kernel = $"{entry.Method.DeclaringType?.Name}.{entry.Method.Name}";
        _groupSize = Math.Min(accelerator.MaxNumThreadsPerGroup, entry.Specialization.MaxNumThreadsPerGroup ?? int.MaxValue);
        if (!entry.Specialization.IsCompatibleWith(accelerator))
            ThrowSpecialization(entry.Specialization);
        if (_sharedSize > accelerator.MaxSharedMemoryPerGroup)
            ThrowShared(_sharedSize, 0);
    }

    /// <summary>Checks a launch of groups.</summary>
    /// <exception cref="ArgumentOutOfRangeException">FLK204: a group is larger than it may be.</exception>
    /// <exception cref="NotSupportedException">FLK205: the launch shares more memory than a group of the device has.</exception>
    internal void Verify(in LaunchDimensions dimensions)
    {
        var (group, maximum) = (dimensions.Group, _accelerator.MaxGroupSize);
        if (group.LongSize > _groupSize || group.X > maximum.X || group.Y > maximum.Y || group.Z > maximum.Z)
            ThrowGroup(group);
        var grid = _accelerator.MaxGridSize;
        if (dimensions.Grid.X > grid.X || dimensions.Grid.Y > grid.Y || dimensions.Grid.Z > grid.Z)
            ThrowGrid(dimensions.Grid);
        if ((long)_sharedSize + dimensions.DynamicSharedSize > _accelerator.MaxSharedMemoryPerGroup)
            ThrowShared(_sharedSize, dimensions.DynamicSharedSize);
    }

    /// <exception cref="ArgumentOutOfRangeException">FLK204: the size is not between 1 and the maximum.</exception>
    internal static void VerifyGroupSize(Accelerator accelerator, int size, int maximum)
    {
        if (size < 1 || size > maximum)
        {
            throw new ArgumentOutOfRangeException(
                nameof(size), $"FLK204: a group of {accelerator.Name} has 1 to {maximum} threads, but {size} were asked for. Choose a size in this range.");
        }
    }

    [DoesNotReturn]
    private void ThrowSpecialization(KernelSpecialization specialization) => throw new NotSupportedException(
        $"FLK204: {_kernel} is specialised for groups that {_accelerator.Name} does not have: {specialization}. It has groups of "
        + $"{_accelerator.MaxNumThreadsPerGroup} threads and {_accelerator.MaxNumThreadsPerMultiprocessor} threads per multiprocessor; ask for less.");

    [DoesNotReturn]
    private void ThrowGroup(Index3D group) => throw new ArgumentOutOfRangeException(
        nameof(group),
        $"FLK204: a launch of {_kernel} on {_accelerator.Name} has groups of {_groupSize} threads at most, {_accelerator.MaxGroupSize} along X, Y and Z, "
        + $"but {group} were asked for, {group.LongSize} threads. Launch more and smaller groups; a KernelSpecialization also sets a limit.");

    [DoesNotReturn]
    private void ThrowGrid(Index3D grid) => throw new ArgumentOutOfRangeException(
        nameof(grid),
        $"FLK204: a launch of {_kernel} on {_accelerator.Name} has a grid of {_accelerator.MaxGridSize} groups at most, but {grid} were asked for. "
        + "Launch fewer groups and let each thread work on several elements.");

    [DoesNotReturn]
    private void ThrowShared(int sharedSize, int dynamicSize) => throw new NotSupportedException(
        $"FLK205: {_kernel} shares {sharedSize} bytes and {dynamicSize} dynamic ones per group, but a group of {_accelerator.Name} has "
        + $"{_accelerator.MaxSharedMemoryPerGroup} bytes. Share less at once.");
}
