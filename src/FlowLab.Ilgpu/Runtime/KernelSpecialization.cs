namespace ILGPU.Runtime;

/// <summary>What a kernel is compiled for: the largest group that it is launched with, and how many groups a multiprocessor should hold.</summary>
public readonly struct KernelSpecialization : IEquatable<KernelSpecialization>
{
    /// <summary>Whatever the device can do.</summary>
    public static readonly KernelSpecialization Empty;

    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public KernelSpecialization(int? maxNumThreadsPerGroup, int? minNumGroupsPerMultiprocessor)
    {
        if (maxNumThreadsPerGroup is { } threads)
            ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(maxNumThreadsPerGroup));
        if (minNumGroupsPerMultiprocessor is { } groups)
            ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1, nameof(minNumGroupsPerMultiprocessor));
        (MaxNumThreadsPerGroup, MinNumGroupsPerMultiprocessor) = (maxNumThreadsPerGroup, minNumGroupsPerMultiprocessor);
    }

    public int? MaxNumThreadsPerGroup { get; }

    public int? MinNumGroupsPerMultiprocessor { get; }

    /// <summary>The accelerator can run groups of this size, that many at once on a multiprocessor.</summary>
    public bool IsCompatibleWith(Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var (threads, groups) = (MaxNumThreadsPerGroup ?? 1, MinNumGroupsPerMultiprocessor ?? 1);
        return threads <= accelerator.MaxNumThreadsPerGroup && (long)threads * groups <= accelerator.MaxNumThreadsPerMultiprocessor;
    }

    public bool Equals(KernelSpecialization other) =>
        MaxNumThreadsPerGroup == other.MaxNumThreadsPerGroup && MinNumGroupsPerMultiprocessor == other.MinNumGroupsPerMultiprocessor;

    public override bool Equals(object? obj) => obj is KernelSpecialization other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(MaxNumThreadsPerGroup, MinNumGroupsPerMultiprocessor);

    public override string ToString() => $"{MaxNumThreadsPerGroup?.ToString(null, null) ?? "any"} threads per group, {MinNumGroupsPerMultiprocessor ?? 1} groups per multiprocessor";

    public static bool operator ==(KernelSpecialization first, KernelSpecialization second) => first.Equals(second);

    public static bool operator !=(KernelSpecialization first, KernelSpecialization second) => !first.Equals(second);
}
