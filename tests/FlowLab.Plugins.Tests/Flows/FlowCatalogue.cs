using FlowLab.Engine.Networks;
using FlowLab.Flows;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins.Autoregressive;
using FlowLab.Plugins.Glow;
using FlowLab.Plugins.Householder;
using FlowLab.Plugins.Nice;
using FlowLab.Plugins.Planar;
using FlowLab.Plugins.Radial;
using FlowLab.Plugins.RealNvp;
using FlowLab.Plugins.Spline;
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
        Autoregressive("iaf", new() { Network = new() { Hidden = 6, Activation = Activation.Tanh } }),
        Autoregressive("maf", new() { Form = AutoregressiveForm.Maf, Order = ComponentOrdering.Random, Network = new() { Hidden = 6, Activation = Activation.Tanh } }),
        Autoregressive("iaf-maxout-deep", new() { Order = ComponentOrdering.Random, ScaleBound = 0.5, Network = new() { Hidden = 5, Depth = 2, Window = 3 } }),
        Autoregressive("maf-tanh-deep", new() { Form = AutoregressiveForm.Maf, Network = new() { Hidden = 3, Depth = 3, Activation = Activation.Tanh } }),
        SplineCoupling("spline-coupling", new() { Bins = 5, Bound = 3, Network = new() { Hidden = 6, Activation = Activation.Tanh } }),
        SplineAutoregressive("spline-iaf", new() { Bins = 4, Bound = 3, Network = new() { Hidden = 5, Activation = Activation.Tanh } }),
        SplineAutoregressive(
            "spline-maf", new() { Bins = 3, Bound = 2, Form = AutoregressiveForm.Maf, Order = ComponentOrdering.Random, Network = new() { Hidden = 5, Activation = Activation.Tanh } }),
        Glow("glow", new() { Network = new() { Hidden = 5, Activation = Activation.Tanh } }),
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
        new("generated-coupling", (shape, length, accelerator) => new Written.CouplingFlow(new() { Length = length }, shape, accelerator), _ => new ReferenceGeneratedCoupling()),
    ];

    public static IEnumerable<FlowSetup> Setups =>
        from flow in Flows
        from dimension in new[] { 2, 3, 5 }
        from length in new[] { 1, 2, 5 }
        from isAmortized in new[] { false, true }
        from isInterleaved in new[] { false, true }
        select new FlowSetup(flow, dimension, length, isAmortized, isInterleaved);

    private static FlowSeeds Seeds => new(ReferenceTests.SeedNumbers, 0);

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
        (shape, length, accelerator) => new RealNvpFlow(
            new() { Length = length, Mask = settings.Mask, ScaleBound = settings.ScaleBound, Network = settings.Network }, shape, accelerator, new NetworkFactory()),
        harness => new ReferenceCoupling(
            harness.Flow.Length, settings.Network, 2, settings.Mask == RealNvpMask.Random, ReferenceMaps.Affine(settings.ScaleBound), Seeds));

    private static FlowCase Autoregressive(string name, AutoregressiveSettings settings) => new(
        name,
        (shape, length, accelerator) => new AutoregressiveFlow(
            new() { Length = length, Form = settings.Form, Order = settings.Order, ScaleBound = settings.ScaleBound, Network = settings.Network }, shape, accelerator,
            new NetworkFactory()),
        harness => new ReferenceAutoregressive(
            harness.Flow.Length, settings.Network, 2, settings.Order == ComponentOrdering.Random, settings.Form == AutoregressiveForm.Maf,
            ReferenceMaps.Affine(settings.ScaleBound), Seeds));

    private static FlowCase SplineCoupling(string name, SplineCouplingSettings settings) => new(
        name,
        (shape, length, accelerator) => new SplineCouplingFlow(
            new() { Length = length, Bins = settings.Bins, Bound = settings.Bound, Order = settings.Order, Network = settings.Network }, shape, accelerator,
            new NetworkFactory()),
        harness => new ReferenceCoupling(
            harness.Flow.Length, settings.Network, 3 * settings.Bins - 1, settings.Order == ComponentOrdering.Random, ReferenceMaps.Spline(settings.Bins, settings.Bound, settings.Network.Hidden),
            Seeds));

    private static FlowCase SplineAutoregressive(string name, SplineAutoregressiveSettings settings) => new(
        name,
        (shape, length, accelerator) => new SplineAutoregressiveFlow(
            new() { Length = length, Bins = settings.Bins, Bound = settings.Bound, Form = settings.Form, Order = settings.Order, Network = settings.Network }, shape,
            accelerator, new NetworkFactory()),
        harness => new ReferenceAutoregressive(
            harness.Flow.Length, settings.Network, 3 * settings.Bins - 1, settings.Order == ComponentOrdering.Random, settings.Form == AutoregressiveForm.Maf,
            ReferenceMaps.Spline(settings.Bins, settings.Bound, settings.Network.Hidden), Seeds));

    private static FlowCase Glow(string name, GlowSettings settings) => new(
        name,
        (shape, length, accelerator) => new GlowFlow(
            new() { Length = length, ScaleBound = settings.ScaleBound, Order = settings.Order, Network = settings.Network }, shape, accelerator, new NetworkFactory()),
        harness => new ReferenceGlow(harness.Flow.Length, settings, Seeds));
}
