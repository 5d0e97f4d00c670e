using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>What the four passes of a flow give in a case; a flow without InverseBackward has three.</summary>
internal sealed record AllPasses(PassResult Forward, PassResult Inverse, PassResult Backward, PassResult InverseBackward)
{
    /// <summary>The passes by name.</summary>
    public IEnumerable<(string Name, PassResult Result)> Each =>
        [("Forward", Forward), ("Inverse", Inverse), ("Backward", Backward), ("InverseBackward", InverseBackward)];

    /// <summary>Runs them: forward from the points, inverse and backward from where that ends, the inverse's gradients from where the inverse ends.</summary>
    public static AllPasses Of(FlowTrial trial) => Of(trial, trial.Inputs, trial.Points, trial.PerState, trial.PerLogDet);

    /// <summary>Runs them with numbers of the caller's.</summary>
    public static AllPasses Of(FlowTrial trial, FlowInputs inputs, float[] points, float[] perState, float[] perLogDet)
    {
        PassResult forward = trial.Passes.Forward(inputs, points, addsReverse: true);
        PassResult inverse = trial.Passes.Inverse(inputs, forward.State);
        PassResult backward = trial.Passes.Backward(inputs, forward, perState, perLogDet);
        return new AllPasses(forward, inverse, backward, InverseBackwardOf(trial, inputs, inverse, perState, perLogDet));
    }

    /// <summary>All results have the same bits.</summary>
    /// <param name="other">The results to compare with.</param>
    /// <param name="when">What was done differently, for the message.</param>
    public LawMeasure SameBitsAs(AllPasses other, string when)
    {
        LawMeasure worst = LawMeasure.Exact;
        foreach (((string name, PassResult result), (_, PassResult expected)) in Each.Zip(other.Each))
            foreach (((string part, float[] values), (_, float[] wanted)) in result.Parts.Zip(expected.Parts))
                worst = LawMeasure.Worse(worst, Deviation.OfBits($"{name}, {when}: {part}", values, wanted));
        return worst;
    }

    /// <summary>All results of the seed at one position have the same bits as those of the seed at another position of a launch with other seeds.</summary>
    /// <param name="position">The seed here.</param>
    /// <param name="seeds">Seeds in the launch here.</param>
    /// <param name="other">The results to compare with.</param>
    /// <param name="otherPosition">The seed there.</param>
    /// <param name="otherSeeds">Seeds in the launch there.</param>
    /// <param name="when">What was done differently, for the message.</param>
    public LawMeasure SameSeedAs(int position, int seeds, AllPasses other, int otherPosition, int otherSeeds, string when)
    {
        LawMeasure worst = LawMeasure.Exact;
        foreach (((string name, PassResult result), (_, PassResult expected)) in Each.Zip(other.Each))
            foreach (((string part, float[] values), (_, float[] wanted)) in result.Parts.Zip(expected.Parts))
                worst = LawMeasure.Worse(worst, Deviation.OfBits($"{name}, {when}: {part} of the seed", Slice(values, position, seeds), Slice(wanted, otherPosition, otherSeeds)));
        return worst;
    }

    private static ReadOnlySpan<float> Slice(float[] values, int position, int seeds) => values.AsSpan(position * (values.Length / seeds), values.Length / seeds);

    private static PassResult InverseBackwardOf(FlowTrial trial, FlowInputs inputs, PassResult inverse, float[] perState, float[] perLogDet)
    {
        try
        {
            return trial.Passes.InverseBackward(inputs, inverse.State, perState, perLogDet);
        }
        catch (NotSupportedException)
        {
            return new PassResult();
        }
    }
}
