using ILGPU.Runtime;

namespace FlowLab.LinearAlgebra;

/// <summary>
/// A factor in the order in which the device multiplies fastest, made once for many products: weights within a step. It belongs to
/// the <see cref="IMatrixMultiply"/> that made it. What the source holds when a product runs must be what it held at the last
/// <see cref="Refresh"/>: a device that needs no other order reads the source itself.
/// </summary>
public interface IPackedMatrix : IDisposable
{
    /// <summary>The matrix in its own order.</summary>
    MatrixView Source { get; }

    /// <summary>Seeds, R.</summary>
    int Seeds { get; }

    /// <summary>The side of a product that it can stand on.</summary>
    MatrixSide Side { get; }

    /// <summary>Takes over the values that the source holds now; to be called after they changed.</summary>
    void Refresh(AcceleratorStream stream);
}
