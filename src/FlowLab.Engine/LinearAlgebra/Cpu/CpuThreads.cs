using ILGPU.Runtime.CPU;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>The threads that kernels of the CPU device run on, for work that is no kernel.</summary>
internal sealed class CpuThreads(CPUAccelerator accelerator)
{
#if FLOWLAB_ILGPU
    /// <summary>How often <see cref="Run"/> calls.</summary>
    internal int Count => accelerator.WorkingThreads;

    /// <summary>Calls <paramref name="work"/> on all threads; the caller is one of them.</summary>
    internal void Run(Action work) => accelerator.RunOnThreads(work);
#else
    /// <summary>How often <see cref="Run"/> calls.</summary>
    internal int Count { get; } = accelerator.UsesSequentialExecution ? 1 : Environment.ProcessorCount;

    /// <summary>Calls <paramref name="work"/> on all threads; the caller is one of them.</summary>
    internal void Run(Action work) => Parallel.For(0, Count, _ => work());
#endif
}
