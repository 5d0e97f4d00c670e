using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>The two kernels of a likelihood, loaded: an instance per sample (X) and seed (Y).</summary>
internal sealed class LikelihoodLaunches
{
    private readonly Action<Index2D, LikelihoodPass> _evaluate;
    private readonly Action<Index2D, LikelihoodPass> _gradient;

    private LikelihoodLaunches(Action<Index2D, LikelihoodPass> evaluate, Action<Index2D, LikelihoodPass> gradient) =>
        (_evaluate, _gradient) = (evaluate, gradient);

    public static LikelihoodLaunches Of(Accelerator accelerator, Action<Index2D, LikelihoodPass> evaluate, Action<Index2D, LikelihoodPass> gradient) =>
        new(accelerator.LoadAutoGroupedStreamKernel(evaluate), accelerator.LoadAutoGroupedStreamKernel(gradient));

    /// <summary>Kernels that take constants.</summary>
    public static LikelihoodLaunches Of<TConstants>(
        Accelerator accelerator, Action<Index2D, LikelihoodPass, TConstants> evaluate, Action<Index2D, LikelihoodPass, TConstants> gradient, TConstants constants)
        where TConstants : unmanaged
    {
        Action<Index2D, LikelihoodPass, TConstants> evaluation = accelerator.LoadAutoGroupedStreamKernel(evaluate);
        Action<Index2D, LikelihoodPass, TConstants> differentiation = accelerator.LoadAutoGroupedStreamKernel(gradient);
        return new((extent, pass) => evaluation(extent, pass, constants), (extent, pass) => differentiation(extent, pass, constants));
    }

    /// <inheritdoc cref="ILikelihood.Evaluate"/>
    public void Evaluate(in LikelihoodPass pass) => _evaluate(new Index2D(pass.Output.Batch, pass.Seeds), pass);

    /// <inheritdoc cref="ILikelihood.EvaluateWithGradient"/>
    public void EvaluateWithGradient(in LikelihoodPass pass) => _gradient(new Index2D(pass.Output.Batch, pass.Seeds), pass);
}
