using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Training;
using FlowLab.Plugins.Optimizers;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>What a seed of a latent model computes depends on nothing but the seed.</summary>
internal sealed class LatentDeterminismTests
{
    private const int Updates = 25;

    [Test]
    public void A_seed_is_bit_identical_alone_and_packed_in_any_order_with_1_or_2_threads()
    {
        double[] alone = Train([7], KernelDevice.Simd, 1)[7];
        Dictionary<int, double[]> packed = Train([3, 7, 11], KernelDevice.Simd, 2), reordered = Train([11, 7, 3], KernelDevice.Simd, 1);
        Assert.Multiple(() =>
        {
            Assert.That(packed[7], Is.EqualTo(alone));
            Assert.That(reordered[7], Is.EqualTo(alone));
            Assert.That(reordered[3], Is.EqualTo(packed[3]));
            Assert.That(reordered[11], Is.EqualTo(packed[11]));
            Assert.That(packed[3], Is.Not.EqualTo(packed[7]), "seeds differ");
        });
    }

    [Test]
    public void A_restored_session_ends_with_the_bits_of_one_that_never_stopped()
    {
        using LatentDevice device = new();
        using LatentCell through = CellOf(device, [3, 7]), first = CellOf(device, [3, 7]), second = CellOf(device, [3, 7]);
        Step(through, Updates);
        Step(first, 11);
        second.Session.Restore(first.Session.ReadState());
        Step(second, Updates - 11);
        TrainingState expected = through.Session.ReadState(), actual = second.Session.ReadState();
        Assert.Multiple(() =>
        {
            Assert.That(actual.Update, Is.EqualTo(expected.Update));
            Assert.That(Bits(actual.Parameters), Is.EqualTo(Bits(expected.Parameters)));
            Assert.That(Bits(actual.OptimizerState), Is.EqualTo(Bits(expected.OptimizerState)));
            Assert.That(Bits(actual.NormMeans), Is.EqualTo(Bits(expected.NormMeans)));
            Assert.That(expected.NormMeans, Is.All.GreaterThan(0));
            Assert.That(second.Session.ReadLosses(), Is.EqualTo(through.Session.ReadLosses()));
            Assert.That(Bits(expected.Parameters), Is.Not.EqualTo(Bits(first.Session.ReadState().Parameters)), "updates change parameters");
        });
    }

    /// <summary>Last loss, parameters and figures of each seed.</summary>
    private static Dictionary<int, double[]> Train(int[] seeds, KernelDevice execution, int threads)
    {
        using LatentDevice device = new(execution, threads);
        using LatentCell cell = CellOf(device, seeds);
        Step(cell, Updates);
        float[] losses = cell.Session.ReadLosses(), parameters = cell.Parameters;
        IReadOnlyList<SeedMetric> metrics = CellEvaluators.Of(cell.Session, new EvaluationSettings { ImportanceSamples = 10, Points = 110 }).Measure();
        Assert.That(losses, Is.All.Matches<float>(float.IsFinite));
        return seeds.Select((seed, position) => (seed, Values: (double[])
        [
            losses[position],
            .. parameters.AsSpan(position * cell.Model.ParameterCount, cell.Model.ParameterCount).ToArray().Select(value => (double)value),
            .. metrics.Where(metric => metric.Seed == seed).Select(metric => metric.Value),
        ])).ToDictionary(entry => entry.seed, entry => entry.Values);
    }

    private static LatentCell CellOf(LatentDevice device, int[] seeds) =>
        new(device, LatentCases.Mixed with { Seeds = seeds }, new RmsProp(new RmsPropSettings(), device.Accelerator), Updates);

    private static void Step(LatentCell cell, int updates)
    {
        for (int i = 0; i < updates; i++)
            cell.Session.Step();
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
