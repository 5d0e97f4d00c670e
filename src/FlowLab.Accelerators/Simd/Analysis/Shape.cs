using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>How a value differs between the lanes of a vector.</summary>
internal enum ShapeKind
{
    /// <summary>Not computed yet.</summary>
    Unknown,

    /// <summary>The same in all active lanes; kept as one scalar.</summary>
    Uniform,

    /// <summary>Lane i has base + i * stride; kept as one scalar, the base. Pointers count in bytes.</summary>
    Affine,

    /// <summary>Anything; kept as a vector.</summary>
    Varying,
}

/// <inheritdoc cref="ShapeKind"/>
internal readonly record struct Shape(ShapeKind Kind, long Stride)
{
    internal static readonly Shape Unknown = new(ShapeKind.Unknown, 0);
    internal static readonly Shape Uniform = new(ShapeKind.Uniform, 0);
    internal static readonly Shape Varying = new(ShapeKind.Varying, 0);

    // Written out because comparers of enums would have to be compiled first, as what the compiler makes of records uses them.
    public bool Equals(Shape other) => Kind == other.Kind && Stride == other.Stride;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Kind ^ (397 * Stride.GetHashCode());

    internal bool IsUniform => Kind == ShapeKind.Uniform;

    /// <summary>Uniform or affine: one scalar stands for all lanes.</summary>
    internal bool IsScalar => Kind is ShapeKind.Uniform or ShapeKind.Affine;

    internal bool IsVarying => Kind == ShapeKind.Varying;

    internal static Shape Affine(long stride) => stride == 0 ? Uniform : new(ShapeKind.Affine, stride);

    /// <summary>What a value is that is one of two.</summary>
    internal Shape Meet(Shape other)
    {
        if (Kind == ShapeKind.Unknown)
            return other;
        return other.Kind == ShapeKind.Unknown || this == other ? this : Varying;
    }

    /// <summary>The shape of an Int32 or Int64 with this stride.</summary>
    internal Shape Wrap(IRType type) => Kind == ShapeKind.Affine && type == IRType.Int32 ? Affine((int)Stride) : this;
}
