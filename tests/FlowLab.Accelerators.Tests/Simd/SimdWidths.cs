using FlowLab.Accelerators.Simd;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>SIMD accelerators of all widths.</summary>
internal sealed class SimdWidths : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.EnableAlgorithms());

    /// <param name="threads">Several, so that launches are cut into pieces, but for kernels whose instances need an order.</param>
    internal SimdWidths(int threads = 2) => All = [.. ((int[])[128, 256, 512]).Select(bits => new SimdDevice(threads, bits).CreateSimdAccelerator(_context))];

    internal IReadOnlyList<SimdAccelerator> All { get; }

    internal static LaunchDimensions DimensionsOf(Type index, int extent)
    {
        if (index == typeof(Index1D))
            return LaunchDimensions.Of((Index1D)extent);
        return index == typeof(Index2D) ? LaunchDimensions.Of(new Index2D(extent, 3)) : LaunchDimensions.Of(new Index3D(extent, 2, 2));
    }

    public void Dispose()
    {
        foreach (var accelerator in All)
            accelerator.Dispose();
        _context.Dispose();
    }
}
