using FlowLab.Optimization;
using FlowLab.Plugins.Tests.Datasets;

namespace FlowLab.Plugins.Tests.Optimizers;

/// <summary>What holds for every optimizer.</summary>
[TestFixtureSource(typeof(OptimizerLab), nameof(OptimizerLab.Names))]
public sealed class OptimizerTests(string name) : IDisposable
{
    private const int P = OptimizerLab.ParameterCount;

    private static readonly int[] Seeds = [4, 9, 2];

    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Test]
    public void Fifty_updates_match_double_precision()
    {
        using IOptimizer optimizer = OptimizerLab.Create(name, _lab.Accelerator);
        (float[] parameters, float[] state) = OptimizerLab.Run(_lab, optimizer, Seeds);
        for (int i = 0; i < parameters.Length; i++)
        {
            int seed = Seeds[i / P], p = i % P;
            double[] gradients = [.. Enumerable.Range(1, OptimizerLab.Updates).Select(t => (double)OptimizerLab.Gradient(seed, p, t))];
            (double expected, double[] expectedState) =
                OptimizerReference.Run(name, OptimizerLab.Parameter(seed, p), OptimizerLab.LearningRate, gradients);

            // 50 roundings (2^-24 each) of the parameter and as much again from its steps.
            double size = 1 + Math.Abs(expected) + gradients.Max(Math.Abs) * OptimizerLab.LearningRate;
            Assert.That(parameters[i], Is.EqualTo(expected).Within(6e-6 * size), $"seed {seed}, parameter {p}");
            for (int s = 0; s < optimizer.StateNames.Count; s++)
            {
                // A sum of terms of either sign is as exact as its terms are.
                double stateSize = Math.Max(Math.Abs(expectedState[s]), StateTermSize(optimizer.StateNames[s], gradients));
                Assert.That(
                    state[s * parameters.Length + i], Is.EqualTo(expectedState[s]).Within(6e-6 * stateSize), $"state {s} of seed {seed}, parameter {p}");
            }
        }
    }

    [Test]
    public void A_stopped_seed_keeps_every_bit()
    {
        using IOptimizer optimizer = OptimizerLab.Create(name, _lab.Accelerator);
        (float[] parameters, float[] state) = OptimizerLab.Run(_lab, optimizer, Seeds, stoppedSeed: 9);
        (float[] running, float[] runningState) = OptimizerLab.Run(_lab, optimizer, Seeds);
        Assert.That(parameters[P..(2 * P)], Is.EqualTo(Enumerable.Range(0, P).Select(p => OptimizerLab.Parameter(9, p))));
        Assert.That(parameters[..P], Is.EqualTo(running[..P]));
        Assert.That(parameters[(2 * P)..], Is.EqualTo(running[(2 * P)..]));
        for (int s = 0; s < optimizer.StateNames.Count; s++)
        {
            Assert.That(Plane(state, s, 3, 1), Is.All.Zero);
            Assert.That(Plane(state, s, 3, 2), Is.EqualTo(Plane(runningState, s, 3, 2)));
        }
    }

    [Test]
    public void A_seed_ends_with_the_same_bits_alone_and_packed()
    {
        using IOptimizer optimizer = OptimizerLab.Create(name, _lab.Accelerator);
        (float[] packed, float[] packedState) = OptimizerLab.Run(_lab, optimizer, Seeds);
        for (int r = 0; r < Seeds.Length; r++)
        {
            (float[] alone, float[] aloneState) = OptimizerLab.Run(_lab, optimizer, [Seeds[r]]);
            Assert.That(packed[(r * P)..((r + 1) * P)], Is.EqualTo(alone));
            for (int s = 0; s < optimizer.StateNames.Count; s++)
                Assert.That(Plane(packedState, s, 3, r), Is.EqualTo(Plane(aloneState, s, 1, 0)));
        }
    }

    [Test]
    public void One_thread_and_several_end_with_the_same_bits()
    {
        using var sequential = new CpuLab(threads: 1);
        using IOptimizer optimizer = OptimizerLab.Create(name, _lab.Accelerator);
        using IOptimizer sequentialOptimizer = OptimizerLab.Create(name, sequential.Accelerator);
        Assert.That(
            OptimizerLab.Run(sequential, sequentialOptimizer, Seeds).Parameters,
            Is.EqualTo(OptimizerLab.Run(_lab, optimizer, Seeds).Parameters));
    }

    [Test]
    public void State_names_are_distinct()
    {
        using IOptimizer optimizer = OptimizerLab.Create(name, _lab.Accelerator);
        Assert.That(optimizer.StateNames, Is.Unique.And.Not.Empty);
    }

    private double StateTermSize(string state, double[] gradients) => state switch
    {
        "velocity" when name.StartsWith("rmsprop", StringComparison.Ordinal) => 1,
        "velocity" or "mean" => gradients.Max(Math.Abs),
        _ => 0,
    };

    private static float[] Plane(float[] state, int s, int seeds, int position) =>
        state[((s * seeds + position) * P)..((s * seeds + position + 1) * P)];
}
