namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>
/// A class whose static methods with an index are test kernels. Their parameters are filled by type and name: see <see cref="KernelData"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KernelFamilyAttribute : Attribute
{
    /// <summary>Extents to launch over, one after the other; when there are none, the number of pairs of special values.</summary>
    public int[] Extents { get; init; } = [];
}
