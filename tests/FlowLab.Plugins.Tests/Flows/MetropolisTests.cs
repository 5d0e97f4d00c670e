using System.Globalization;
using FlowLab.Energies;
using FlowLab.Engine;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Datasets.Samples;
using FlowLab.Plugins.Langevin;
using FlowLab.Plugins.Optimizers;
using FlowLab.Plugins.Tests.Datasets;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>
/// Draws of U1..U4 after steps so long that unadjusted Langevin dynamics lead to another density: the Metropolis-adjusted ones have the target's moments, in double
/// precision by quadrature, and those of a Langevin flow with the same steps do not.
/// </summary>
[TestFixture]
internal sealed class MetropolisTests : IDisposable
{
    private const int Count = 4000;
    private const int UnadjustedSteps = 500;
    private const double Step = 0.15;

    private readonly TestDevice _device = new(1);

    private Accelerator Accelerator => _device.Accelerator;

    public void Dispose() => _device.Dispose();

    /// <summary>From the standard normal density; the way into U4's lower arm is long.</summary>
    [TestCase("U1", 500)]
    [TestCase("U2", 500)]
    [TestCase("U3", 500)]
    [TestCase("U4", 4000)]
    public void Adjusted_steps_leave_no_bias_where_unadjusted_ones_do(string name, int steps)
    {
        using TrainingSession plain = Session([], EnergyLab.Create(name, Accelerator));
        using TrainingSession langevin = Session([("langevin", Unadjusted())], EnergyLab.Create(name, Accelerator));
        ModelStream stream = Evaluator(plain).StreamSamples(Count, new MetropolisSettings(steps, Step));
        double[] adjusted = Deviations(name, stream.Gather(1).Values[0]);
        double[] unadjusted = Deviations(name, Evaluator(langevin).StreamSamples(Count).Gather(1).Values[0]);
        TestContext.Out.WriteLine($"{name}: {Shown([100 * stream.AcceptedShare!(0)])} % taken; deviations in standard errors: adjusted {Shown(adjusted)}, unadjusted {Shown(unadjusted)}");
        Assert.That(adjusted, Has.All.InRange(-4, 4));
        Assert.That(unadjusted[^1], Is.GreaterThan(10), "the energy of unadjusted draws is too high");
        Assert.That(stream.AcceptedShare!(0), Is.InRange(0.1, 0.9));
        Assert.That(stream.HasLogDensities, Is.False);
    }

    [Test]
    public void The_first_draws_are_the_same_however_many_there_are()
    {
        using TrainingSession session = Session([], EnergyLab.Create("U2", Accelerator));
        float[] few = Evaluator(session).StreamSamples(10, new MetropolisSettings(3, 0.1)).Gather(1).Values[0];
        float[] many = Evaluator(session).StreamSamples(Count + 10, new MetropolisSettings(3, 0.1)).Gather(1).Values[0];
        Assert.That(many[..20], Is.EqualTo(few));
        Assert.That(many[(2 * Count)..], Is.Not.EqualTo(few), "another chunk has other noise");
        Assert.That(few, Is.Not.EqualTo(Evaluator(session).StreamSamples(10).Gather(1).Values[0]));
    }

    [Test]
    public void Data_is_nothing_to_move_towards()
    {
        using TrainingSession session = new(Definition([]) with
        {
            Data = new Checkerboard(Accelerator), Objective = new ObjectiveSettings { Type = ObjectiveKind.MaximumLikelihood },
        }, Accelerator);
        Assert.That(
            () => Evaluator(session).StreamSamples(10, new MetropolisSettings(3, 0.1)),
            Throws.TypeOf<FlowLabEngineException>().With.Message.StartsWith("FLE053: ").And.Message.Contains("fitted to data"));
    }

    /// <summary>How far the means of z1, z2, z1^2, z2^2 and U over draws are from those of the target, in standard errors.</summary>
    private static double[] Deviations(string name, float[] draws)
    {
        double wall = new EnergySettings().Wall;
        double[] MomentsAt(double z1, double z2) => [z1, z2, z1 * z1, z2 * z2, EnergyReference.Value(name, z1, z2, wall)];
        double[] exact = Exact(name, wall, MomentsAt);
        double[][] values = [.. Enumerable.Range(0, draws.Length / 2).Select(i => MomentsAt(draws[2 * i], draws[2 * i + 1]))];
        return [.. exact.Select((expected, moment) =>
        {
            double mean = values.Average(value => value[moment]);
            double error = Math.Sqrt(values.Sum(value => (value[moment] - mean) * (value[moment] - mean))) / values.Length;
            return (mean - expected) / error;
        })];
    }

    /// <summary>By the midpoint rule.</summary>
    private static double[] Exact(string name, double wall, Func<double, double, double[]> momentsAt)
    {
        const int cells = 400;
        const double half = 8, spacing = 2 * half / cells;
        double[] sums = new double[5];
        double mass = 0;
        for (int cell = 0; cell < cells * cells; cell++)
        {
            double z1 = -half + (cell % cells + 0.5) * spacing, z2 = -half + (cell / cells + 0.5) * spacing;
            double[] moments = momentsAt(z1, z2);
            double weight = Math.Exp(-moments[^1]);
            mass += weight;
            for (int i = 0; i < sums.Length; i++)
                sums[i] += weight * moments[i];
        }
        return [.. sums.Select(sum => sum / mass)];
    }

    private static string Shown(double[] numbers) => string.Join(' ', numbers.Select(number => number.ToString("0.0", CultureInfo.InvariantCulture)));

    private LangevinFlow Unadjusted() =>
        new(new LangevinSettings { Length = UnadjustedSteps, Step = Step, LearnSteps = false, Annealed = false }, new FlowShape(2, 1), Accelerator);

    private static CellEvaluator Evaluator(TrainingSession session) => new(session, new EvaluationSettings());

    private TrainingSession Session(IReadOnlyList<(string Name, IFlow Flow)> flows, IEnergy energy) => new(Definition(flows) with { Energy = energy }, Accelerator);

    private TrainingDefinition Definition(IReadOnlyList<(string Name, IFlow Flow)> flows) => new()
    {
        Seeds = [3],
        Chain = new FlowChain(2, 1, new GaussianBase(2, new BaseSettings(), Accelerator), flows),
        Optimizer = new Adam(new AdamSettings(), Accelerator),
        Objective = new ObjectiveSettings { Type = ObjectiveKind.FreeEnergy },
        Training = new TrainingSettings { Batch = 100, Updates = 10 },
    };
}
