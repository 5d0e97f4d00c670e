using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Optimizers.Rules;

/// <summary>
/// Kernels over (parameter, seed): X counts parameters, Y counts seeds. A stopped seed is left as it is. They are inlined into the loop
/// over instances, which saves a copy of their arguments per instance.
/// </summary>
public static class OptimizerKernels
{
    /// <summary>m = momentum m + g; p -= rate (gradientWeight g + velocityWeight m).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sgd(Index2D index, OptimizerView view, SgdRule rule)
    {
        if (view.SeedStatus[index.Y] != 0) return;
        int at = index.Y * view.ParameterCount + index.X;
        float gradient = view.Gradients[at];
        float velocity = rule.Momentum * view.FirstState[at] + gradient;
        view.FirstState[at] = velocity;
        view.Parameters[at] -= view.LearningRate * (rule.GradientWeight * gradient + rule.VelocityWeight * velocity);
    }

    /// <summary>s += g^2; p -= rate g / (sqrt(s) + epsilon).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AdaGrad(Index2D index, OptimizerView view, float epsilon)
    {
        if (view.SeedStatus[index.Y] != 0) return;
        int at = index.Y * view.ParameterCount + index.X;
        float gradient = view.Gradients[at];
        float sum = view.FirstState[at] + gradient * gradient;
        view.FirstState[at] = sum;
        view.Parameters[at] -= view.LearningRate * (gradient / (XMath.Sqrt(sum) + epsilon));
    }

    /// <summary>v = decay v + (1 - decay) g^2; m = momentum m + g / (c sqrt(v) + epsilon); p -= rate m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RmsProp(Index2D index, OptimizerView view, RmsPropRule rule)
    {
        if (view.SeedStatus[index.Y] != 0) return;
        int at = index.Y * view.ParameterCount + index.X;
        float gradient = view.Gradients[at];
        float square = rule.Decay * view.FirstState[at] + rule.NewWeight * (gradient * gradient);
        float velocity = rule.Momentum * view.SecondState[at] + gradient / (XMath.Sqrt(square) * rule.RootCorrection + rule.Epsilon);
        view.FirstState[at] = square;
        view.SecondState[at] = velocity;
        view.Parameters[at] -= view.LearningRate * velocity;
    }

    /// <summary>m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; p -= rate (c1 m) / (sqrt(v) c2 + epsilon).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Adam(Index2D index, OptimizerView view, AdamRule rule)
    {
        if (view.SeedStatus[index.Y] != 0) return;
        int at = index.Y * view.ParameterCount + index.X;
        float gradient = view.Gradients[at];
        float mean = rule.MeanDecay * view.FirstState[at] + rule.MeanNewWeight * gradient;
        float square = rule.SquareDecay * view.SecondState[at] + rule.SquareNewWeight * (gradient * gradient);
        view.FirstState[at] = mean;
        view.SecondState[at] = square;
        float step = rule.MeanCorrection * mean / (XMath.Sqrt(square) * rule.RootCorrection + rule.Epsilon);
        view.Parameters[at] -= view.LearningRate * step;
    }
}
