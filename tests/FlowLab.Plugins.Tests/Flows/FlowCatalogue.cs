using FlowLab.Engine.Networks;
using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins.Nice;
using FlowLab.Plugins.Planar;
using FlowLab.Plugins.Radial;
using Written = FlowLab.TestPlugins.GeneratedFlows;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>All flows and all shapes that the laws are tested for.</summary>
internal static class FlowCatalogue
{
    public static IEnumerable<FlowCase> Flows =>
    [
        new("planar", (shape, length, accelerator) => new PlanarFlow(new() { Length = length }, shape, accelerator), _ => new ReferencePlanar()),
        new("radial", (shape, length, accelerator) => new RadialFlow(new() { Length = length, InitialScale = 1 }, shape, accelerator),
            _ => new ReferenceRadial()),
        .. Generated,
        Nice("nice-perm", NiceMixing.Perm, new() { Hidden = 5, Window = 4 }),
        Nice("nice-orth", NiceMixing.Orth, new() { Hidden = 4, Window = 3 }),
        Nice("nice-perm-tanh", NiceMixing.Perm, new() { Hidden = 6, Activation = Activation.Tanh }),
        Nice("nice-orth-relu", NiceMixing.Orth, new() { Hidden = 5, Activation = Activation.Relu }),
        Nice("nice-perm-maxout-deep", NiceMixing.Perm, new() { Hidden = 4, Depth = 2, Window = 5 }),
        Nice("nice-orth-tanh-deep", NiceMixing.Orth, new() { Hidden = 4, Depth = 3, Activation = Activation.Tanh }),
    ];

    /// <summary>Flows whose passes the source generator has written.</summary>
    public static IEnumerable<FlowCase> Generated =>
    [
        new("generated-planar", (shape, length, accelerator) => new Written.PlanarFlow(new() { Length = length }, shape, accelerator), _ => new ReferencePlanar()),
        new("generated-radial", (shape, length, accelerator) => new Written.RadialFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceRadial()),
        new("generated-affine", (shape, length, accelerator) => new Written.AffineFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceAffine()),
        new("generated-bend", (shape, length, accelerator) => new Written.BendFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceBend()),
        new("generated-mix", (shape, length, accelerator) => new Written.MixFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceMix()),
    ];

    public static IEnumerable<FlowSetup> Setups =>
        from flow in Flows
        from dimension in new[] { 2, 3, 5 }
        from length in new[] { 1, 2, 5 }
        from isAmortized in new[] { false, true }
        from isInterleaved in new[] { false, true }
        select new FlowSetup(flow, dimension, length, isAmortized, isInterleaved);

    private static FlowCase Nice(string name, NiceMixing mixing, ConditionerSettings network) => new(
        name,
        (shape, length, accelerator) => new NiceFlow(
            new() { Length = length, Mixing = mixing, Network = network }, shape, accelerator, new NetworkFactory()),
        harness => new ReferenceNice(MixingProbe.Measure(harness), network));
}
