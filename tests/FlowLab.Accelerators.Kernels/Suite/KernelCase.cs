using FlowLab.Accelerators.Frontend;
namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>A kernel of the suite.</summary>
/// <param name="Name">Its family and method, unique.</param>
/// <param name="Entry">What is loaded.</param>
/// <param name="Launches">The launches, each on fresh data.</param>
/// <param name="Ulps">How far floats may be from those of the C# method.</param>
/// <param name="UsesWarps">Its results depend on the warp size.</param>
internal sealed record KernelCase(string Name, KernelEntry Entry, IReadOnlyList<LaunchDimensions> Launches, int Ulps, bool UsesWarps)
{
    public override string ToString() => Name;
}
