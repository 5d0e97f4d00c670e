using FlowLab.Accelerators.Simd;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Engine.Networks;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Nice;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Planar;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Toy2d;

/// <summary>A flow on U1 as the peer trains it.</summary>
internal sealed class Toy2dCell : IDisposable
{
    /// <summary>Hidden units of a coupling's network.</summary>
    public const int Hidden = 32;

    private readonly Context _context;
    private readonly Accelerator _accelerator;

    /// <param name="flow">planar, or nice-perm with one hidden layer of 32 tanh units.</param>
    /// <param name="length">Layers.</param>
    /// <param name="seeds">Seeds, packed.</param>
    /// <param name="batch">Samples per update and seed.</param>
    /// <param name="threads">Threads of a launch; 0: one per processor.</param>
    public Toy2dCell(string flow, int length, int seeds, int batch, int threads = 0)
    {
        _context = Context.Create(builder => builder.EnableAlgorithms());
        _accelerator = _context.CreateSimdAccelerator(threads == 0 ? Environment.ProcessorCount : threads);
        FlowShape shape = new(2, seeds);
        Session = new TrainingSession(new TrainingDefinition
        {
            Seeds = [.. Enumerable.Range(0, seeds)],
            Chain = new FlowChain(
                2, seeds, new GaussianBase(2, new BaseSettings(), _accelerator),
                [(flow, FlowOf(flow, length, shape))]),
            Energy = new U1(new EnergySettings(), _accelerator),
            Optimizer = new RmsProp(new RmsPropSettings(), _accelerator),
            LearningRate = 1e-5,
            Objective = new ObjectiveSettings(),
            Training = new TrainingSettings { Batch = batch, Updates = int.MaxValue },
        }, _accelerator);
    }

    public TrainingSession Session { get; }

    /// <summary>The maps in front of NICE's couplings: component d of layer k's is z[permutation[k][d]].</summary>
    public IReadOnlyList<int[]> Permutations =>
        [.. Session.Definition.Chain.ConstantsOf(0).Select(constant => constant.Constant.Values.Select(value => (int)value).ToArray())];

    public void Dispose()
    {
        Session.Dispose();
        _accelerator.Dispose();
        _context.Dispose();
    }

    private IFlow FlowOf(string flow, int length, FlowShape shape) => flow == "planar"
        ? new PlanarFlow(new PlanarSettings { Length = length }, shape, _accelerator)
        : new NiceFlow(
            new NiceSettings { Length = length, Network = new() { Hidden = Hidden, Activation = Activation.Tanh } }, shape, _accelerator, new NetworkFactory());
}
