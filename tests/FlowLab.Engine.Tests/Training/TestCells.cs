using FlowLab.Data;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Engine.Networks;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Datasets.Samples;
using FlowLab.Plugins.Hamiltonian;
using FlowLab.Plugins.Langevin;
using FlowLab.Plugins.Nice;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Optimizers.Schedules;
using FlowLab.Plugins.Planar;
using FlowLab.Plugins.Radial;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.Training;

/// <summary>Small cells made of the shipped plugins, on a device of their own.</summary>
internal sealed class TestCells : IDisposable
{
    private readonly KernelLab _lab;

    public TestCells(int threads = 2) => _lab = KernelLab.Open(threads: threads);

    public Accelerator Accelerator => _lab.Accelerator;

    public TrainingSession EnergyCell(
        string flow, int length, int[] seeds, int updates = 40, int batch = 150, double learningRate = 3e-3, Energies.IEnergy? energy = null,
        ClipSettings? clip = null) =>
        new(new TrainingDefinition
        {
            Seeds = seeds,
            Chain = Chain(flow, length, seeds.Length),
            Energy = energy ?? new U1(new EnergySettings(), Accelerator),
            Optimizer = new RmsProp(new RmsPropSettings(), Accelerator),
            LearningRate = learningRate,
            Schedule = new CosineSchedule(new CosineScheduleSettings()),
            Objective = new ObjectiveSettings { Annealing = new AnnealingSettings { Start = 0.01, Updates = Math.Max(1, updates / 2) } },
            Training = new TrainingSettings { Batch = batch, Updates = updates, Clip = clip ?? new ClipSettings() },
        }, Accelerator);

    public TrainingSession DataCell(string flow, int length, int[] seeds, int updates, int batch = 250, IDataset? data = null) => new(new TrainingDefinition
    {
        Seeds = seeds,
        Chain = Chain(flow, length, seeds.Length),
        Data = data ?? new TwoMoons(new TwoMoonsSettings(), Accelerator),
        Optimizer = new Adam(new AdamSettings(), Accelerator),
        LearningRate = 1e-2,
        Schedule = new CosineSchedule(new CosineScheduleSettings()),
        Objective = new ObjectiveSettings { Type = ObjectiveKind.MaximumLikelihood },
        Training = new TrainingSettings { Batch = batch, Updates = updates },
    }, Accelerator);

    public TrainingSession UntrainedCell(string flow, int length, int[] seeds) => new(new TrainingDefinition
    {
        Seeds = seeds,
        Chain = Chain(flow, length, seeds.Length),
        Objective = new ObjectiveSettings { Type = ObjectiveKind.None },
        Training = new TrainingSettings { Batch = 10, Updates = 0 },
    }, Accelerator);

    public void Dispose() => _lab.Dispose();

    private FlowChain Chain(string flow, int length, int seeds) => new(
        2, seeds, new GaussianBase(2, new BaseSettings(), Accelerator), length == 0 ? [] : [(flow, Flow(flow, length, new FlowShape(2, seeds)))]);

    private IFlow Flow(string name, int length, FlowShape shape) => name switch
    {
        "planar" => new PlanarFlow(new PlanarSettings { Length = length }, shape, Accelerator),
        "radial" => new RadialFlow(new RadialSettings { Length = length }, shape, Accelerator),
        "nice-perm" => new NiceFlow(new NiceSettings { Length = length, Mixing = NiceMixing.Perm, Network = Small }, shape, Accelerator, new NetworkFactory()),
        "nice-orth" => new NiceFlow(new NiceSettings { Length = length, Mixing = NiceMixing.Orth, Network = Small }, shape, Accelerator, new NetworkFactory()),
        "langevin" => new LangevinFlow(new LangevinSettings { Length = length }, shape, Accelerator),
        "hamiltonian" => new HamiltonianFlow(new HamiltonianSettings { Length = length }, shape, Accelerator),
        "hamiltonian-stretch" => new HamiltonianFlow(new HamiltonianSettings { Length = length, Refresh = 0, Annealed = false }, shape, Accelerator),
        _ => throw new ArgumentException($"no test flow {name}"),
    };

    private static ConditionerSettings Small => new() { Hidden = 8 };
}
