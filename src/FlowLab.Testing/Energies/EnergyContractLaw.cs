using FlowLab.Energies;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Energies;

/// <summary>What an energy says of itself makes sense, and on the plane exp(-U) can be normalized on its grid.</summary>
public sealed class EnergyContractLaw : EnergyLaw
{
    private const int CoarseResolution = 100;

    /// <inheritdoc/>
    public override string Name => "contract";

    /// <inheritdoc/>
    public override string Statement => "Dimension is at least 1; of a two-dimensional energy the grids are squares with cells, and the sum of exp(-U) over the integration grid is positive and finite.";

    /// <inheritdoc/>
    public override IEnumerable<EnergyCase> Cases(EnergySubject subject) => [new()];

    private protected override LawMeasure Measure(EnergyTrial trial)
    {
        if (trial.Energy.Dimension < 1)
            return LawMeasure.Broken($"Dimension is {trial.Energy.Dimension}, expected at least 1");
        if (trial.Energy.Dimension != 2)
            return LawMeasure.Exact;
        foreach ((string name, EnergyGrid grid) in new[] { ("IntegrationGrid", trial.Energy.IntegrationGrid), ("FigureGrid", trial.Energy.FigureGrid) })
            if (!(grid.Maximum > grid.Minimum) || grid.Resolution < 1)
                return LawMeasure.Broken($"{name} is {grid}, expected Minimum below Maximum and at least one cell");
        return MeasureMass(trial);
    }

    private static LawMeasure MeasureMass(EnergyTrial trial)
    {
        EnergyGrid grid = trial.Energy.IntegrationGrid with { Resolution = CoarseResolution };
        int cells = CoarseResolution * CoarseResolution;
        var points = new float[2 * cells];
        for (int i = 0; i < cells; i++)
        {
            points[i] = (float)grid.Center(i % CoarseResolution);
            points[cells + i] = (float)grid.Center(i / CoarseResolution);
        }
        double mass = trial.Evaluate(points, 1, null).Energy.Sum(energy => Math.Exp(-(double)energy));
        return double.IsFinite(mass) && mass > 0
            ? LawMeasure.Exact
            : LawMeasure.Broken($"the sum of exp(-U) over the integration grid is {mass}, expected a positive number: the grid misses the mass, or U is no number somewhere");
    }
}
