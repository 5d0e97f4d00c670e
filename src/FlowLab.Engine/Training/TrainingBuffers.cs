using FlowLab.Engine.Models;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Training;

/// <summary>All device memory of a training session.</summary>
internal sealed class TrainingBuffers : IDisposable
{
    public TrainingBuffers(TrainingDefinition definition, Accelerator accelerator)
    {
        int seeds = definition.Seeds.Count;
        FlowChain chain = definition.Chain;
        Work = new FlowWorkspace(accelerator, chain, seeds, definition.Training.Batch, gradients: true);
        StateCount = definition.Optimizer?.StateNames.Count ?? 0;
        long parameters = Math.Max(1, (long)seeds * chain.ParameterCount);
        Parameters = accelerator.Allocate1D<float>(parameters);
        Gradients = accelerator.Allocate1D<float>(parameters);
        OptimizerState = accelerator.Allocate1D<float>(Math.Max(1, StateCount * parameters));
        PartialGradients = accelerator.Allocate1D<float>(parameters * Work.Tiles.Tiles);
        PartialLosses = accelerator.Allocate1D<float>((long)seeds * Work.Tiles.Tiles);
        Losses = accelerator.Allocate1D<float>(seeds);
        Faults = accelerator.Allocate1D<int>(seeds);
        Status = accelerator.Allocate1D<int>(seeds);
        Seeds = accelerator.Allocate1D<int>([.. definition.Seeds]);
    }

    public FlowWorkspace Work { get; }

    /// <summary>Buffers of the optimizer, S.</summary>
    public int StateCount { get; }

    /// <summary>[R, P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Parameters { get; }

    /// <summary>[R, P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Gradients { get; }

    /// <summary>[S, R, P].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> OptimizerState { get; }

    /// <summary>[R, P, tiles].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> PartialGradients { get; }

    /// <summary>[R, tiles].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> PartialLosses { get; }

    /// <summary>[R].</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Losses { get; }

    /// <summary>[R].</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> Faults { get; }

    /// <summary>[R]: 0, or the update at which a seed was stopped.</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> Status { get; }

    /// <summary>[R].</summary>
    public MemoryBuffer1D<int, Stride1D.Dense> Seeds { get; }

    public void Dispose()
    {
        Work.Dispose();
        Parameters.Dispose();
        Gradients.Dispose();
        OptimizerState.Dispose();
        PartialGradients.Dispose();
        PartialLosses.Dispose();
        Losses.Dispose();
        Faults.Dispose();
        Status.Dispose();
        Seeds.Dispose();
    }
}
