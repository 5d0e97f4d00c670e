using System.Globalization;
using FlowLab.Flows;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Flows;

/// <summary>What a flow says of itself agrees with itself.</summary>
public sealed class ContractLaw : FlowLaw
{
    /// <inheritdoc/>
    public override string Name => "contract";

    /// <inheritdoc/>
    public override string Statement => "Lengths are not negative; Blocks cover the parameters in order, layer by layer, under different names, each in the shape it says.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.All(subject);

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        IFlow flow = trial.Flow;
        foreach ((string name, int value) in new[]
                 {
                     ("Length", flow.Length), ("ParameterCount", flow.ParameterCount), ("TapeLength", flow.TapeLength), ("ScratchLength", flow.ScratchLength),
                     ("ContextLength", flow.ContextLength), ("AuxiliaryLength", flow.AuxiliaryLength),
                 })
            if (value < 0)
                return LawMeasure.Broken(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, expected 0 or more"));
        return FindFault(flow) is { } fault ? LawMeasure.Broken(fault) : LawMeasure.Exact;
    }

    private static string? FindFault(IFlow flow)
    {
        int next = 0, layer = 0;
        var names = new HashSet<(int, string)>();
        foreach (ParameterBlock block in flow.Blocks)
        {
            if (block.Offset != next)
                return $"{block} begins at {block.Offset}, expected {next}";
            if (block.Shape.Aggregate(1, (product, axis) => product * axis) != block.Length)
                return $"{block} has {block.Length} parameters, its shape says [{string.Join(", ", block.Shape)}]";
            if (block.Layer < layer || block.Layer >= Math.Max(1, flow.Length))
                return $"{block} is of layer {block.Layer}, expected {layer} to {flow.Length - 1}";
            if (!names.Add((block.Layer, block.Name)))
                return $"layer {block.Layer} has two blocks \"{block.Name}\"";
            next += block.Length;
            layer = block.Layer;
        }
        return next == flow.ParameterCount ? null : $"Blocks cover {next} parameters of {flow.ParameterCount}";
    }
}
