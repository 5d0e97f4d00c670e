using FlowLab.Engine.Latents;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>A likelihood of points of one number each, evaluated with and without gradients, which have to agree to the bit.</summary>
internal sealed class LikelihoodRun
{
    /// <param name="likelihood">Which; of <paramref name="device"/>.</param>
    /// <param name="device">The device.</param>
    /// <param name="points">[N].</param>
    /// <param name="outputs">[outputs, N]: what a generative network would put out.</param>
    /// <param name="scale">The weight of -ln p in the gradients.</param>
    public LikelihoodRun(ILikelihood likelihood, LatentDevice device, float[] points, float[] outputs, float scale = 1)
    {
        int count = points.Length;
        using var x = device.Accelerator.Allocate1D(points);
        using var y = device.Accelerator.Allocate1D(outputs);
        using var log = device.Accelerator.Allocate1D<float>(count);
        LikelihoodPass pass = new(1, new SampleView(x.View, 1, count), new SampleView(y.View, outputs.Length / count, count), log.View, scale);
        likelihood.Evaluate(pass);
        LogLikelihood = log.GetAsArray1D();
        likelihood.EvaluateWithGradient(pass);
        Assert.That(log.GetAsArray1D(), Is.EqualTo(LogLikelihood), "the two passes agree");
        Gradients = y.GetAsArray1D();
    }

    /// <summary>[N].</summary>
    public float[] LogLikelihood { get; }

    /// <summary>[outputs, N].</summary>
    public float[] Gradients { get; }
}
