using FlowLab.Kernels;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>Amortized parameters that are equal for all samples do what global ones do.</summary>
public sealed class AmortizedLaw : FlowLaw
{
    private const double Tolerance = 1e-4;

    /// <inheritdoc/>
    public override string Name => "amortized";

    /// <inheritdoc/>
    public override string Statement => "One parameter set per sample, all equal, gives what one set per seed gives; gradients of the sets add up to those of the one.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.All(subject).Where(shape => !shape.IsAmortized && shape.Length < 64 && shape.Dimension < 64);

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        FlowInputs inputs = trial.Inputs;
        if ((long)trial.Flow.ParameterCount * inputs.Batch > 4L * FlowTrial.MostParameters)
            return LawMeasure.Nothing("the flow has too many parameters to give every sample its own in this shape");
        FlowInputs apart = inputs with
        {
            Tiles = SampleTiles.PerSample(inputs.Batch), IsAmortized = true, Parameters = Repeat(inputs.Parameters, inputs.Batch),
            Context = [.. inputs.Context.Chunk(inputs.Tiles.Tiles).SelectMany(values => Enumerable.Repeat(values[0], inputs.Batch))],
        };
        AllPasses global = AllPasses.Of(trial), amortized = AllPasses.Of(trial, apart, trial.Points, trial.PerState, trial.PerLogDet);
        LawMeasure worst = LawMeasure.Exact;
        foreach (((string name, PassResult one), (_, PassResult many)) in global.Each.Zip(amortized.Each))
        {
            foreach (((string part, float[] expected), (_, float[] actual)) in one.Parts.Take(3).Zip(many.Parts))
                worst = LawMeasure.Worse(worst, Deviation.Of($"{name} with amortized parameters: {part}", actual, [.. expected.Select(x => (double)x)], Tolerance));
            worst = LawMeasure.Worse(worst, Sums($"{name}: sum over samples of the gradient of the parameters", one.ParameterGradient, many.ParameterGradient, inputs));
        }
        return worst;
    }

    private static float[] Repeat(float[] parameters, int batch) => [.. parameters.SelectMany(value => Enumerable.Repeat(value, batch))];

    private static LawMeasure Sums(string what, float[] global, float[] amortized, FlowInputs inputs)
    {
        if (global.Length == 0)
            return LawMeasure.Exact;
        double[] expected = [.. global.Chunk(inputs.Tiles.Tiles).Select(tiles => tiles.Sum(x => (double)x))];
        float[] actual = [.. amortized.Chunk(inputs.Batch).Select(samples => (float)samples.Sum(x => (double)x))];
        return Deviation.Of(what, actual, expected, Tolerance * Math.Sqrt(inputs.Batch));
    }
}
