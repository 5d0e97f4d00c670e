using ILGPU.Runtime.Cuda;

namespace ILGPU.Tests.Cuda.Driver;

/// <summary>A device that the simulated driver shows.</summary>
internal sealed record FakeDevice(string Name, int Major, int Minor)
{
    internal static readonly FakeDevice Usual = new("Test Pascal", 6, 0);

    private const long Memory = 1 << 26;

    private static readonly Dictionary<CudaAttribute, int> Attributes = new()
    {
        [CudaAttribute.MaxThreadsPerBlock] = 1024,
        [CudaAttribute.MaxBlockDimX] = 1024,
        [CudaAttribute.MaxBlockDimY] = 1024,
        [CudaAttribute.MaxBlockDimZ] = 64,
        [CudaAttribute.MaxSharedMemoryPerBlock] = 49152,
        [CudaAttribute.MaxSharedMemoryPerMultiprocessor] = 98304,
        [CudaAttribute.TotalConstantMemory] = 65536,
        [CudaAttribute.WarpSize] = 32,
        [CudaAttribute.MultiprocessorCount] = 4,
        [CudaAttribute.MaxThreadsPerMultiprocessor] = 2048,
        [CudaAttribute.ClockRate] = 1_480_000,
        [CudaAttribute.EccEnabled] = 1,
        [CudaAttribute.PciBusId] = 0x3B,
    };

    /// <summary>The owner forbids computing.</summary>
    internal bool IsProhibited { get; init; }

    /// <summary>The device reads the host's memory when it comes to it, not when it is asked to.</summary>
    internal bool AccessesHostMemory { get; init; }

    internal long MemoryInBytes { get; init; } = Memory;

    internal int Value(CudaAttribute attribute) => attribute switch
    {
        CudaAttribute.ComputeCapabilityMajor => Major,
        CudaAttribute.ComputeCapabilityMinor => Minor,
        CudaAttribute.ComputeMode => IsProhibited ? 2 : 0,
        CudaAttribute.PageableMemoryAccess => AccessesHostMemory ? 1 : 0,
        _ => Attributes.GetValueOrDefault(attribute),
    };
}
