using FlowLab.Optimization;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Tests.Datasets;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Optimizers;

/// <summary>Optimizers by name, and runs of some updates on gradients that depend on the seed, the parameter and the update only.</summary>
internal static class OptimizerLab
{
    public const int ParameterCount = 257;
    public const int Updates = 50;
    public const float LearningRate = 0.01f;

    public static readonly string[] Names = ["sgd", "sgd-momentum", "sgd-nesterov", "adagrad", "rmsprop", "rmsprop-corrected", "adam"];

    public static IOptimizer Create(string name, Accelerator accelerator) => name switch
    {
        "sgd" => new Sgd(new SgdSettings(), accelerator),
        "sgd-momentum" => new Sgd(new SgdSettings { Momentum = 0.8 }, accelerator),
        "sgd-nesterov" => new Sgd(new SgdSettings { Momentum = 0.8, Nesterov = true }, accelerator),
        "adagrad" => new AdaGrad(new AdaGradSettings(), accelerator),
        "rmsprop" => new RmsProp(new RmsPropSettings(), accelerator),
        "rmsprop-corrected" => new RmsProp(new RmsPropSettings { BiasCorrection = true }, accelerator),
        "adam" => new Adam(new AdamSettings(), accelerator),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such optimizer."),
    };

    public static float Parameter(int seed, int parameter) => (float)Math.Sin(seed + 0.1 * parameter);

    /// <summary>Of very different sizes, as those of a deep network are.</summary>
    public static float Gradient(int seed, int parameter, int update) =>
        (float)(Math.Pow(10, parameter % 9 - 5) * (0.3 + Math.Cos(1.7 * update + seed + parameter)));

    /// <summary>Parameters [R, P] and state [S, R, P] after <see cref="Updates"/> updates; those of the stopped seed get NaN as gradients.</summary>
    public static (float[] Parameters, float[] State) Run(CpuLab lab, IOptimizer optimizer, int[] seeds, int stoppedSeed = -1)
    {
        int length = seeds.Length * ParameterCount;
        using MemoryBuffer1D<float, Stride1D.Dense> parameters = lab.Upload(Fill(seeds, Parameter));
        using MemoryBuffer1D<float, Stride1D.Dense> gradients = lab.Upload(new float[length]);
        using MemoryBuffer1D<float, Stride1D.Dense> state = lab.Upload(new float[optimizer.StateNames.Count * length]);
        using MemoryBuffer1D<int, Stride1D.Dense> status = lab.Upload(seeds.Select(seed => seed == stoppedSeed ? 3 : 0).ToArray());
        for (int update = 1; update <= Updates; update++)
        {
            int now = update;
            gradients.View.CopyFromCPU(Fill(seeds, (seed, p) => seed == stoppedSeed ? float.NaN : Gradient(seed, p, now)));
            optimizer.Step(new OptimizerStep(
                seeds.Length, ParameterCount, parameters.View, gradients.View, state.View, status.View, LearningRate, update));
        }

        return (lab.Download(parameters), lab.Download(state));
    }

    private static float[] Fill(int[] seeds, Func<int, int, float> value) =>
        [.. seeds.SelectMany(seed => Enumerable.Range(0, ParameterCount).Select(p => value(seed, p)))];
}
