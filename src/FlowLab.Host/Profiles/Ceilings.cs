using FlowLab.Accelerators.Simd;
using FlowLab.Engine.Ceilings;

namespace FlowLab.Host.Profiles;

/// <summary>What the device can do at best.</summary>
/// <param name="OperationsPerSecond">Floating-point operations per second in fused multiply-adds.</param>
/// <param name="BytesPerSecond">Bytes per second between memory and registers, read and written.</param>
/// <param name="Description">How both were reached.</param>
internal sealed record Ceilings(double OperationsPerSecond, double BytesPerSecond, string Description)
{
    /// <summary>Measures them.</summary>
    public static Ceilings Of(SimdAccelerator accelerator)
    {
        var operations = FmaPeak.Measure(accelerator);
        var bytes = MemoryPeak.Measure(accelerator);
        return new Ceilings(operations.Rate, bytes.Rate, $"fused multiply-adds: {operations.Description}; memory: {bytes.Description}");
    }
}
