namespace ILGPU;

/// <summary>The grid of groups that an explicitly grouped kernel is launched with.</summary>
public readonly partial struct KernelConfig
{
    /// <exception cref="ArgumentOutOfRangeException">An extent is negative.</exception>
    public KernelConfig(Index1D gridDim, Index1D groupDim)
        : this(gridDim, groupDim, default)
    {
    }

    /// <inheritdoc cref="KernelConfig(Index1D, Index1D)"/>
    public KernelConfig(Index1D gridDim, Index1D groupDim, SharedMemoryConfig sharedMemoryConfig)
        : this(new(gridDim.X, 1, 1), new Index3D(groupDim.X, 1, 1), sharedMemoryConfig)
    {
    }

    /// <inheritdoc cref="KernelConfig(Index1D, Index1D)"/>
    public KernelConfig(Index2D gridDim, Index2D groupDim)
        : this(gridDim, groupDim, default)
    {
    }

    /// <inheritdoc cref="KernelConfig(Index1D, Index1D)"/>
    public KernelConfig(Index2D gridDim, Index2D groupDim, SharedMemoryConfig sharedMemoryConfig)
        : this(new(gridDim, 1), new Index3D(groupDim, 1), sharedMemoryConfig)
    {
    }

    /// <inheritdoc cref="KernelConfig(Index1D, Index1D)"/>
    public KernelConfig(Index3D gridDim, Index3D groupDim)
        : this(gridDim, groupDim, default)
    {
    }

    /// <inheritdoc cref="KernelConfig(Index1D, Index1D)"/>
    public KernelConfig(int gridDimX, int gridDimY, int gridDimZ, int groupDimX, int groupDimY, int groupDimZ)
        : this(new(gridDimX, gridDimY, gridDimZ), new Index3D(groupDimX, groupDimY, groupDimZ), default)
    {
    }

    /// <inheritdoc cref="KernelConfig(Index1D, Index1D)"/>
    public KernelConfig(Index3D gridDim, Index3D groupDim, SharedMemoryConfig sharedMemoryConfig)
    {
        ThrowIfNegative(gridDim, nameof(gridDim));
        ThrowIfNegative(groupDim, nameof(groupDim));
        (GridDim, GroupDim, SharedMemoryConfig) = (gridDim, groupDim, sharedMemoryConfig);
    }

    public IndexType IndexType => IndexType.KernelConfig;

    /// <summary>Groups in the grid.</summary>
    public Index3D GridDim { get; }

    /// <summary>Threads in a group.</summary>
    public Index3D GroupDim { get; }

    public SharedMemoryConfig SharedMemoryConfig { get; }

    public bool UsesDynamicSharedMemory => SharedMemoryConfig.UsesDynamicSharedMemory;

    /// <summary>Every extent is 1 or more.</summary>
    public bool IsValid => Index3D.Min(GridDim, GroupDim) is { X: > 0, Y: > 0, Z: > 0 };

    /// <summary>Threads of the launch.</summary>
    public long Size => GridDim.LongSize * GroupDim.LongSize;

    public (Index3D, Index3D) ToDimensions() => (GridDim, GroupDim);

    public (Index3D, Index3D, SharedMemoryConfig) ToValueTuple() => (GridDim, GroupDim, SharedMemoryConfig);

    public void Deconstruct(out Index3D gridDim, out Index3D groupDim) => (gridDim, groupDim) = (GridDim, GroupDim);

    public void Deconstruct(out Index3D gridDim, out Index3D groupDim, out SharedMemoryConfig sharedMemoryConfig) =>
        (gridDim, groupDim, sharedMemoryConfig) = (GridDim, GroupDim, SharedMemoryConfig);

    private static void ThrowIfNegative(Index3D extent, string name)
    {
        if (Index3D.Min(extent, Index3D.Zero) != Index3D.Zero)
            throw new ArgumentOutOfRangeException(name, $"An extent of a launch must not be negative, but it is {extent}.");
    }
}
