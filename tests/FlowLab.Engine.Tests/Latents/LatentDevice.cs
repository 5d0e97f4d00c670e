using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.Networks;
using FlowLab.LinearAlgebra;
using FlowLab.Networks;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>A device with its matrix products; a test that needs an OpenCL device where there is none is skipped and says so.</summary>
internal sealed class LatentDevice : IDisposable
{
    private readonly Context _context;
    private readonly Lazy<IMatrixMultiply> _products;

    public LatentDevice(Execution execution = Execution.Simd, int threads = 2)
    {
        _context = ContextOf(execution, threads);
        if (execution == Execution.OpenCl && _context.GetCLDevices().Count == 0)
        {
            _context.Dispose();
            Assert.Ignore("There is no OpenCL device.");
        }
        Accelerator = execution == Execution.OpenCl ? _context.CreateCLAccelerator(0) : _context.CreateCPUAccelerator(0);
        _products = new Lazy<IMatrixMultiply>(() => MatrixMultiply.Of(Accelerator));
        Networks = new NetworkFactory(Accelerator, _products);
    }

    public Accelerator Accelerator { get; }

    public INetworkFactory Networks { get; }

    public void Dispose()
    {
        if (_products.IsValueCreated)
            _products.Value.Dispose();
        Accelerator.Dispose();
        _context.Dispose();
    }

    private static Context ContextOf(Execution execution, int threads) => Context.Create(builder => _ = execution switch
    {
        Execution.OpenCl => builder.OpenCL(),
        Execution.Reference => builder.CPU(new CPUDevice(2, 1, threads)).Assertions(),
        _ => builder.CPU(new CPUDevice(2, 1, threads)),
    });
}
