using FlowLab.Data;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Models;
using FlowLab.Engine.Networks;
using FlowLab.Engine.Objectives;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using FlowLab.Plugins.Datasets.Samples;
using FlowLab.Plugins.Glow;
using FlowLab.Plugins.Optimizers;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Actnorm's data-dependent initialization: before the first update of maximum likelihood, the flow takes the first batch to mean 0 and variance 1.</summary>
[TestFixture]
internal sealed class GlowStartTests : IDisposable
{
    private const int Batch = 400;
    private static readonly int[] SeedNumbers = [5, 9];

    private readonly TestDevice _device = new(1);

    private Accelerator Accelerator => _device.Accelerator;

    public void Dispose() => _device.Dispose();

    [Test]
    public void Maximum_likelihood_starts_with_standardized_points()
    {
        using TrainingSession session = new(new TrainingDefinition
        {
            Seeds = SeedNumbers,
            Chain = new FlowChain(2, 2, new GaussianBase(2, new BaseSettings(), Accelerator), [("glow", Glow())]),
            Data = new EightGaussians(new EightGaussiansSettings(), Accelerator),
            Optimizer = new Adam(new AdamSettings(), Accelerator),
            Objective = new ObjectiveSettings { Type = ObjectiveKind.MaximumLikelihood },
            Training = new TrainingSettings { Batch = Batch, Updates = 10 },
        }, Accelerator);
        PointMoments moments = MomentsInFront(session);
        Assert.Multiple(() =>
        {
            Assert.That(moments.Means, Has.All.EqualTo(0).Within(1e-5));
            Assert.That(moments.Deviations, Has.All.EqualTo(1).Within(1e-4));
        });
    }

    private GlowFlow Glow() => new(
        new GlowSettings { Length = 3, Network = new ConditionerSettings { Hidden = 4, Activation = Activation.Tanh } }, new FlowShape(2, 2), Accelerator, new NetworkFactory());

    /// <summary>Of the first training batch, taken back through the flow of the session.</summary>
    private PointMoments MomentsInFront(TrainingSession session)
    {
        FlowChain chain = session.Definition.Chain;
        using FlowWorkspace work = new(Accelerator, chain, SeedNumbers.Length, Batch, gradients: false);
        session.Definition.Data!.Draw(new DataDraw(session.SeedsOnDevice, RandomPurpose.TrainingData, 0, work.State));
        PointMoments behind = Moments(work.State);
        chain.Inverse(work, chain.Own(session.Parameters));
        Assert.That(behind.Deviations, Has.All.GreaterThan(1.5), "the points themselves are not standardized");
        return Moments(work.State);
    }

    private static PointMoments Moments(SampleView state)
    {
        float[] points = new float[SeedNumbers.Length * 2 * Batch];
        state.Values.SubView(0, points.Length).CopyToCPU(points);
        return PointMoments.Of(points, 2, Batch);
    }
}
