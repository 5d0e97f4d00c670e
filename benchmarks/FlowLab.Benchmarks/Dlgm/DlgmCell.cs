using FlowLab.Data;
using FlowLab.Engine.Latents;
using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.Models;
using FlowLab.Engine.Networks;
using FlowLab.Engine.Objectives;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.LinearAlgebra;
using FlowLab.Networks;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Planar;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>The paper's MNIST model with K amortised planar layers, as the peer trains it.</summary>
internal sealed class DlgmCell : IDisposable
{
    private readonly Context _context;
    private readonly MatrixMultiply _products;

    public DlgmCell(DlgmSizes sizes, int length, int seeds, int batch, double beta = 1)
    {
        _context = Context.Create(builder => builder.CPU(new CPUDevice(2, 1, Environment.ProcessorCount)));
        Accelerator = _context.CreateCPUAccelerator(0);
        _products = MatrixMultiply.Of(Accelerator);
        NetworkSettings network = new() { Hidden = sizes.Hidden };
        LatentSettings settings = new() { Latents = [sizes.Latents], Encoder = network, Decoder = network };
        FlowShape shape = new(sizes.Latents, seeds);
        List<ChainPart> parts = length == 0
            ? []
            : [new("planar", new PlanarFlow(new PlanarSettings { Length = length, InitialScale = 0.01 }, shape, Accelerator), ParameterScope.Amortised)];
        Model = new LatentModel(
            settings, new PointShape(1, 1, sizes.Pixels), PointValues.Binary, seeds, parts,
            new NetworkFactory(Accelerator, new Lazy<IMatrixMultiply>(_products)), Accelerator);
        Data = new ResidentBits(sizes.Pixels, Accelerator);
        Session = new TrainingSession(new TrainingDefinition
        {
            Seeds = [.. Enumerable.Range(0, seeds)],
            Chain = Model.Chain,
            Latent = Model,
            Data = Data,
            Optimizer = new RmsProp(new RmsPropSettings(), Accelerator),
            LearningRate = 1e-5,
            Objective = new ObjectiveSettings { Annealing = new AnnealingSettings { Start = beta, Updates = 1_000_000_000 } },
            Training = new TrainingSettings { Batch = batch, Updates = int.MaxValue },
        }, Accelerator);
    }

    public Accelerator Accelerator { get; }

    public LatentModel Model { get; }

    public ResidentBits Data { get; }

    public TrainingSession Session { get; }

    public IMatrixMultiply Products => _products;

    public void Dispose()
    {
        Session.Dispose();
        _products.Dispose();
        Accelerator.Dispose();
        _context.Dispose();
    }
}
