using FlowLab.Host.Devices;

namespace FlowLab.Host.Checking;

/// <summary>How threads of the processor are shared out among benches: launches of laws are small, so that two kernels side by side use two cores better than one.</summary>
/// <param name="Benches">Benches side by side.</param>
/// <param name="PerBench">Threads of each; two where there are two, so that races show.</param>
internal readonly record struct CheckThreads(int Benches, int PerBench)
{
    // What a bench holds at most is a few hundred megabytes.
    private const int MostBenches = 8;

    /// <summary>What <c>--threads</c> and the device allow; other devices than the processor have one bench.</summary>
    /// <param name="device">The device's name.</param>
    /// <param name="stated">What <c>--threads</c> says; null: a bench per core.</param>
    /// <exception cref="FlowLabException">It says nothing that could be.</exception>
    public static CheckThreads Of(string device, int? stated)
    {
        int threads = RunDevice.CountThreads(stated), benches = stated is null ? threads : threads / 2;
        return device == DeviceName.Cpu
            ? new CheckThreads(Math.Clamp(benches, 1, MostBenches), stated is 1 ? 1 : 2)
            : new CheckThreads(1, stated ?? Math.Max(2, threads));
    }
}
