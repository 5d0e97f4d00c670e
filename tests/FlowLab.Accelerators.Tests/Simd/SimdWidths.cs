using FlowLab.Accelerators.Simd;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>SIMD accelerators of all widths, with several threads, so that launches are cut into pieces.</summary>
internal sealed class SimdWidths : IDisposable
{
    private const int Threads = 2;

    private readonly Context _context = Context.Create(builder => builder.EnableAlgorithms());

    internal SimdWidths() => All = [.. ((int[])[128, 256, 512]).Select(bits => new SimdDevice(Threads, bits).CreateSimdAccelerator(_context))];

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
