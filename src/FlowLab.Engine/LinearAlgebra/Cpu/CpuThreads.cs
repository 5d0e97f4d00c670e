using FlowLab.Accelerators.Simd;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>The threads that kernels run on, for work that is no kernel.</summary>
internal sealed class CpuThreads(SimdAccelerator accelerator)
{
    /// <summary>How often <see cref="Run"/> calls.</summary>
    internal int Count => accelerator.NumThreads;

    /// <summary>Calls <paramref name="work"/> on all threads; the caller is one of them.</summary>
    internal void Run(Action work) => accelerator.RunOnThreads(work);
}
