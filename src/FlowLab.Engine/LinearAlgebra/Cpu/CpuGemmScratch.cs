using FlowLab.Engine.Memory;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>What one thread needs for itself: a wide panel, a tile, and zeros for a bias that there is not.</summary>
internal sealed unsafe class CpuGemmScratch : IDisposable
{
    private readonly AlignedMemory _widePanel = new();
    private readonly AlignedMemory _tiles = new();
    private readonly int _tileLength;

    internal CpuGemmScratch(MicroKernelSet kernels)
    {
        _tileLength = kernels.Narrow * kernels.Wide;
        _tiles.Reserve(2 * _tileLength);
        new Span<float>(Zeros, _tileLength).Clear();
    }

    internal float* WidePanel => _widePanel.Pointer;

    internal float* Tile => _tiles.Pointer;

    internal float* Zeros => _tiles.Pointer + _tileLength;

    internal void Reserve(nint widePanelLength) => _widePanel.Reserve(widePanelLength);

    public void Dispose()
    {
        _widePanel.Dispose();
        _tiles.Dispose();
    }
}
