using FlowLab.Engine.Networks;
using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins.Householder;
using FlowLab.Plugins.Nice;
using FlowLab.Plugins.Planar;
using FlowLab.Plugins.Radial;
using FlowLab.Plugins.RealNvp;
using FlowLab.Plugins.Sylvester;
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
        RealNvp("real-nvp", new() { Network = new() { Hidden = 6, Activation = Activation.Tanh } }),
        RealNvp("real-nvp-halves-maxout", new() { Mask = RealNvpMask.Halves, ScaleBound = 0.5, Network = new() { Hidden = 4, Depth = 2, Window = 3 } }),
        new("householder", (shape, length, accelerator) => new HouseholderFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceHouseholder()),
        Sylvester("sylvester", new() { Columns = 4, Reflections = 3 }),
        Sylvester("sylvester-triangular", new() { Columns = 3, Orthogonal = SylvesterBasis.Triangular }),
    ];

    /// <summary>Flows whose passes the source generator has written.</summary>
    public static IEnumerable<FlowCase> Generated =>
    [
        new("generated-planar", (shape, length, accelerator) => new Written.PlanarFlow(new() { Length = length }, shape, accelerator), _ => new ReferencePlanar()),
        new("generated-radial", (shape, length, accelerator) => new Written.RadialFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceRadial()),
        new("generated-affine", (shape, length, accelerator) => new Written.AffineFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceAffine()),
        new("generated-bend", (shape, length, accelerator) => new Written.BendFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceBend()),
        new("generated-mix", (shape, length, accelerator) => new Written.MixFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceMix()),
        new("generated-recurrence", (shape, length, accelerator) => new Written.RecurrenceFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceRecurrence()),
        new("generated-units", (shape, length, accelerator) => new Written.UnitsFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceUnits()),
        new("generated-coupling", (shape, length, accelerator) => new Written.CouplingFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceCoupling()),
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

    private static FlowCase Sylvester(string name, SylvesterSettings settings) => new(
        name,
        (shape, length, accelerator) => new SylvesterFlow(
            new() { Length = length, Columns = settings.Columns, Orthogonal = settings.Orthogonal, Reflections = settings.Reflections }, shape, accelerator),
        _ => new ReferenceSylvester(settings));

    private static FlowCase RealNvp(string name, RealNvpSettings settings) => new(
        name,
        (shape, length, accelerator) => new RealNvpFlow(WithLength(settings, length), shape, accelerator, new NetworkFactory()),
        harness => new ReferenceRealNvp(WithLength(settings, harness.Flow.Length), new FlowSeeds(ReferenceTests.SeedNumbers, 0)));

    private static RealNvpSettings WithLength(RealNvpSettings settings, int length) =>
        new() { Length = length, Mask = settings.Mask, ScaleBound = settings.ScaleBound, Network = settings.Network };
}
