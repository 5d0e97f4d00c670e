namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>What one thread needs for itself: a wide panel and two tiles.</summary>
internal sealed unsafe class CpuGemmScratch : IDisposable
{
    private readonly AlignedMemory _widePanel = new();
    private readonly AlignedMemory _tiles = new();
    private int _tileLength;

    internal float* WidePanel => _widePanel.Pointer;

    internal float* Tile => _tiles.Pointer;

    internal float* FlippedTile => _tiles.Pointer + _tileLength;

    internal void Reserve(MicroKernelSet kernels, int depth)
    {
        _tileLength = kernels.Narrow * kernels.Wide;
        _widePanel.Reserve((nint)kernels.Wide * depth);
        _tiles.Reserve(2 * _tileLength);
    }

    public void Dispose()
    {
        _widePanel.Dispose();
        _tiles.Dispose();
    }
}
