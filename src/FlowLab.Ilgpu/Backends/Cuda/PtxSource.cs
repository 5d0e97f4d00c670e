namespace ILGPU.Backends.Cuda;

/// <summary>A kernel as PTX, and what a launch of it needs to know.</summary>
/// <param name="Text">The module.</param>
/// <param name="EntryPoint">The name of its entry.</param>
/// <param name="Arguments">The parameters of the entry.</param>
/// <param name="IsGrouped">Launched with a grid of groups; else one thread runs per point of the index space.</param>
/// <param name="UsesGroups">The kernel sees how it is grouped.</param>
/// <param name="SharedSizeInBytes">Shared memory per group, without the dynamic one.</param>
internal sealed record PtxSource(
    string Text, string EntryPoint, IReadOnlyList<PtxArgument> Arguments, bool IsGrouped, bool UsesGroups, int SharedSizeInBytes)
{
    /// <summary>The arguments that say how large the index space is.</summary>
    internal PtxArgument[] Extents { get; } = [.. Arguments.Where(argument => argument.Source is null)];

    /// <summary>The size of the buffer of all arguments.</summary>
    internal int ArgumentsSizeInBytes { get; } = PtxArgumentList.SizeOf(Arguments);
}
