using FlowLab.Accelerators.Simd;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Planar;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Toy2d;

/// <summary>A planar flow on U1 as the peer trains it.</summary>
internal sealed class Toy2dCell : IDisposable
{
    private readonly Context _context;
    private readonly Accelerator _accelerator;

    public Toy2dCell(int length, int seeds, int batch)
    {
        _context = Context.Create(builder => builder.EnableAlgorithms());
        _accelerator = _context.CreateSimdAccelerator(Environment.ProcessorCount);
        FlowShape shape = new(2, seeds);
        Session = new TrainingSession(new TrainingDefinition
        {
            Seeds = [.. Enumerable.Range(0, seeds)],
            Chain = new FlowChain(
                2, seeds, new GaussianBase(2, new BaseSettings(), _accelerator),
                [("planar", new PlanarFlow(new PlanarSettings { Length = length }, shape, _accelerator))]),
            Energy = new U1(new EnergySettings(), _accelerator),
            Optimizer = new RmsProp(new RmsPropSettings(), _accelerator),
            LearningRate = 1e-5,
            Objective = new ObjectiveSettings(),
            Training = new TrainingSettings { Batch = batch, Updates = int.MaxValue },
        }, _accelerator);
    }

    public TrainingSession Session { get; }

    public void Dispose()
    {
        Session.Dispose();
        _accelerator.Dispose();
        _context.Dispose();
    }
}
