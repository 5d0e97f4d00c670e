namespace ILGPU;

/// <summary>The one-dimensional strides.</summary>
public static partial class Stride1D
{
}
