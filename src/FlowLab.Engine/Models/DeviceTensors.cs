using FlowLab.Engine.Memory;
using FlowLab.Kernels;
using ILGPU.Runtime;

namespace FlowLab.Engine.Models;

/// <summary>Tensors [R, N, B] on a device that live and die together.</summary>
internal sealed class DeviceTensors(Accelerator accelerator, int seeds) : IDisposable
{
    private readonly List<GuardedBuffer<float>> _buffers = [];

    /// <summary>[R, <paramref name="features"/>, <paramref name="batch"/>], of undefined content.</summary>
    /// <param name="name">What it holds, for messages.</param>
    /// <param name="features">Features N.</param>
    /// <param name="batch">Samples B.</param>
    public SampleView Allocate(string name, int features, int batch)
    {
        long length = (long)seeds * features * batch;
        if (length > int.MaxValue)
        {
            throw new FlowLabEngineException(
                $"FLE001: a tensor of {seeds} seeds x {features} features x {batch} samples has {length} elements; at most {int.MaxValue} fit. " +
                "Use fewer seeds at once, a smaller batch or a shorter flow.");
        }
        GuardedBuffer<float> buffer = new(accelerator, FormattableString.Invariant($"{name} [{seeds} seeds, {features}, {batch}]"), Math.Max(1, length));
        _buffers.Add(buffer);
        return new SampleView(buffer.View, features, batch);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (GuardedBuffer<float> buffer in _buffers)
            buffer.Dispose();
        _buffers.Clear();
    }
}
