using FlowLab.Optimization;
using FlowLab.Plugins;
using ILGPU;
using ILGPU.Runtime;

namespace PlantedParts;

/// <summary>Momentum, right or with one mistake.</summary>
[Optimizer("planted-optimizer", Summary = "Momentum with a mistake of your choice.")]
public sealed class PlantedOptimizer(PlantedOptimizerSettings settings, Accelerator accelerator) : IOptimizer
{
    private readonly Action<Index2D, OptimizerStep, float, int> _step = accelerator.LoadAutoGroupedStreamKernel<Index2D, OptimizerStep, float, int>(Step);
    private int _steps;

    public IReadOnlyList<string> StateNames { get; } = ["velocity"];

    public static void Step(Index2D at, OptimizerStep step, float kept, int mistake)
    {
        if (step.SeedStatus[at.Y] != 0 && mistake != (int)PlantedOptimizerMistake.MovesStopped)
            return;
        int place = at.Y * step.ParameterCount + at.X;
        float velocity = 0.9f * step.State[place] + 0.1f * step.Gradients[place];
        step.State[place] = velocity;
        step.Parameters[place] -= (mistake == (int)PlantedOptimizerMistake.Uphill ? -step.LearningRate : step.LearningRate) * (velocity + kept);
        if (mistake == (int)PlantedOptimizerMistake.PastTheEnd && at.X == step.ParameterCount - 1 && at.Y == step.Seeds - 1)
            step.Parameters[place + 1] = 0f;
    }

    void IOptimizer.Step(in OptimizerStep step)
    {
        float kept = settings.Mistake == PlantedOptimizerMistake.StateKept ? 1e-3f * _steps++ : 0;
        _step(new Index2D(step.ParameterCount, step.Seeds), step, kept, (int)settings.Mistake);
    }

    public void Dispose()
    {
    }
}
