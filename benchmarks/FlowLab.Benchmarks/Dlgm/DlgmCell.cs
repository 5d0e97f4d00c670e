using FlowLab.Accelerators.Simd;
using FlowLab.Data;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;
using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.Models;
using FlowLab.Engine.Networks;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.LinearAlgebra;
using FlowLab.Networks;
using FlowLab.Optimization;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Plugins.Datasets.Sets;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Planar;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>The paper's MNIST model with K amortised planar layers, as the peer trains it.</summary>
internal sealed class DlgmCell : IDisposable
{
    private readonly Context _context;
    private readonly MatrixMultiply _products;

    public DlgmCell(DlgmSizes sizes, int length, int seeds, int batch, double beta = 1)
        : this(sizes, length, [.. Enumerable.Range(0, seeds)], batch, 1e-5, beta, accelerator => new ResidentBits(sizes.Pixels, accelerator))
    {
    }

    private DlgmCell(
        DlgmSizes sizes, int length, IReadOnlyList<int> seeds, int batch, double learningRate, double beta, Func<Accelerator, IDataset> data,
        ISchedule? schedule = null, int updates = int.MaxValue)
    {
        _context = Context.Create(builder => builder.EnableAlgorithms());
        Accelerator = _context.CreateSimdAccelerator(Environment.ProcessorCount);
        _products = MatrixMultiply.Of(Accelerator);
        NetworkSettings network = new() { Hidden = sizes.Hidden };
        LatentSettings settings = new() { Latents = [sizes.Latents], Encoder = network, Decoder = network, FlowOutputs = new() { Scale = 1 } };
        FlowShape shape = new(sizes.Latents, seeds.Count);
        List<ChainPart> parts = length == 0
            ? []
            : [new("planar", new PlanarFlow(new PlanarSettings { Length = length, InitialScale = 0.01 }, shape, Accelerator), ParameterScope.Amortised)];
        Model = new LatentModel(
            settings, new PointShape(1, 1, sizes.Pixels), PointValues.Binary, seeds.Count, parts,
            new NetworkFactory(Accelerator, new Lazy<IMatrixMultiply>(_products)), Accelerator);
        Data = data(Accelerator);
        Session = new TrainingSession(new TrainingDefinition
        {
            Seeds = seeds,
            Chain = Model.Chain,
            Latent = Model,
            Data = Data,
            Optimizer = new RmsProp(new RmsPropSettings(), Accelerator),
            LearningRate = learningRate,
            Schedule = schedule,
            Objective = new ObjectiveSettings { Annealing = new AnnealingSettings { Start = beta, Updates = 1_000_000_000 } },
            Training = new TrainingSettings { Batch = batch, Updates = updates, Clip = new() { Factor = 0 } },
        }, Accelerator);
    }

    public Accelerator Accelerator { get; }

    public LatentModel Model { get; }

    public IDataset Data { get; }

    public TrainingSession Session { get; }

    public IMatrixMultiply Products => _products;

    /// <summary>On MNIST, static binarization, at beta = 1.</summary>
    /// <param name="sizes">Sizes of the model.</param>
    /// <param name="length">Planar layers.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="batch">Points per update.</param>
    /// <param name="learningRate">Of RMSprop.</param>
    /// <param name="folder">Where the files are.</param>
    public static DlgmCell OfMnist(DlgmSizes sizes, int length, IReadOnlyList<int> seeds, int batch, double learningRate, string folder) =>
        new(sizes, length, seeds, batch, learningRate, 1, accelerator => new Mnist(new MnistSettings(), new GivenFolder(folder), new PointTables(accelerator)));

    /// <summary>Seed 0 on MNIST, dynamic binarization, at beta = 1, with a learning rate that rises to its value and falls to 0 as a cosine.</summary>
    /// <param name="sizes">Sizes of the model.</param>
    /// <param name="length">Planar layers.</param>
    /// <param name="batch">Points per update.</param>
    /// <param name="learningRate">Of RMSprop.</param>
    /// <param name="schedule">Its factors.</param>
    /// <param name="updates">How long the schedule is.</param>
    /// <param name="folder">Where the files are.</param>
    public static DlgmCell OfMnistScheduled(DlgmSizes sizes, int length, int batch, double learningRate, ISchedule schedule, int updates, string folder) =>
        new(sizes, length, [0], batch, learningRate, 1,
            accelerator => new Mnist(new MnistSettings { Binarization = BinarizationKind.Dynamic }, new GivenFolder(folder), new PointTables(accelerator)),
            schedule, updates);

    public void Dispose()
    {
        Session.Dispose();
        _products.Dispose();
        Accelerator.Dispose();
        _context.Dispose();
    }
}
