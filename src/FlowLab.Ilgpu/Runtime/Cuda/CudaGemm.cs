namespace ILGPU.Runtime.Cuda;

/// <summary>
/// C = alpha * op(A) * op(B) + beta * C for a number of matrices that lie a stride apart. cuBLAS counts by columns: a matrix whose rows lie
/// one behind the other is its own transpose to it, so row-major C = A * B is asked for as column-major C = B * A.
/// </summary>
internal readonly record struct CudaGemm
{
    /// <summary>Rows of op(A) and C, by columns.</summary>
    internal int M { get; init; }

    /// <summary>Columns of op(B) and C.</summary>
    internal int N { get; init; }

    /// <summary>Columns of op(A), rows of op(B).</summary>
    internal int K { get; init; }

    internal bool TransposesA { get; init; }

    internal bool TransposesB { get; init; }

    internal float Alpha { get; init; }

    internal float Beta { get; init; }

    /// <summary>The address of the first element on the device.</summary>
    internal nint A { get; init; }

    /// <inheritdoc cref="A"/>
    internal nint B { get; init; }

    /// <inheritdoc cref="A"/>
    internal nint C { get; init; }

    /// <summary>Elements from one column to the next.</summary>
    internal int LeadingA { get; init; }

    /// <inheritdoc cref="LeadingA"/>
    internal int LeadingB { get; init; }

    /// <inheritdoc cref="LeadingA"/>
    internal int LeadingC { get; init; }

    /// <summary>Elements from one matrix to the next; 0 where all products share it.</summary>
    internal long StrideA { get; init; }

    /// <inheritdoc cref="StrideA"/>
    internal long StrideB { get; init; }

    /// <inheritdoc cref="StrideA"/>
    internal long StrideC { get; init; }

    internal int Batches { get; init; }

    /// <summary>
    /// Row-major C[m, n] = alpha * op(A)[m, k] * op(B)[k, n] + beta * C, each row a leading dimension behind the last: the same with the
    /// operands exchanged.
    /// </summary>
    internal CudaGemm OfRows() => this with
    {
        M = N, N = M, TransposesA = TransposesB, TransposesB = TransposesA, A = B, B = A, LeadingA = LeadingB, LeadingB = LeadingA,
        StrideA = StrideB, StrideB = StrideA,
    };
}
