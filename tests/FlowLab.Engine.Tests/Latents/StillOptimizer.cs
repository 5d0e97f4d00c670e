using FlowLab.Optimization;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Changes nothing, so that an update leaves its gradients to be read.</summary>
internal sealed class StillOptimizer : IOptimizer
{
    public IReadOnlyList<string> StateNames => [];

    public void Step(in OptimizerStep step)
    {
    }

    public void Dispose()
    {
    }
}
