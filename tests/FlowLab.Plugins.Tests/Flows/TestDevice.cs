using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>A CPU device with a chosen number of threads.</summary>
internal sealed class TestDevice(int threads) : IDisposable
{
    private readonly KernelLab _lab = KernelLab.Open(threads: threads);

    public Accelerator Accelerator => _lab.Accelerator;

    public void Dispose() => _lab.Dispose();
}
