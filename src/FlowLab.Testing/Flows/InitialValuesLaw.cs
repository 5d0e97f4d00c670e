using System.Globalization;
using FlowLab.Flows;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>Initial values are finite, the same for a seed whoever shares its launch, and near the identity.</summary>
public sealed class InitialValuesLaw : FlowLaw
{
    /// <summary>How far a layer may move a standard normal point, root mean square per component.</summary>
    private const double MostMoved = 3;

    /// <summary>Nats of log-det that a layer may add per component.</summary>
    private const double MostStretched = 3;

    private static readonly int[] ThreeSeeds = [3, 7, 11];

    /// <inheritdoc/>
    public override string Name => "initial-values";

    /// <inheritdoc/>
    public override string Statement =>
        "Initialize fills every parameter with a finite number that depends on the seed alone, and leaves a flow whose layers move a normal point by at most 3 per component and stretch it by at most 3 nats.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject)
    {
        int[] lengths = subject.IsBrief ? [1, 3] : [1, 3, 64];
        int[] dimensions = subject.IsBrief ? [2] : [1, 2, 17, 512];
        return from length in lengths
               from dimension in dimensions
               select new FlowCase { Dimension = dimension, Length = length, Batch = 64, Seeds = ThreeSeeds, TileSize = 4, IsInterleaved = true, Noise = 0 };
    }

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        LawMeasure values = LawMeasure.Worse(Deviation.OfFinite("initial parameter", Refilled(trial.Flow, trial.Situation.Seeds)), MeasureSeeds(subject, trial));
        return values.Holds ? MeasureDistance(trial) : values;
    }

    /// <summary>Written over NaN, so that what is not filled shows.</summary>
    private static float[] Refilled(IFlow flow, IReadOnlyList<int> seeds)
    {
        var parameters = new float[flow.ParameterCount * seeds.Count];
        Array.Fill(parameters, float.NaN);
        flow.Initialize(new FlowSeeds(seeds, 0), parameters);
        return parameters;
    }

    private static LawMeasure MeasureSeeds(FlowSubject subject, FlowTrial trial)
    {
        int last = trial.Situation.Seeds.Count - 1;
        using IFlow alone = subject.Create(new FlowShape(trial.Situation.Dimension, 1), trial.Situation.Length, trial.Bench);
        float[] expected = Refilled(alone, [trial.Situation.Seeds[last]]);
        return Deviation.OfBits("initial parameter of a seed among others", trial.Initial.AsSpan(last * expected.Length), expected);
    }

    private static LawMeasure MeasureDistance(FlowTrial trial)
    {
        PassResult result = trial.Passes.Forward(trial.Inputs, trial.Points);
        LawMeasure finite = LawMeasure.Worse(Deviation.OfFinite("state", result.State), Deviation.OfFinite("log-det", result.LogDet));
        if (!finite.Holds)
            return finite;
        int layers = Math.Max(1, trial.Flow.Length);
        double moved = Math.Sqrt(result.State.Zip(trial.Points, (to, from) => Math.Pow(to - (double)from, 2)).Average()) / layers;
        double stretched = result.LogDet.Average(Math.Abs) / (layers * trial.Dimension);
        return LawMeasure.Worse(
            new LawMeasure(moved, MostMoved, string.Create(CultureInfo.InvariantCulture, $"a layer moves normal points by {moved:G4} per component, expected {MostMoved} at most")),
            new LawMeasure(stretched, MostStretched, string.Create(CultureInfo.InvariantCulture, $"a layer has a log-det of {stretched:G4} nats per component, expected {MostStretched} at most")));
    }
}
