using System.Reflection;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Engine.Networks;
using FlowLab.Engine.Objectives;
using FlowLab.Engine.Training;
using FlowLab.Layers;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Datasets.Patches;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Plugins.Datasets.Samples;
using FlowLab.Plugins.Glow;
using FlowLab.Plugins.Hamiltonian;
using FlowLab.Plugins.Householder;
using FlowLab.Plugins.Langevin;
using FlowLab.Plugins.Nice;
using FlowLab.Plugins.Optimizers.Rules;
using FlowLab.Plugins.Planar;
using FlowLab.Plugins.Radial;
using FlowLab.Plugins.Spline;
using FlowLab.Plugins.Sylvester;
using ILGPU;

namespace FlowLab.Plugins.Tests;

/// <summary>All kernels with an index of the engine and the plugins, closed over what they can be closed over.</summary>
internal static class ShippedKernels
{
    private static readonly Type[] Homes =
    [
        typeof(PlanarKernels), typeof(RadialKernels), typeof(HouseholderLayer.HouseholderLayerKernels), typeof(SylvesterKernels), typeof(LangevinKernels), typeof(HamiltonianKernels), typeof(HamiltonianGradients), typeof(AuxiliaryKernels), typeof(CurvatureKernels), typeof(LatentTargetKernels), typeof(OptimizerKernels), typeof(BaseKernels), typeof(TrainingKernels), typeof(GradientKernels), typeof(FlowOutputKernels),
        typeof(EvaluationKernels), typeof(MetropolisKernels),
        typeof(AddressKernels), typeof(PatchKernels),
    ];

    private static readonly Type[] Energies = [typeof(U1Kernel), typeof(U2Kernel), typeof(U3Kernel), typeof(U4Kernel)];

    private static readonly Type[] Samplers =
        [typeof(PinwheelSampler), typeof(TwoMoonsSampler), typeof(CheckerboardSampler), typeof(EightGaussiansSampler)];

    private static readonly Type[] Inks = [typeof(ByteInk), typeof(FloatInk)];

    private static readonly Type[] Readers =
        [typeof(BitReader), typeof(ByteReader), typeof(FloatReader), typeof(InkReader<ByteInk>), typeof(InkReader<FloatInk>)];

    private static readonly Type[] Mixings = [typeof(PermutationMixing), typeof(OrthogonalMixing)];

    private static readonly Type[] Networks =
        [typeof(MlpKernel<MaxoutUnits>), typeof(MlpKernel<PointwiseUnits<TanhFunction>>), typeof(MlpKernel<PointwiseUnits<ReluFunction>>)];

    private static readonly Type[] MaskedNetworks =
        [typeof(MaskedMlpKernel<MaxoutUnits>), typeof(MaskedMlpKernel<PointwiseUnits<TanhFunction>>), typeof(MaskedMlpKernel<PointwiseUnits<ReluFunction>>)];

    private static readonly Type[] Maps = [typeof(AffineMap), typeof(SplineMap)];

    private static IEnumerable<Type> Layers => Maps.SelectMany(map => Networks.Select(network => typeof(CouplingLayers<,>).MakeGenericType(map, network))
        .Concat(MaskedNetworks.Select(network => typeof(AutoregressiveLayers<,>).MakeGenericType(map, network))))
        .Concat(Networks.Select(network => typeof(GlowLayers<>).MakeGenericType(network)));

    internal static IEnumerable<MethodInfo> All =>
        Homes.SelectMany(KernelsOf)
            .Concat(KernelsOf(typeof(EnergyKernels)).SelectMany(method => Energies.Select(energy => method.MakeGenericMethod(energy))))
            .Concat(KernelsOf(typeof(SampleKernels)).SelectMany(method => Samplers.Select(sampler => method.MakeGenericMethod(sampler))))
            .Concat(KernelsOf(typeof(PointKernels)).SelectMany(method =>
                (method.Name == nameof(PointKernels.Gather) ? Readers : Inks).Select(part => method.MakeGenericMethod(part))))
            .Concat(KernelsOf(typeof(NiceKernels)).SelectMany(method => Mixings.SelectMany(mixing =>
                Networks.Select(network => method.MakeGenericMethod(mixing, network)))))
            .Concat(KernelsOf(typeof(LayerKernels)).SelectMany(method => Layers.Select(layers => method.MakeGenericMethod(layers))));

    /// <summary>Whether it is a kernel of layers with networks, whose units are others than tanh or whose gradients it computes.</summary>
    internal static bool TakesDriversLong(MethodInfo method) =>
        method.DeclaringType == typeof(LayerKernels)
        && (method.Name.EndsWith("Backward", StringComparison.Ordinal) || !method.GetGenericArguments()[0].ToString().Contains(nameof(TanhFunction), StringComparison.Ordinal));

    internal static string NameOf(MethodInfo method) =>
        string.Join('-', [method.DeclaringType!.Name, method.Name, .. method.GetGenericArguments().Select(type => type.ToString().Split('.')[^1])]);

    private static IEnumerable<MethodInfo> KernelsOf(Type home) => home
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(void) && typeof(IIndex).IsAssignableFrom(method.GetParameters()[0].ParameterType));
}
