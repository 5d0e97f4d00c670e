using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Calls;

/// <summary>Matrix products of one kind of device. What comes here was checked and is not empty.</summary>
internal interface IGemmBackend : IDisposable
{
    /// <summary>Who is told of packings; null for nobody.</summary>
    IProductObserver? Observer { get; set; }

    void Multiply(AcceleratorStream stream, in GemmCall call);

    /// <summary>Whether a packed matrix is one of this backend and alive.</summary>
    bool Owns(IPackedMatrix packed);

    IPackedMatrix Pack(AcceleratorStream stream, int seeds, in MatrixView matrix, MatrixSide side);
}
