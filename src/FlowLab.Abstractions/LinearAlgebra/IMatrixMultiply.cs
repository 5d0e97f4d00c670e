using ILGPU.Runtime;

namespace FlowLab.LinearAlgebra;

/// <summary>
/// Products of float32 matrices for R seeds at once: target = alpha A B + beta target + bias. Registered by the host for the device
/// of a run, asked for in a constructor.
/// <para>
/// Every element is a sum over the inner dimension in an order that depends on that dimension only: the result is the same bit for
/// bit on any number of threads, and for a seed alone or among others. Zeros are multiplied like all numbers (0 NaN is NaN), also by
/// alpha = 0. Products run in the order of the stream, and nothing is allocated per call once the shapes have been seen.
/// </para>
/// Requests that do not fit are refused by a numbered error (FLE020 to FLE025) before anything is written.
/// </summary>
public interface IMatrixMultiply : IDisposable
{
    /// <summary>target = alpha left right + beta target + bias.</summary>
    void Multiply(AcceleratorStream stream, int seeds, in MatrixView left, in MatrixView right, in MatrixOutput output);

    /// <inheritdoc cref="Multiply(AcceleratorStream, int, in MatrixView, in MatrixView, in MatrixOutput)"/>
    void Multiply(AcceleratorStream stream, int seeds, in MatrixView left, IPackedMatrix right, in MatrixOutput output);

    /// <inheritdoc cref="Multiply(AcceleratorStream, int, in MatrixView, in MatrixView, in MatrixOutput)"/>
    void Multiply(AcceleratorStream stream, int seeds, IPackedMatrix left, in MatrixView right, in MatrixOutput output);

    /// <summary>Packs a factor for many products.</summary>
    IPackedMatrix Pack(AcceleratorStream stream, int seeds, in MatrixView matrix, MatrixSide side);
}
