using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Memory of the device for the addresses of a batch: 16 bytes per sample. It grows to the largest batch that was asked for.</summary>
internal sealed class AddressBuffer(Accelerator accelerator) : IDisposable
{
    private MemoryBuffer1D<int, Stride1D.Dense>? _rows;
    private MemoryBuffer1D<int, Stride1D.Dense>? _seeds;
    private MemoryBuffer1D<long, Stride1D.Dense>? _epochs;

    /// <summary>Room for [R, B] addresses; what was there is lost.</summary>
    public PointAddresses Of(int seeds, int batch)
    {
        long length = (long)seeds * batch;
        if (_rows is null || _rows.Length < length)
            Allocate(length);
        return new PointAddresses(_rows!.View.BaseView, _seeds!.View.BaseView, _epochs!.View.BaseView, batch);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows?.Dispose();
        _seeds?.Dispose();
        _epochs?.Dispose();
    }

    private void Allocate(long length)
    {
        // A kernel that is still queued may use the old memory.
        accelerator.Synchronize();
        Dispose();
        _rows = accelerator.Allocate1D<int>(length);
        _seeds = accelerator.Allocate1D<int>(length);
        _epochs = accelerator.Allocate1D<long>(length);
    }
}
