using FlowLab.Accelerators.Simd;
using FlowLab.Benchmarks.Kernels;
using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Plugins.Planar;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using Written = FlowLab.TestPlugins.GeneratedFlows;

namespace FlowLab.Benchmarks.Generated;

/// <summary>Planar layers whose passes the source generator has written, beside those written by hand: the same parameters, samples and tiles.</summary>
internal static class GeneratedFigures
{
    private const int Layers = 32;
    private const double StateTolerance = 1e-4;
    private const double GradientTolerance = 1e-3;

    public static int Print()
    {
        using Context context = Context.Create(builder => builder.EnableAlgorithms());
        using Accelerator accelerator = context.CreateSimdAccelerator();
        foreach ((int dimension, int batch, int tiles) in new[] { (2, 20_000, 400), (40, 2_000, 40) })
            Print(accelerator, dimension, SampleTiles.Interleaved(batch, tiles));
        ExpressionFigures.Print(accelerator);
        return 0;
    }

    private static void Print(Accelerator accelerator, int dimension, SampleTiles tiles)
    {
        var shape = new FlowShape(dimension, 1);
        using var byHand = new PlanarFlow(new PlanarSettings { Length = Layers }, shape, accelerator);
        using var generated = new Written.PlanarFlow(new Written.LayerSettings { Length = Layers }, shape, accelerator);
        float[] parameters = new float[byHand.ParameterCount];
        byHand.Initialize(new FlowSeeds([0], 0), parameters);
        using var handPass = new FlowPass(accelerator, byHand, parameters, dimension, tiles);
        using var generatedPass = new FlowPass(accelerator, generated, parameters, dimension, tiles);
        Compare(dimension, generatedPass.Results(), handPass.Results());
        Print($"generated.planar.D{dimension}.K{Layers}.forward", new Contest(handPass.Forward, generatedPass.Forward));
        handPass.Forward();
        generatedPass.Forward();
        Print($"generated.planar.D{dimension}.K{Layers}.backward", new Contest(handPass.Backward, generatedPass.Backward));
    }

    private static void Print(string name, Contest contest)
    {
        Figure.Print($"{name}.by_hand", 1 / contest.Median(0), "launches/s");
        Figure.Print($"{name}.generated", 1 / contest.Median(1), "launches/s");
        Figure.Print($"{name}.generated_over_by_hand", contest.Ratio(0, 1), "x");
    }

    private static void Compare(
        int dimension, (float[] State, float[] LogDet, float[] Gradient, float[] ParameterGradient) generated,
        (float[] State, float[] LogDet, float[] Gradient, float[] ParameterGradient) byHand)
    {
        Agreement.Check($"states of D = {dimension}", generated.State, byHand.State, StateTolerance);
        Agreement.Check($"log-dets of D = {dimension}", generated.LogDet, byHand.LogDet, StateTolerance);
        Agreement.Check($"gradients of D = {dimension}", generated.Gradient, byHand.Gradient, GradientTolerance);
        Agreement.Check($"gradients of parameters of D = {dimension}", generated.ParameterGradient, byHand.ParameterGradient, GradientTolerance);
    }
}
