using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Benchmarks.Results;

/// <summary>What figures were measured on.</summary>
internal static class Machine
{
    private static readonly string[] Settings = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "DOTNET_EnableAVX512F", "DOTNET_TieredPGO"];

    public static string Describe()
    {
        string vectors = Vector512.IsHardwareAccelerated ? "512" : Vector256.IsHardwareAccelerated ? "256" : "128";
        string[] set = [.. Settings.Where(name => Environment.GetEnvironmentVariable(name) is not null).Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}")];
        string load = File.Exists("/proc/loadavg") ? $", load average {File.ReadAllText("/proc/loadavg").Split(' ')[2]} over the last 15 minutes" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} processors ({Processor()}), vectors of {vectors} bits, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}{load}; {(set.Length == 0 ? "no settings in the environment" : string.Join(", ", set))}.");
    }

    private static string Processor()
    {
        string? line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
