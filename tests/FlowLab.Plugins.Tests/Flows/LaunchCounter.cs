using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Counts the launches on an accelerator of ours.</summary>
internal sealed class LaunchCounter : ILaunchObserver
{
    private int _launches;

    public static LaunchCounter Attach(Accelerator accelerator)
    {
        var counter = new LaunchCounter();
        ((IObservedAccelerator)accelerator).Observer = counter;
        return counter;
    }

    /// <summary>The launches since the last call.</summary>
    public int Take() => Interlocked.Exchange(ref _launches, 0);

    void ILaunchObserver.Launched(KernelEntry kernel, long bytes, long start, long end) => _launches++;
}
