using FlowLab.Engine.Cells;
using FlowLab.Host.Manifests;
using FlowLab.Networks;

namespace FlowLab.Host.Runs;

/// <summary>Whether flows follow a gradient that jumps. The bound then jumps with the parameters, and what backward passes find is not how it changes.</summary>
internal static class TargetKinks
{
    /// <summary>The warning FLE054; null where there is nothing to warn of.</summary>
    public static string? WarningOf(CellManifest cell, TrainingDefinition definition)
    {
        if (cell.Model is not { Decoder.Activation: Activation.Maxout or Activation.Relu } model || !definition.Chain.FollowsTarget)
            return null;
        string unit = model.Decoder.Activation == Activation.Maxout ? "maxout unit takes another of its linear ones" : "rectified unit switches";
        int index = definition.Chain.Segments.ToList().FindIndex(segment => segment.Flow is Flows.ITargetFlow);
        return FormattableString.Invariant(
            $"FLE054: flow[{index}] ({definition.Chain.Segments[index].Name}) follows the gradient of ln p(x, z), which jumps wherever a {unit}: gradients of the bound cannot be computed then, and training does not follow them (see gradient_error). Give the decoder \"activation\": \"elu\" or \"tanh\"");
    }
}
