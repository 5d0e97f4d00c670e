using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.Launches;

/// <summary>Is told of every launch once the device has done it. While one is there, launches are waited for one by one.</summary>
internal interface ILaunchObserver
{
    /// <param name="kernel">What was launched.</param>
    /// <param name="bytes">See <see cref="LaunchTraffic"/>.</param>
    /// <param name="start">Time stamp when the launch was asked for.</param>
    /// <param name="end">Time stamp when it was done.</param>
    void Launched(KernelEntry kernel, long bytes, long start, long end);
}
