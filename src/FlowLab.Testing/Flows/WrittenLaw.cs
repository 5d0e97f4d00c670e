using System.Globalization;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>What has to be assigned is assigned, what has to be added is added, and nothing is read before it is written.</summary>
public sealed class WrittenLaw : FlowLaw
{
    private const float First = 1024;
    private const float Second = -4096;
    private const double Tolerance = 1e-4;

    /// <inheritdoc/>
    public override string Name => "written";

    /// <inheritdoc/>
    public override string Statement => "Gradients are assigned, every one of them, whatever their buffers held; log-dets are added; tape and scratch are written before they are read.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.All(subject);

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        AllPasses first = Passes(trial, First), second = Passes(trial, Second);
        foreach (((string name, PassResult one), (_, PassResult two)) in first.Each.Zip(second.Each))
            foreach (((string part, float[] values), (_, float[] others)) in one.Parts.Zip(two.Parts))
                if (FindFault(values, others) is { } fault)
                    return LawMeasure.Broken($"{name}: {part}{fault}");
        AllPasses unset = AllPasses.Of(trial);
        LawMeasure worst = LawMeasure.Exact;
        foreach ((string name, PassResult result) in unset.Each)
            foreach ((string part, float[] values) in result.Parts)
                worst = LawMeasure.Worse(worst, Deviation.OfFinite($"{name}, buffers full of NaN: {part}", values));
        return worst.Holds ? LawMeasure.Worse(worst, MeasureAdded(trial, unset)) : worst;
    }

    private static AllPasses Passes(FlowTrial trial, float unset) =>
        AllPasses.Of(trial, trial.Inputs with { Unset = unset }, trial.Points, trial.PerState, trial.PerLogDet);

    /// <summary>Tells by two different fillings what became of a buffer.</summary>
    private static string? FindFault(float[] values, float[] others)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(values[i]) == BitConverter.SingleToInt32Bits(others[i]))
                continue;
            if (values[i] == First && others[i] == Second)
                return string.Create(CultureInfo.InvariantCulture, $"[{i}] was never written");
            bool isAdded = Math.Abs(values[i] - First - (others[i] - Second)) < 1e-3 * Math.Abs(Second);
            return string.Create(CultureInfo.InvariantCulture, $"[{i}] {(isAdded ? "was added to what the buffer held instead of assigned" : "depends on what buffers held before the pass")}");
        }
        return null;
    }

    private static LawMeasure MeasureAdded(FlowTrial trial, AllPasses unset)
    {
        float[] before = trial.PerLogDet;
        PassResult forward = trial.Passes.Forward(trial.Inputs, trial.Points, [.. before], addsReverse: true);
        PassResult inverse = trial.Passes.Inverse(trial.Inputs, unset.Forward.State, 0, [.. before]);
        return LawMeasure.Worse(
            Deviation.Of("Forward: log-det with what was there before", forward.LogDet, Sum(unset.Forward.LogDet, before), Tolerance),
            Deviation.Of("Inverse: log-det with what was there before", inverse.LogDet, Sum(unset.Inverse.LogDet, before), Tolerance));
    }

    private static double[] Sum(float[] added, float[] before) => [.. added.Zip(before, (a, b) => a + (double)b)];
}
