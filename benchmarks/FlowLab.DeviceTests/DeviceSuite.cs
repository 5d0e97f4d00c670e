using System.Diagnostics;
using FlowLab.DeviceTests.Checks;
using FlowLab.Engine.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.DeviceTests;

/// <summary>All checks of a device.</summary>
internal static class DeviceSuite
{
    private const int FaultsShown = 20;

    internal static int Run(Accelerator accelerator) =>
        Run("runtime", RuntimeChecks.Of(accelerator))
        + Run("shipped kernels", ShippedChecks.Of(accelerator))
        + Run("matrix products", ProductChecks.Of(accelerator, MatrixMultiply.Of))
        + Run("matrix products, tiled", ProductChecks.Of(accelerator, DeviceProducts.Tiled))
        + Run("training", TrainingChecks.Of(accelerator));

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
            return $"{error.GetType().Name}: {error.InnerException?.Message ?? error.Message}";
        }
    }
}
