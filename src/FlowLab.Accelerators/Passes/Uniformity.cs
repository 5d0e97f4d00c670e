using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>How a value differs between neighbouring instances along X, whose other index components agree.</summary>
internal enum UniformityKind
{
    /// <summary>All instances have the same value.</summary>
    Uniform,

    /// <summary>The value of instance X + 1 is that of X plus a constant (in wrapping arithmetic; of a pointer in bytes).</summary>
    Affine,

    /// <summary>Anything.</summary>
    Varying,
}

/// <summary>A kind with its step per instance: 0 of uniform values, meaningless of varying ones.</summary>
internal readonly record struct Uniformity(UniformityKind Kind, long LaneStride)
{
    internal static readonly Uniformity Uniform = new(UniformityKind.Uniform, 0);
    internal static readonly Uniformity Varying = new(UniformityKind.Varying, 0);

    internal bool IsUniform => Kind == UniformityKind.Uniform;

    internal bool IsVarying => Kind == UniformityKind.Varying;

    internal static Uniformity Affine(long laneStride) => laneStride == 0 ? Uniform : new(UniformityKind.Affine, laneStride);

    public override string ToString() => Kind == UniformityKind.Affine ? $"Affine({LaneStride})" : Kind.ToString();
}
