using System.Reflection;

namespace FlowLab.Accelerators.Frontend;

/// <summary>A field of a struct that has fallen apart.</summary>
/// <param name="Field">The field.</param>
/// <param name="First">The position of its first leaf among those of the struct.</param>
/// <param name="Layout">Its own leaves.</param>
internal sealed record FieldPlace(FieldInfo Field, int First, TypeLayout Layout)
{
    internal int Token { get; } = Field.MetadataToken;
}
