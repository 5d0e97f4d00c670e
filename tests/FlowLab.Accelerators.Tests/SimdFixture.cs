using FlowLab.Accelerators.Simd;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests;

/// <summary>A context with one SIMD accelerator.</summary>
internal sealed class SimdFixture : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.EnableAlgorithms().Profiling());

    /// <param name="threads">Threads that a launch runs on.</param>
    /// <param name="vectorBits">The width of the vectors; 0 for the widest of the machine.</param>
    /// <param name="isChecked">Whether accesses to views are checked.</param>
    internal SimdFixture(int threads = 2, int vectorBits = 0, bool isChecked = false) =>
        Accelerator = new SimdDevice(threads, vectorBits) { IsChecked = isChecked }.CreateSimdAccelerator(_context);

    internal SimdAccelerator Accelerator { get; }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
