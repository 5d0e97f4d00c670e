namespace ILGPU.Backends.Cuda;

/// <summary>What PTX is written for.</summary>
internal sealed record PtxOptions
{
    /// <summary>The largest group that the kernel is launched with; null where it may be any.</summary>
    internal int? MaxThreads { get; init; }

    /// <summary>How many groups a multiprocessor should hold at least; needs <see cref="MaxThreads"/>.</summary>
    internal int? MinGroups { get; init; }

    /// <summary>Comments name the lines of the C# source that instructions come from.</summary>
    internal bool HasSourceLines { get; init; }
}
