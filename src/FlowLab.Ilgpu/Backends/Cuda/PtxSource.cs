namespace ILGPU.Backends.Cuda;

/// <summary>A kernel as PTX, and what a launch of it needs to know.</summary>
/// <param name="Name">The name of the entry.</param>
/// <param name="Text">The module.</param>
/// <param name="Parameters">The parameters of the entry.</param>
/// <param name="IsGrouped">Launched with a grid of groups; else one thread runs per point of the index space.</param>
/// <param name="UsesGroups">The kernel sees how it is grouped.</param>
/// <param name="SharedSizeInBytes">Shared memory per group, without the dynamic one.</param>
internal sealed record PtxSource(
    string Name, string Text, IReadOnlyList<PtxArgument> Parameters, bool IsGrouped, bool UsesGroups, int SharedSizeInBytes)
{
    /// <summary>The size of the buffer of all arguments.</summary>
    internal int ArgumentsSizeInBytes => PtxArgumentList.SizeOf(Parameters);
}
