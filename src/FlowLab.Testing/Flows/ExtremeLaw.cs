using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>Far points and extreme parameters give numbers; parameters that are no numbers show, and stay with their seed.</summary>
public sealed class ExtremeLaw : FlowLaw
{
    // Of the far points the nearest, beside which parameters that are no numbers are tried as well.
    private const double Near = 1e2;

    private static readonly int[] TwoSeeds = [3, 7];

    /// <inheritdoc/>
    public override string Name => "extremes";

    /// <inheritdoc/>
    public override string Statement =>
        "Points up to 1e6 and parameters ten times their size give finite results in all passes; NaN and infinite parameters end, show in the results, and leave the other seeds as they are.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject)
    {
        foreach ((int dimension, int length) in subject.IsBrief ? [(2, 3)] : new[] { (1, 1), (2, 1), (2, 3), (17, 1) })
        {
            var shape = new FlowCase { Dimension = dimension, Length = length, Batch = 64, Seeds = TwoSeeds, TileSize = 16, IsInterleaved = subject.IsBrief };
            foreach (double spread in new[] { Near, 1e4, 1e6 })
                yield return shape with { Spread = spread };
            foreach (double noise in new[] { 3.0, 10.0 })
                yield return shape with { Noise = noise };
        }
    }

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        AllPasses passes = AllPasses.Of(trial);
        LawMeasure worst = LawMeasure.Exact;
        foreach ((string name, PassResult result) in passes.Each)
            foreach ((string part, float[] values) in result.Parts)
                worst = LawMeasure.Worse(worst, Deviation.OfFinite($"{name}: {part}", values));
        return worst.Holds && trial.Situation.Spread == Near && trial.Situation.Seeds.Count > 1 && trial.Flow.ParameterCount > 0 ? MeasureNonFinite(trial, passes) : worst;
    }

    private static LawMeasure MeasureNonFinite(FlowTrial trial, AllPasses passes)
    {
        int seeds = trial.Situation.Seeds.Count;
        foreach (float value in new[] { float.NaN, float.PositiveInfinity })
        {
            float[] parameters = [.. trial.Inputs.Parameters];
            parameters.AsSpan(0, parameters.Length / seeds).Fill(value);
            AllPasses broken = AllPasses.Of(trial, trial.Inputs with { Parameters = parameters }, trial.Points, trial.PerState, trial.PerLogDet);
            LawMeasure other = broken.SameSeedAs(seeds - 1, seeds, passes, seeds - 1, seeds, $"beside a seed of {value}");
            if (!other.Holds)
                return other;
            if (float.IsNaN(value) && !Shows(broken.Forward, seeds))
                return LawMeasure.Broken("Forward with parameters of NaN gives finite states and log-dets, so that nobody would notice");
        }
        return LawMeasure.Exact;
    }

    private static bool Shows(PassResult result, int seeds) =>
        result.State.Take(result.State.Length / seeds).Concat(result.LogDet.Take(result.LogDet.Length / seeds)).Any(value => !float.IsFinite(value));
}
