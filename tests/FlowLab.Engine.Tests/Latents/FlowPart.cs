using FlowLab.Engine.Models;
using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins.Hamiltonian;
using FlowLab.Plugins.Langevin;
using FlowLab.Plugins.Nice;
using FlowLab.Plugins.Planar;
using FlowLab.Plugins.Radial;
using FlowLab.Plugins.Tests.Flows;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>A flow of a test case.</summary>
/// <param name="Name">planar, radial, langevin, hamiltonian, nice-perm or nice-orth.</param>
/// <param name="Length">Layers, K.</param>
/// <param name="Scope">Whose its parameters are.</param>
internal sealed record FlowPart(string Name, int Length, ParameterScope Scope)
{
    /// <summary>The network of NICE couplings.</summary>
    public ConditionerSettings Network { get; init; } = new() { Hidden = 3, Activation = Activation.Tanh };

    /// <summary>Whether the inference network gives the first biases of NICE couplings.</summary>
    public bool IsConditioned { get; init; }

    /// <summary>Numbers of a data point that the flow reads beside its parameters.</summary>
    public int ContextLength => IsConditioned ? Length * LinearUnits : 0;

    private int LinearUnits => Network.Hidden * (Network.Activation == Activation.Maxout ? Network.Window : 1);

    public ChainPart Create(LatentDevice device, int dimension, int seeds) => new(Name, FlowOf(device, new FlowShape(dimension, seeds)), Scope);

    /// <summary>The reference of the flow as it has been initialized: the maps of NICE are measured.</summary>
    public IReferenceFlow ReferenceOf(IFlow flow, Accelerator accelerator, int dimension, int seeds)
    {
        FlowHarness harness = new(accelerator, flow, dimension, seeds, Kernels.SampleTiles.PerSample(dimension), false) { Parameters = [] };
        return Name switch
        {
            "planar" => new ReferencePlanar(),
            "radial" => new ReferenceRadial(),
            _ => new ReferenceNice(MixingProbe.Measure(harness), Network),
        };
    }

    /// <summary>The parameters of an unconditioned flow that does the same: the context stands where the first biases of each layer would.</summary>
    public double[] WithContext(double[] own, double[] context, int dimension)
    {
        if (!IsConditioned)
            return own;
        List<double> all = [];
        for (int layer = 0, next = 0; layer < Length; layer++)
        {
            int inputs = layer % 2 == 0 ? dimension / 2 : dimension - dimension / 2;
            int weights = LinearUnits * inputs, rest = new ReferenceMlp(Network, inputs, dimension - inputs).ParameterCount - weights - LinearUnits;
            all.AddRange(own.AsSpan(next, weights));
            all.AddRange(context.AsSpan(layer * LinearUnits, LinearUnits));
            all.AddRange(own.AsSpan(next + weights, rest));
            next += weights + rest;
        }
        return [.. all];
    }

    public override string ToString() => $"{Name}({Length}, {Scope.ToString().ToLowerInvariant()}{(IsConditioned ? ", conditioned" : "")})";

    private IFlow FlowOf(LatentDevice device, FlowShape shape) => Name switch
    {
        "planar" => new PlanarFlow(new PlanarSettings { Length = Length }, shape, device.Accelerator),
        "langevin" => new LangevinFlow(new LangevinSettings { Length = Length }, shape, device.Accelerator),
        "hamiltonian" => new HamiltonianFlow(new HamiltonianSettings { Length = Length }, shape, device.Accelerator),
        "radial" => new RadialFlow(new RadialSettings { Length = Length }, shape, device.Accelerator),
        "nice-perm" => Nice(device, shape, NiceMixing.Perm),
        "nice-orth" => Nice(device, shape, NiceMixing.Orth),
        _ => throw new ArgumentException($"no test flow {Name}"),
    };

    private NiceFlow Nice(LatentDevice device, FlowShape shape, NiceMixing mixing) =>
        new(new NiceSettings { Length = Length, Mixing = mixing, Network = Network, Conditioned = IsConditioned }, shape, device.Accelerator, device.Networks);
}
