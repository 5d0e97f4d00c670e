using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Engine;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;
using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.Memory;
using FlowLab.Engine.Models;
using FlowLab.Engine.Networks;
using FlowLab.Flows;
using FlowLab.Host.DataFiles;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.LinearAlgebra;
using FlowLab.Networks;
using FlowLab.Optimization;
using FlowLab.Plugins;
using ILGPU.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowLab.Host.Runs;

/// <summary>Builds what a cell's manifest names, on one device.</summary>
public sealed class CellFactory : IDisposable
{
    private const int DefaultDimension = 2;

    private readonly Accelerator _accelerator;
    private readonly ComponentActivator _activator;

    private readonly ComponentTurns _turns;

    // One for the components of all plugins, since it keeps memory. Their containers are disposed together and each disposes it.
    private readonly Lazy<MatrixMultiply> _products;
    private readonly NetworkFactory _networks;

    /// <param name="catalog">The plugins.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="dataFolder">What <c>--data</c> says; the folder is decided when a dataset first asks for it.</param>
    public CellFactory(PluginCatalog catalog, Accelerator accelerator, string? dataFolder = null)
    {
        _accelerator = accelerator;
        _turns = ComponentTurns.Of(accelerator);
        _products = new(() => MatrixMultiply.Of(accelerator));
        _networks = new NetworkFactory(accelerator, new Lazy<IMatrixMultiply>(() => _products.Value));
        _activator = catalog.CreateActivator(services => services
            .AddSingleton(accelerator)
            .AddSingleton<INetworkFactory>(_networks)
            .AddSingleton<IDataFolder>(_ => DataFolder.Locate(dataFolder))
            .AddSingleton<IMatrixMultiply>(_ => _products.Value)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance));
    }

    /// <summary>The matrix products of all components; null as long as nothing has asked for them.</summary>
    internal MatrixMultiply? Products => _products.IsValueCreated ? _products.Value : null;

    /// <summary>All components of a cell; the training session that is built from them owns them.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="standIn">In the place of the target's data; null builds them.</param>
    public TrainingDefinition Create(CellManifest cell, IReadOnlyList<int> seeds, IDataset? standIn = null)
    {
        IEnergy? energy = cell.Target?.Component.Kind == ComponentKinds.Energy ? Build<IEnergy>("target", cell.Target) : null;
        IDataset? data = standIn ?? (cell.Target?.Component.Kind == ComponentKinds.Dataset ? Build<IDataset>("target", cell.Target) : null);
        int dimension = energy?.Dimension ?? data?.Dimension ?? DefaultDimension;
        LatentModel? latent = cell.Model is null ? null : CreateModel(cell, cell.Model, data!, seeds.Count);
        return new TrainingDefinition
        {
            Seeds = seeds,
            Chain = latent?.Chain ?? CreateChain(cell, dimension, seeds.Count, data, energy is null),
            Latent = latent,
            Energy = energy,
            Data = data,
            Optimizer = Build<IOptimizer>("optimizer", cell.Optimizer),
            LearningRate = cell.LearningRate,
            Schedule = CreateSchedule(cell),
            Objective = cell.Objective,
            Training = cell.Training,
        };
    }

    /// <summary>The learning-rate schedule of a cell alone.</summary>
    public ISchedule CreateSchedule(CellManifest cell) => Build<ISchedule>("schedule", cell.Schedule);

    /// <summary>
    /// Builds every different component of a plan once and throws it away, so that settings which only a constructor can judge are
    /// refused before the first step, all at once, and not hours later.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="begin">Told of every cell that is built.</param>
    /// <param name="look">What else to look at in what was built; null: nothing.</param>
    /// <exception cref="FlowLabException">The refusals of all components.</exception>
    internal void Probe(ExperimentPlan plan, Action<CellPlan> begin, Action<CellPlan, TrainingDefinition>? look)
    {
        HashSet<string> seen = [];
        List<FlowLabException> refusals = [];
        foreach (CellPlan cell in plan.Cells)
        {
            if (!seen.Add(CellSettingsJson.OfComponents(cell.Manifest)))
                continue;
            begin(cell);
            try
            {
                TrainingDefinition definition = Create(cell.Manifest, plan.Seeds);
                look?.Invoke(cell, definition);
                Release(definition);
            }
            catch (FlowLabException refusal)
            {
                refusals.Add(refusal);
            }
        }
        string[] messages = [.. refusals.Select(refusal => refusal.Message).Distinct()];
        if (messages.Length > 0)
            throw new FlowLabException(refusals[0].Number, string.Join(Environment.NewLine, messages)[(refusals[0].Number.Length + 1)..], refusals[0]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _activator.Dispose();
        if (_products.IsValueCreated)
            _products.Value.Dispose();
    }

    private static void Release(TrainingDefinition definition)
    {
        definition.DisposeModel();
        definition.Optimizer?.Dispose();
        definition.Energy?.Dispose();
        definition.Data?.Dispose();
    }

    private FlowChain CreateChain(CellManifest cell, int dimension, int seeds, IDataset? data, bool energyIsMissing)
    {
        FlowShape shape = new(dimension, seeds);
        IBaseDensity baseDensity = cell.Base.Type == BaseKind.Uniform
            ? new UniformBase(cell.Base, _accelerator)
            : new GaussianBase(dimension, cell.Base, _accelerator);
        List<(string, IFlow)> flows = [.. cell.Flow.Select((flow, index) => (flow.Component.Name, WithoutContext(Build<IFlow>(ComponentTurns.SegmentName(index), flow, shape), index)))];
        if (energyIsMissing && flows.FindIndex(flow => flow.Item2 is ITargetFlow) is >= 0 and var index)
            throw new FlowLabEngineException(FlowChain.NoTarget(index, flows[index].Item1));
        if (cell.Target is { Standardizes: true } && data is not null)
            flows.Add((StandardizeFlow.Name, new StandardizeFlow(DataMoments.Of(data, _accelerator), _accelerator)));
        return new FlowChain(dimension, seeds, baseDensity, flows);
    }

    private static IFlow WithoutContext(IFlow flow, int index) => flow.ContextLength == 0 ? flow : throw new FlowLabEngineException(
        $"FLE034: flow[{index}] depends on data points, which only a model has. Set its \"conditioned\" to false, or give the manifest a \"model\".");

    private LatentModel CreateModel(CellManifest cell, LatentSettings settings, IDataset data, int seeds)
    {
        if (data is not IPointDataset points)
        {
            throw new FlowLabEngineException(
                $"FLE033: the dataset {cell.Target!.Component.Name} draws its points from a generator; a model needs a finite dataset with a test part. " +
                "Take mnist, cifar10-patches, freyfaces or a file of your own (npy).");
        }
        FlowShape shape = new(LatentModel.DimensionOf(settings), seeds);
        List<ChainPart> parts = [];
        foreach ((int index, ComponentSelection flow) in cell.Flow.Index())
        {
            IFlow built = Build<IFlow>(ComponentTurns.SegmentName(index), flow, shape);
            parts.Add(new ChainPart(flow.Component.Name, built, flow.Scope ?? built.Scope));
        }
        return new LatentModel(settings, points.Shape, points.Values, seeds, parts, _networks, _accelerator);
    }

    /// <param name="place">The component, as the manifest names it.</param>
    /// <param name="selection">What it is.</param>
    /// <param name="passedAlong">What its kind passes along.</param>
    private T Build<T>(string place, ComponentSelection selection, params object[] passedAlong) where T : class
    {
        _turns.Enter(place, "its constructor");
        T built = _activator.Create<T>(selection.Component, selection.Settings, passedAlong);
        _turns.Enter(place, "what it says of itself");
        if (built is IFlow flow)
            FlowContract.Check(selection.Component, flow);
        if (built is IDataset data)
            _ = data.Dimension;
        _turns.Enter("", "building the cell");
        return built;
    }
}
