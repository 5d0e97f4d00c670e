using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Cells;

/// <summary>The device memory of a training session that does not depend on what is minimised.</summary>
internal sealed class TrainingBuffers : IDisposable
{
    // Sums over tiles are few; a buffer for the most tiles that there can be costs nothing.
    private const int MostTiles = 64;

    public TrainingBuffers(TrainingDefinition definition, Accelerator accelerator)
    {
        int seeds = definition.Seeds.Count;
        ParameterCount = definition.ParameterCount;
        StateCount = definition.Optimizer?.StateNames.Count ?? 0;
        long parameters = Math.Max(1, (long)seeds * ParameterCount);
        Parameters = accelerator.Allocate1D<float>(parameters);
        Gradients = accelerator.Allocate1D<float>(parameters);
        OptimizerState = accelerator.Allocate1D<float>(Math.Max(1, StateCount * parameters));
        PartialLosses = accelerator.Allocate1D<float>((long)seeds * MostTiles);
        Losses = accelerator.Allocate1D<float>(seeds);
        PartialWorst = accelerator.Allocate1D<float>((long)seeds * MostTiles);
        Worst = accelerator.Allocate1D<float>(seeds);
        Norms = accelerator.Allocate1D<float>(seeds);
        NormMeans = accelerator.Allocate1D(new float[seeds]);
        GradientScales = accelerator.Allocate1D<float>(seeds);
        Faults = accelerator.Allocate1D<int>(seeds);
        Status = accelerator.Allocate1D<int>(seeds);
        Seeds = accelerator.Allocate1D<int>([.. definition.Seeds]);
        StartAtZero();
    }

    /// <summary>Parameters per seed, P.</summary>
    public int ParameterCount { get; }

    /// <summary>Buffers of the optimizer, S.</summary>
    public int StateCount { get; }

    /// <summary>[R, P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Parameters { get; }

    /// <summary>[R, P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Gradients { get; }

    /// <summary>[S, R, P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> OptimizerState { get; }

    /// <summary>[R, tiles], the used part of it.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> PartialLosses { get; }

    /// <summary>[R].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Losses { get; }

    /// <summary>[R, tiles], the used part of it: the greatest loss of a single sample.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> PartialWorst { get; }

    /// <summary>[R]: the greatest loss of a single sample of the batch.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Worst { get; }

    /// <summary>[R]: norm of the gradient before clipping.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Norms { get; }

    /// <summary>[R]: running mean of norms; 0 before the first update.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> NormMeans { get; }

    /// <summary>[R]: what clipping multiplied the gradient by.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> GradientScales { get; }

    /// <summary>[R].</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> Faults { get; }

    /// <summary>[R]: 0, or the update at which a seed was stopped.</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> Status { get; }

    /// <summary>[R].</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> Seeds { get; }

    public void Dispose()
    {
        Parameters.Dispose();
        Gradients.Dispose();
        OptimizerState.Dispose();
        PartialLosses.Dispose();
        Losses.Dispose();
        PartialWorst.Dispose();
        Worst.Dispose();
        Norms.Dispose();
        NormMeans.Dispose();
        GradientScales.Dispose();
        Faults.Dispose();
        Status.Dispose();
        Seeds.Dispose();
    }

    /// <summary>The state of an optimizer that has seen nothing, and no seed faulty or stopped. All else is written before it is read.</summary>
    private void StartAtZero()
    {
        OptimizerState.MemSetToZero();
        Faults.MemSetToZero();
        Status.MemSetToZero();
    }
}
