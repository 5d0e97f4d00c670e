using BenchmarkDotNet.Attributes;
using FlowLab.Benchmarks.Toy2d;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>One training step of a planar flow on U1, batch 1000.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private Toy2dCell _cell = null!;

    [Params(2, 8, 32)]
    public int Length { get; set; }

    [Params(1, 8)]
    public int Seeds { get; set; }

    [GlobalSetup]
    public void Create() => _cell = new Toy2dCell("planar", Length, Seeds, 1000);

    [GlobalCleanup]
    public void Dispose() => _cell.Dispose();

    [Benchmark]
    public void Step() => _cell.Session.Step();
}
