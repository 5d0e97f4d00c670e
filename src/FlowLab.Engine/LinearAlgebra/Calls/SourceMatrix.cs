using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Calls;

/// <summary>A packed matrix of a device that reads factors as they lie in memory.</summary>
internal sealed class SourceMatrix(IGemmBackend owner, int seeds, in MatrixView source, MatrixSide side) : IPackedMatrix
{
    private bool _isDisposed;

    public MatrixView Source { get; } = source;

    public int Seeds { get; } = seeds;

    public MatrixSide Side { get; } = side;

    public void Refresh(AcceleratorStream stream) => ObjectDisposedException.ThrowIf(_isDisposed, this);

    public void Dispose() => _isDisposed = true;

    internal bool IsOwnedBy(IGemmBackend backend) => owner == backend && !_isDisposed;
}
