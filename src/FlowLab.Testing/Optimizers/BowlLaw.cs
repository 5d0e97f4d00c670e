using System.Globalization;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Optimizers;

/// <summary>An optimizer finds the bottom of a bowl.</summary>
public sealed class BowlLaw : OptimizerLaw
{
    private const double MostLeft = 0.02;

    /// <inheritdoc/>
    public override string Name => "bowl";

    /// <inheritdoc/>
    public override string Statement => "2000 updates at learning rate 0.05 leave at most 2 % of the height in a bowl.";

    /// <inheritdoc/>
    public override IEnumerable<OptimizerCase> Cases(OptimizerSubject subject) =>
        [new() { Updates = 2000 }, new() { Parameters = 17, Seeds = [3, 7], Updates = 2000 }];

    private protected override LawMeasure Measure(Func<OptimizerTrial> start)
    {
        using OptimizerTrial trial = start();
        double[] before = trial.Heights();
        trial.Run(trial.Situation.Updates);
        double left = trial.Heights().Zip(before, (after, first) => after / first).Max();
        return new LawMeasure(
            left, MostLeft, string.Create(CultureInfo.InvariantCulture, $"after {trial.Situation.Updates} updates {left:G4} of the height is left, expected {MostLeft} at most"));
    }
}
