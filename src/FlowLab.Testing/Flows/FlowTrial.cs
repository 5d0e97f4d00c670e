using FlowLab.Flows;
using FlowLab.Plugins;
using FlowLab.Random;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>A flow of a case, built and initialized, with its numbers.</summary>
internal sealed class FlowTrial : IDisposable
{
    /// <summary>Beyond that many parameters a seed has no place in a check.</summary>
    public const int MostParameters = 1_000_000;

    /// <summary>The same for chains: what a layer with more does, it does in a flow of one.</summary>
    private const int MostInChains = 200_000;

    /// <summary>Beyond that many dimensions derivatives are taken at fewer places.</summary>
    private const int MostNarrow = 64;

    private const double NudgeStep = 4.76837158203125e-7;

    public FlowTrial(FlowSubject subject, FlowCase situation, LawBench bench)
    {
        Situation = situation;
        Bench = bench;
        Flow = subject.Create(new FlowShape(situation.Dimension, situation.Seeds.Count), situation.Length, bench);
        Passes = new FlowPasses(bench, Flow, situation.Dimension);
        Initial = new float[Flow.ParameterCount * situation.Seeds.Count];
        if (IsTooLarge)
            return;
        Flow.Initialize(new FlowSeeds(situation.Seeds, 0), Initial);
        Inputs = new FlowInputs(
            Dimension, situation.Seeds.Count, situation.Tiles, situation.IsAmortized, DrawParameters(), DrawContext(), Flow.Length);
        Points = situation.Points is { } points ? [.. points] : Draw(RandomPurpose.TestData, Dimension, situation.Spread);
        CheckLengths();
    }

    public FlowCase Situation { get; }

    public LawBench Bench { get; }

    public IFlow Flow { get; }

    public FlowPasses Passes { get; }

    /// <summary>Components of a point: D, and the flow's auxiliary variables.</summary>
    public int Dimension => Situation.Dimension + Flow.AuxiliaryLength;

    /// <summary>Whether the flow has too many parameters to be tried in this shape.</summary>
    public bool IsTooLarge => Flow.ParameterCount > (Situation.Length > 1 ? MostInChains : MostParameters) || (Situation.IsAmortized && (long)Flow.ParameterCount * Situation.Batch > 4L * MostParameters);

    /// <summary>Whether there are so many dimensions that derivatives are taken along directions, and by themselves only at some places.</summary>
    public bool IsWide => Situation.Dimension > MostNarrow;

    /// <summary>The steps of differences of losses.</summary>
    public StepLadder Ladder => IsWide ? StepLadder.Short : StepLadder.Full;

    /// <summary>The initial parameters, [R, P].</summary>
    public float[] Initial { get; }

    public FlowInputs Inputs { get; } = null!;

    /// <summary>z0, [R, D, B].</summary>
    public float[] Points { get; } = [];

    /// <summary>dL/dzK or dL/dz0, [R, D, B].</summary>
    public float[] PerState => field ??= Draw(RandomPurpose.EvaluationNoise, Dimension, 1);

    /// <summary>dL/dlog-det, [R, B].</summary>
    public float[] PerLogDet => field ??= Draw(RandomPurpose.Shuffling, 1, 1);

    /// <summary>The case with its numbers spelled out, where they are few enough for somebody to read.</summary>
    public FlowCase Spelled => Situation with { Parameters = Inputs.Parameters, Points = Points };

    /// <summary>Normal numbers, [R, features, B]; those of a seed do not depend on the other seeds.</summary>
    public float[] Draw(RandomPurpose purpose, int features, double deviation) =>
    [
        .. Situation.Seeds.SelectMany(seed =>
        {
            var random = new RandomStream(seed, purpose, features);
            return Enumerable.Range(0, features * Situation.Batch).Select(_ => (float)(deviation * random.NextNormal()));
        }),
    ];

    /// <summary>States [R, D, B] moved by some units in the last place: what that does to a result is how exact the result can be.</summary>
    /// <param name="states">The states.</param>
    /// <param name="direction">1 or -1: at a kink only one of two opposite nudges leads to the other side.</param>
    public float[] Nudge(float[] states, int direction)
    {
        float[] signs = Draw(RandomPurpose.Binarization, Dimension, 1);
        return [.. states.Zip(signs, (value, sign) => (float)(value + direction * Math.Sign(sign) * NudgeStep * (1 + Math.Abs(value))))];
    }

    /// <inheritdoc/>
    public void Dispose() => Flow.Dispose();

    private float[] DrawParameters()
    {
        if (Situation.Parameters is { } given)
            return [.. given];
        int count = Flow.ParameterCount, copies = Situation.IsAmortized ? Situation.Batch : 1;
        var parameters = new float[Initial.Length * copies];
        for (int seed = 0; seed < Situation.Seeds.Count; seed++)
        {
            var random = new RandomStream(Situation.Seeds[seed], RandomPurpose.TrainingNoise);
            for (int i = seed * count * copies; i < (seed + 1) * count * copies; i++)
                parameters[i] = Initial[i / copies] + (float)(Situation.Noise * random.NextNormal());
        }
        return parameters;
    }

    private float[] DrawContext()
    {
        int count = Flow.ContextLength, tiles = Situation.Tiles.Tiles;
        var perSeed = new float[count * Situation.Seeds.Count];
        if (count > 0)
            Flow.InitializeContext(new FlowSeeds(Situation.Seeds, 0), perSeed);
        return [.. perSeed.SelectMany(value => Enumerable.Repeat(value, tiles))];
    }

    private void CheckLengths()
    {
        int parameters = Flow.ParameterCount * Situation.Seeds.Count * (Situation.IsAmortized ? Situation.Batch : 1);
        int points = Dimension * Situation.Seeds.Count * Situation.Batch;
        if (Inputs.Parameters.Length != parameters || Points.Length != points)
            throw new ComponentSettingsException(
                $"the case has {Inputs.Parameters.Length} parameters and {Points.Length} numbers of points; the flow in this shape has {parameters} and {points}");
    }
}
