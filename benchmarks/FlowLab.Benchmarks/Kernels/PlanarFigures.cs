using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Plugins.Planar;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>
/// 100,000 samples through 32 planar layers in two dimensions with log-det, beside a loop written by hand with MathF, and beside the kernel's
/// own C# method called in a loop, both on every processor. Each takes the tiles that suit it: neighbouring lanes neighbouring samples, a
/// loop runs of samples.
/// </summary>
internal sealed class PlanarFigures(Accelerator accelerator)
{
    private const int Batch = 100_000;
    private const int Layers = 32;
    private const int Dimension = 2;

    /// <summary>Divides the batch, and is no power of two: samples of a tile 8192 bytes apart would all want the same few places in a cache.</summary>
    private const int VectorTiles = 2000;

    private const int LoopTile = 128;
    private const double Tolerance = 1e-5;

    public void Print()
    {
        using PlanarFlow flow = new(new PlanarSettings { Length = Layers }, new FlowShape(Dimension, 1), accelerator);
        float[] parameters = new float[flow.ParameterCount];
        flow.Initialize(new FlowSeeds([0], 0), parameters);
        using var weights = accelerator.Allocate1D(parameters);
        using var samples = accelerator.Allocate1D(RandomData.Uniform(Dimension * Batch, 6, 2f));
        using PlanarPass own = new(accelerator, flow, weights, SampleTiles.Interleaved(Batch, VectorTiles));
        using PlanarPass loop = new(accelerator, flow, weights, SampleTiles.Contiguous(Batch, LoopTile));
        Action launch = () =>
        {
            own.Start(samples);
            flow.Forward(own.Pass);
            accelerator.Synchronize();
        };
        Action call = () =>
        {
            loop.Start(samples);
            HostThreads.Run(loop.Pass.Batch.Tiles.Tiles, (from, to) => Call(loop.Pass, from, to));
        };
        ScalarPlanar scalar = new(flow, parameters);
        float[] start = samples.GetAsArray1D(), state = new float[start.Length], logDet = new float[Batch];
        Action byHand = () =>
        {
            start.CopyTo(state, 0);
            HostThreads.Run(Batch, (from, to) => scalar.Run(state, logDet, from, to));
        };
        launch();
        call();
        byHand();
        Agreement.Check("planar states by hand", own.State(), state, Tolerance);
        Agreement.Check("planar log-dets by hand", own.LogDet(), logDet, 10 * Tolerance);
        Agreement.Check("planar states", own.State(), loop.State(), Tolerance);
        Agreement.Check("planar log-dets", own.LogDet(), loop.LogDet(), Tolerance);
        Contest contest = new(launch, byHand, call);
        Figure.Print("kernels.cpu.planar.100k.K32.time", 1e3 * contest.Median(0), "ms");
        Figure.Print("kernels.cpu.planar.100k.K32.scalar_loop", 1e3 * contest.Median(1), "ms");
        Figure.Print("kernels.cpu.planar.100k.K32.scalar_loop_over_time", contest.Ratio(1, 0), "x");
        Figure.Print("kernels.cpu.planar.100k.K32.own_method_in_a_loop", 1e3 * contest.Median(2), "ms");
        Figure.Print("kernels.cpu.planar.100k.K32.own_method_in_a_loop_over_time", contest.Ratio(2, 0), "x");
    }

    private static void Call(FlowForward pass, int from, int to)
    {
        for (int tile = from; tile < to; tile++)
            PlanarKernels.Forward(new Index2D(tile, 0), pass);
    }
}
