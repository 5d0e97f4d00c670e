namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Packs a matrix, a run of panels per task.</summary>
internal sealed class CpuPackingRun
{
    private CpuPackedMatrix? _packed;
    private int _next;

    internal CpuPackingRun() => Participate = Work;

    /// <summary>What every thread runs.</summary>
    internal Action Participate { get; }

    internal void Prepare(CpuPackedMatrix packed) => (_packed, _next) = (packed, 0);

    internal void Release() => _packed = null;

    private void Work()
    {
        CpuPackedMatrix packed = _packed!;
        int task;
        while ((task = Interlocked.Increment(ref _next) - 1) < packed.Tasks)
            packed.Pack(task);
    }
}
