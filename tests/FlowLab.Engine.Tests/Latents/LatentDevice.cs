using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.Networks;
using FlowLab.LinearAlgebra;
using FlowLab.Networks;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>A device with its matrix products.</summary>
internal sealed class LatentDevice : IDisposable
{
    private readonly KernelLab _lab;
    private readonly Lazy<IMatrixMultiply> _products;

    public LatentDevice(KernelDevice device = KernelDevice.Simd, int threads = 2)
    {
        _lab = KernelLab.Open(device, threads);
        _products = new Lazy<IMatrixMultiply>(() => MatrixMultiply.Of(Accelerator));
        Networks = new NetworkFactory(Accelerator, _products);
    }

    public Accelerator Accelerator => _lab.Accelerator;

    public INetworkFactory Networks { get; }

    public void Dispose()
    {
        if (_products.IsValueCreated)
            _products.Value.Dispose();
        _lab.Dispose();
    }
}
