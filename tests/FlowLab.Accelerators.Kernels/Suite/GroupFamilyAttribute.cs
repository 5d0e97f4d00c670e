namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>A class whose static methods without results are test kernels over grids of groups.</summary>
/// <param name="shapes">The grids and groups that each is launched with.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class GroupFamilyAttribute(GroupShapes shapes) : Attribute
{
    public GroupShapes Shapes { get; } = shapes;

    /// <summary>Bytes of dynamic shared memory.</summary>
    public int SharedBytes { get; init; }
}
