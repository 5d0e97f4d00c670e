using FlowLab.Flows;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>A backward pass gives the derivatives of the pass that it belongs to, for z, for every parameter and for the context.</summary>
public abstract class GradientLaw : FlowLaw
{
    private const double Tolerance = 2e-3;
    private const double MostUncertain = 0.01;
    private const double RoundTripTolerance = 2e-3;
    private const double MostUncertainState = 0.1;

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.Differentiable(subject);

    /// <summary>Compares all gradients with differences of a pass.</summary>
    /// <param name="trial">The case.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="points">Where it is differentiated.</param>
    /// <param name="result">What the backward pass left.</param>
    /// <param name="up">What it left from states that were nudged.</param>
    /// <param name="down">What it left from states that were nudged the other way.</param>
    private protected static LawMeasure Compare(FlowTrial trial, Func<FlowInputs, float[], PassResult> pass, float[] points, PassResult result, PassResult up, PassResult down)
    {
        IReadOnlyList<Coordinate> coordinates = GradientCoordinates.Of(trial);
        Derivative[,,] derivatives = new FlowDifferences(trial, trial.Ladder, pass).OfLoss(points, coordinates, trial.PerState, trial.PerLogDet);
        GradientTable Table(CoordinateKind kind, ParameterBlock? block = null) => new(trial, result, up, down, kind) { Block = block };
        LawMeasure worst = Judge(Table(CoordinateKind.State), coordinates, derivatives, "dL/dz");
        foreach (ParameterBlock block in trial.Flow.Blocks)
            worst = LawMeasure.Worse(worst, Judge(Table(CoordinateKind.Parameter, block), coordinates, derivatives, $"dL/d{block.Name} of layer {block.Layer}"));
        return trial.Flow.ContextLength == 0 ? worst : LawMeasure.Worse(worst, Judge(Table(CoordinateKind.Context), coordinates, derivatives, "dL/dcontext"));
    }

    /// <summary>The backward pass also takes the state back to where it came from.</summary>
    private protected static LawMeasure CompareState(float[] expected, PassResult result, PassResult up, PassResult down) =>
        Deviation.Of("state after the backward pass", result.State, [.. expected.Select(x => (double)x)], RoundTripTolerance, Slack.Of(result.State, up.State, down.State), MostUncertainState);

    /// <summary>Single numbers, and where there are directions, all numbers of a run in one.</summary>
    private static LawMeasure Judge(GradientTable table, IReadOnlyList<Coordinate> coordinates, Derivative[,,] derivatives, string what)
    {
        LawMeasure singles = Measure(table, coordinates, derivatives, what);
        return coordinates.Any(coordinate => coordinate.IsDirection && table.Covers(coordinate))
            ? LawMeasure.Worse(singles, Measure(table.OfDirections(), coordinates, derivatives, $"{what} along scattered signs"))
            : singles;
    }

    private static LawMeasure Measure(GradientTable table, IReadOnlyList<Coordinate> coordinates, Derivative[,,] derivatives, string what)
    {
        table.Fill(coordinates, derivatives);
        return table.Actual.Count == 0 ? LawMeasure.Exact : Deviation.Of(what, table.Actual, table.Expected, Tolerance, table.Uncertainties, MostUncertain);
    }
}
