using FlowLab.Engine.Memory;
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
        Parameters = new GuardedBuffer<float>(accelerator, "parameters", parameters);
        Gradients = new GuardedBuffer<float>(accelerator, "gradients", parameters);
        OptimizerState = new GuardedBuffer<float>(accelerator, "optimizer state", Math.Max(1, StateCount * parameters));
        PartialLosses = new GuardedBuffer<float>(accelerator, "partial losses", (long)seeds * MostTiles);
        Losses = new GuardedBuffer<float>(accelerator, "losses", seeds);
        PartialWorst = new GuardedBuffer<float>(accelerator, "partial worst losses", (long)seeds * MostTiles);
        Worst = new GuardedBuffer<float>(accelerator, "worst losses", seeds);
        Norms = new GuardedBuffer<float>(accelerator, "gradient norms", seeds);
        NormMeans = new GuardedBuffer<float>(accelerator, "mean gradient norms", seeds);
        GradientScales = new GuardedBuffer<float>(accelerator, "gradient scales", seeds);
        Faults = new GuardedBuffer<int>(accelerator, "faults", seeds);
        Status = new GuardedBuffer<int>(accelerator, "status", seeds);
        Seeds = new GuardedBuffer<int>(accelerator, "seeds", seeds);
        Seeds.View.CopyFromCPU([.. definition.Seeds]);
        StartAtZero();
    }

    /// <summary>Parameters per seed, P.</summary>
    public int ParameterCount { get; }

    /// <summary>Buffers of the optimizer, S.</summary>
    public int StateCount { get; }

    /// <summary>[R, P].</summary>
    public GuardedBuffer<float> Parameters { get; }

    /// <summary>[R, P].</summary>
    public GuardedBuffer<float> Gradients { get; }

    /// <summary>[S, R, P].</summary>
    public GuardedBuffer<float> OptimizerState { get; }

    /// <summary>[R, tiles], the used part of it.</summary>
    public GuardedBuffer<float> PartialLosses { get; }

    /// <summary>[R].</summary>
    public GuardedBuffer<float> Losses { get; }

    /// <summary>[R, tiles], the used part of it: the greatest loss of a single sample.</summary>
    public GuardedBuffer<float> PartialWorst { get; }

    /// <summary>[R]: the greatest loss of a single sample of the batch.</summary>
    public GuardedBuffer<float> Worst { get; }

    /// <summary>[R]: norm of the gradient before clipping.</summary>
    public GuardedBuffer<float> Norms { get; }

    /// <summary>[R]: running mean of norms; 0 before the first update.</summary>
    public GuardedBuffer<float> NormMeans { get; }

    /// <summary>[R]: what clipping multiplied the gradient by.</summary>
    public GuardedBuffer<float> GradientScales { get; }

    /// <summary>[R].</summary>
    public GuardedBuffer<int> Faults { get; }

    /// <summary>[R]: 0, or the update at which a seed was stopped.</summary>
    public GuardedBuffer<int> Status { get; }

    /// <summary>[R].</summary>
    public GuardedBuffer<int> Seeds { get; }

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
        OptimizerState.Clear();
        Faults.Clear();
        Status.Clear();
        NormMeans.Clear();
    }
}
