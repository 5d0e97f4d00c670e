using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>Tensors [R, N, B] on a device that live and die together.</summary>
internal sealed class DeviceTensors(Accelerator accelerator, int seeds) : IDisposable
{
    private readonly List<MemoryBuffer> _buffers = [];

    /// <summary>[R, <paramref name="features"/>, <paramref name="batch"/>], zero.</summary>
    public SampleView Allocate(int features, int batch)
    {
        long length = (long)seeds * features * batch;
        if (length > int.MaxValue)
        {
            throw new FlowLabEngineException(
                $"FLE001: a tensor of {seeds} seeds x {features} features x {batch} samples has {length} elements; at most {int.MaxValue} fit. " +
                "Use fewer seeds at once, a smaller batch or a shorter flow.");
        }
        MemoryBuffer1D<float, Stride1D.Dense> buffer = accelerator.Allocate1D<float>(Math.Max(1, length));
        _buffers.Add(buffer);
        return new SampleView(buffer.View, features, batch);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (MemoryBuffer buffer in _buffers)
            buffer.Dispose();
        _buffers.Clear();
    }
}
