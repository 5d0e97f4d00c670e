using System.Diagnostics;
using FlowLab.DeviceTests.Checks;
using ILGPU.Runtime.Cuda;

namespace FlowLab.DeviceTests;

/// <summary>All checks of a device.</summary>
internal static class DeviceSuite
{
    private const int FaultsShown = 20;

    internal static int Run(CudaAccelerator accelerator)
    {
        using var kernels = new KernelChecks(accelerator);
        return Run("runtime", RuntimeChecks.Of(accelerator))
            + Run("kernels of the differential suite", kernels.Catalog())
            + Run("random programs", kernels.Programs())
            + Run("shipped kernels", ShippedChecks.Of(accelerator))
            + Run("matrix products", ProductChecks.Of(accelerator));
    }

    private static int Run(string group, IEnumerable<DeviceCheck> checks)
    {
        var (count, faults, start) = (0, 0, Stopwatch.GetTimestamp());
        foreach (var check in checks)
        {
            count++;
            if (FaultOf(check) is { } fault && ++faults <= FaultsShown)
                Console.WriteLine($"  FAILED {check.Name}: {fault}");
        }

        Console.WriteLine($"  {group}: {count - faults} of {count} right, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
        return faults;
    }

    private static string? FaultOf(DeviceCheck check)
    {
        try
        {
            return check.Run();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error.Message;
        }
    }
}
