namespace FlowLab.LinearAlgebra;

/// <summary>Where a product goes: target = Alpha product + Beta target + bias.</summary>
/// <param name="Target">The result; it shares no memory with the factors, and its seeds share none with each other.</param>
public readonly record struct MatrixOutput(MatrixView Target)
{
    /// <summary>The weight of the product.</summary>
    public float Alpha { get; init; } = 1f;

    /// <summary>The weight of what the target holds; with 0 it is not read, so that it may hold anything, NaN too.</summary>
    public float Beta { get; init; }

    /// <summary>What is added to all rows or columns.</summary>
    public MatrixBias Bias { get; init; }

    /// <summary>
    /// Where the sums of the left factor's rows go; by default none are taken. The left factor must then be given as it lies, not packed, and the
    /// product must have columns: an empty product writes nothing.
    /// </summary>
    public MatrixSums LeftSums { get; init; }

    /// <summary>The product replaces the target.</summary>
    public static MatrixOutput Assign(MatrixView target) => new(target);

    /// <summary>The product is added to the target.</summary>
    public static MatrixOutput Accumulate(MatrixView target) => new(target) { Beta = 1f };
}
