using FlowLab.Optimization;
using ILGPU;
using ILGPU.Algorithms;

namespace MyOptimizer;

/// <summary>One kernel instance per parameter: X = parameter, Y = seed.</summary>
public static class MyOptimizerKernels
{
    public static void Step(Index2D at, OptimizerStep step, float momentum)
    {
        // A seed that has been stopped stays as it is.
        if (step.SeedStatus[at.Y] != 0)
            return;
        int place = at.Y * step.ParameterCount + at.X;
        float gradient = step.Gradients[place];
        float velocity = momentum * step.State[place] + (1f - momentum) * gradient / XMath.Max(1f, XMath.Abs(gradient));
        step.State[place] = velocity;
        step.Parameters[place] -= step.LearningRate * velocity;
    }
}
