using System.Globalization;
using FlowLab.Optimization;
using FlowLab.Random;
using FlowLab.Testing.Bench;
using ILGPU.Runtime;

namespace FlowLab.Testing.Optimizers;

/// <summary>An optimizer of a case at work on its bowl.</summary>
internal sealed class OptimizerTrial : IDisposable
{
    private readonly OptimizerCase _situation;
    private readonly LawBench _bench;

    public OptimizerTrial(OptimizerSubject subject, OptimizerCase situation, LawBench bench)
    {
        _situation = situation;
        _bench = bench;
        Optimizer = subject.Create(bench);
        Status = new int[situation.Seeds.Count];
        Parameters =
        [
            .. situation.Seeds.SelectMany(seed =>
            {
                var random = new RandomStream(seed, RandomPurpose.TestData);
                return Enumerable.Range(0, situation.Parameters).Select(_ => (float)(1 + random.NextUniform()));
            }),
        ];
        State = new float[Parameters.Length * Optimizer.StateNames.Count];
    }

    public IOptimizer Optimizer { get; }

    public OptimizerCase Situation => _situation;

    /// <summary>[R, P].</summary>
    public float[] Parameters { get; set; }

    /// <summary>[S, R, P].</summary>
    public float[] State { get; set; }

    /// <summary>[R].</summary>
    public int[] Status { get; set; }

    /// <summary>Seeds whose gradients are NaN.</summary>
    public IReadOnlyList<int> PoisonedSeeds { get; set; } = [];

    /// <summary>Where a step wrote although it must not; empty if nowhere.</summary>
    public string Damage { get; private set; } = "";

    /// <summary>Updates done.</summary>
    public int Update { get; set; }

    /// <summary>The height of each seed's bowl at its parameters.</summary>
    public double[] Heights() => [.. Parameters.Chunk(_situation.Parameters).Select(values => values.Select((p, i) => Curvature(i) * p * p / 2.0).Sum())];

    /// <summary>Makes updates with the gradients of the bowl.</summary>
    public void Run(int updates)
    {
        for (int i = 0; i < updates; i++)
            Step();
    }

    /// <inheritdoc/>
    public void Dispose() => Optimizer.Dispose();

    private void Step()
    {
        Accelerator accelerator = _bench.Accelerator;
        float[] slopes = [.. Parameters.Select((p, i) => PoisonedSeeds.Contains(i / _situation.Parameters) ? float.NaN : Curvature(i % _situation.Parameters) * p)];
        using var parameters = new GuardedBuffer(accelerator, Parameters);
        using var gradients = new GuardedBuffer(accelerator, slopes);
        using var state = new GuardedBuffer(accelerator, State.Length > 0 ? State : [float.NaN]);
        using var status = accelerator.Allocate1D(Status);
        Update++;
        Optimizer.Step(new OptimizerStep(
            _situation.Seeds.Count, _situation.Parameters, parameters.View, gradients.View, state.View, status.View, _situation.LearningRate, Update));
        accelerator.Synchronize();
        Parameters = parameters.Read(out int? touchedParameters);
        float[] after = gradients.Read(out int? touchedGradients), states = state.Read(out int? touchedState);
        State = State.Length > 0 ? states : [];
        Damage += Outside("parameters", touchedParameters) + Outside("gradients", touchedGradients) + Outside("state", touchedState);
        if (!after.AsSpan().SequenceEqual(slopes) && PoisonedSeeds.Count == 0)
            Damage += "the step changed the gradients ";
    }

    private static float Curvature(int parameter) => 0.5f + parameter % 4 * 0.5f;

    private static string Outside(string name, int? touched) =>
        touched is { } place ? string.Create(CultureInfo.InvariantCulture, $"the step wrote outside of the buffer \"{name}\", at [{place}] ") : "";
}
