using FlowLab.Flows;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Runs;

/// <summary>Checks what a flow says of itself before memory is laid out by it.</summary>
internal static class FlowContract
{
    private const int MostNumbers = 1 << 28;

    /// <exception cref="FlowLabException">The flow contradicts itself.</exception>
    public static void Check(PluginComponent component, IFlow flow)
    {
        foreach ((string name, int value) in (ReadOnlySpan<(string, int)>)
            [("Length", flow.Length), ("ParameterCount", flow.ParameterCount), ("TapeLength", flow.TapeLength), ("ScratchLength", flow.ScratchLength), ("ContextLength", flow.ContextLength), ("AuxiliaryLength", flow.AuxiliaryLength)])
            if (value is < 0 or > MostNumbers)
                throw Refuse(component, FormattableString.Invariant($"its {name} is {value}; expected 0 to {MostNumbers}"));
        CheckBlocks(component, flow);
        CheckNames(component, flow);
    }

    private static void CheckBlocks(PluginComponent component, IFlow flow)
    {
        int next = 0;
        foreach (ParameterBlock block in flow.Blocks)
        {
            if (block.Offset != next || block.Length < 0 || block.Shape.Aggregate(1L, (product, axis) => product * axis) != block.Length)
                throw Refuse(component, FormattableString.Invariant($"block \"{block.Name}\" of layer {block.Layer} begins at parameter {block.Offset} and has {block.Length} in the shape [{string.Join(", ", block.Shape)}]; expected it to begin at {next} and to have as many as its shape says"));
            next += block.Length;
        }
        if (next != flow.ParameterCount)
            throw Refuse(component, FormattableString.Invariant($"its blocks cover {next} parameters of {flow.ParameterCount}; expected all of them, in order"));
    }

    /// <summary>Parameters are exported by the names of their blocks.</summary>
    private static void CheckNames(PluginComponent component, IFlow flow)
    {
        if (flow.Blocks.GroupBy(block => (block.Layer, block.Name.Replace(' ', '_'))).FirstOrDefault(named => named.Count() > 1) is { } doubled)
            throw Refuse(component, FormattableString.Invariant($"{doubled.Count()} blocks of layer {doubled.Key.Layer} are called \"{doubled.First().Name}\"; expected a name of its own for each"));
    }

    private static FlowLabException Refuse(PluginComponent component, string what) => new(
        "FLP016", $"{component.Plugin.Name} {component.Plugin.Version} ({component.Plugin.File}), {component.Kind} \"{component.Name}\": {what}; this is an error of the plugin");
}
