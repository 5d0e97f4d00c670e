using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;
using FlowLab.Engine.LinearAlgebra.Tiled;
using FlowLab.Engine.Models;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Objectives;
using FlowLab.Engine.Tests.Latents;
using FlowLab.Engine.Tests.Training;
using FlowLab.Engine.Training;
using FlowLab.Energies;
using FlowLab.LinearAlgebra;
using FlowLab.Plugins.Optimizers;

namespace FlowLab.Engine.Tests;

/// <summary>What the engine refuses although a checked manifest never asks for it.</summary>
public sealed class RefusalTests
{
    private TestCells _cells = null!;

    [SetUp]
    public void Open() => _cells = new TestCells();

    [TearDown]
    public void Close() => _cells.Dispose();

    [Test]
    public void A_tensor_that_is_too_large() => Assert.That(
        () => new FlowWorkspace(_cells.Accelerator, Chain(2), 2000, 1_000_000, gradients: false), Refused("FLE001: a tensor of 2000 seeds x 2 features x 1000000 samples has 4000000000 elements"));

    [Test]
    public void An_objective_without_its_target()
    {
        Assert.That(() => new TrainingSession(Definition(ObjectiveKind.FreeEnergy), _cells.Accelerator), Refused("FLE002"));
        Assert.That(() => new TrainingSession(Definition(ObjectiveKind.MaximumLikelihood), _cells.Accelerator), Refused("FLE003"));
    }

    [Test]
    public void Updates_and_looks_inside_of_what_is_not_trained()
    {
        using TrainingSession session = new(Definition(ObjectiveKind.None), _cells.Accelerator);
        Assert.That(session.Step, Throws.InvalidOperationException.With.Message.StartsWith("FLE004"));
        Assert.That(() => session.Diagnose(0), Throws.InvalidOperationException.With.Message.StartsWith("FLE037"));
    }

    [Test]
    public void A_grid_of_a_flow_that_is_not_two_dimensional()
    {
        using TrainingSession session = new(Definition(ObjectiveKind.None) with { Chain = Chain(3) }, _cells.Accelerator);
        Assert.That(() => new CellEvaluator(session, new EvaluationSettings { FigureResolution = 10 }).DrawModel(new EnergyGrid(-4, 4, 10)), Refused("FLE009"));
    }

    [Test]
    public void A_product_whose_matrices_are_too_large_for_a_kernel() =>
        Assert.That(() => TiledLength.Of(MatrixView.Shared(default, 100_000, 100_000)), Refused("FLE025: a product on this device has a matrix of 10000000000 elements per seed"));

    [Test]
    public void Stochastic_layers_that_cannot_be_built() =>
        Assert.That(() => LatentModel.DimensionOf(new LatentSettings { Latents = [] }), Refused("FLE031: model.latents is []"));

    [Test]
    public void A_latent_model_without_data()
    {
        using LatentDevice device = new();
        using LatentCell cell = new(device, new LatentCase { Widths = [2], Seeds = [1], PointDimension = 4 });
        Assert.That(() => new LatentObjective(Definition(ObjectiveKind.FreeEnergy) with { Latent = cell.Model }, device.Accelerator), Refused("FLE032"));
    }

    [Test]
    public void A_uniform_base_in_maximum_likelihood()
    {
        UniformBase uniform = new(new BaseSettings { Type = BaseKind.Uniform }, _cells.Accelerator);
        Assert.That(() => uniform.LikelihoodBackward(default, 1, default, default, default), Refused("FLE035"));
    }

    private static NUnit.Framework.Constraints.StartsWithConstraint Refused(string text) => Throws.TypeOf<FlowLabEngineException>().With.Message.StartsWith(text);

    private FlowChain Chain(int dimension) => new(dimension, 1, new GaussianBase(dimension, new BaseSettings(), _cells.Accelerator), []);

    private TrainingDefinition Definition(ObjectiveKind kind) => new()
    {
        Seeds = [1], Chain = Chain(2), Optimizer = new Sgd(new SgdSettings(), _cells.Accelerator), Objective = new ObjectiveSettings { Type = kind },
        Training = new TrainingSettings { Batch = 10, Updates = 1 },
    };
}
