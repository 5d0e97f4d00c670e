using System.Diagnostics;
using static TorchSharp.torch;

namespace FlowLab.Benchmarks.TorchSharp;

/// <summary>Updates per second with RMSprop, windows back to back.</summary>
internal static class Speed
{
    private const int Windows = 7;
    private const double WindowSeconds = 0.6;
    private const double LearningRate = 1e-5;

    public static object Of(IFreeEnergy model, int batch)
    {
        using optim.Optimizer optimizer = optim.RMSProp(model.Parameters.Values, LearningRate, alpha: 0.99, eps: 1e-8, momentum: 0.9);
        Run(model, optimizer, batch, 2 * WindowSeconds);
        double[] rates = [.. Enumerable.Range(0, Windows).Select(_ => Run(model, optimizer, batch, WindowSeconds)).Order()];
        return new { variant = "torchsharp", steps_per_s = new { median = rates[Windows / 2], min = rates[0], max = rates[^1] }, ms = 1e3 / rates[Windows / 2] };
    }

    private static double Run(IFreeEnergy model, optim.Optimizer optimizer, int batch, double seconds)
    {
        var watch = Stopwatch.StartNew();
        int updates = 0;
        while (watch.Elapsed.TotalSeconds < seconds || updates < 2)
        {
            using IDisposable scope = NewDisposeScope();
            optimizer.zero_grad();
            model.Loss(model.Draw(batch), 1).backward();
            optimizer.step();
            updates++;
        }
        return updates / watch.Elapsed.TotalSeconds;
    }
}
