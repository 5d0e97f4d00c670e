using FlowLab.Engine.Evaluation;
using FlowLab.Engine.Latents;
using FlowLab.Networks;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Samples of the model itself: z from the prior, layer by layer from the top.</summary>
internal sealed class LatentSamplingTests
{
    private const int Count = 20_000;

    [Test]
    public void Means_of_p_of_x_given_z_have_the_moments_that_the_layers_above_imply_and_do_not_depend_on_packed_seeds()
    {
        using LatentDevice device = new();
        using LatentCell packed = CellOf(device, 3, 8), alone = CellOf(device, 8);
        float[][] pictures = new LatentEvaluator(packed.Session, new EvaluationSettings()).DrawSamples(Count).Values;
        foreach (float[] seed in pictures)
        {
            // z2 is standard normal, z1 = 0.9 z2 - 0.4 + 0.6 noise; the pictures are 0.5 + 0.05 z1 and 0.4 - 0.03 z1, far from the ends of [0, 1].
            double variance = 0.9 * 0.9 + 0.6 * 0.6;
            AssertMoments([.. seed.Where((_, i) => i % 2 == 0)], 0.5 - 0.4 * 0.05, 0.05 * 0.05 * variance);
            AssertMoments([.. seed.Where((_, i) => i % 2 == 1)], 0.4 + 0.4 * 0.03, 0.03 * 0.03 * variance);
        }
        Assert.That(new LatentEvaluator(alone.Session, new EvaluationSettings()).DrawSamples(Count).Values[0], Is.EqualTo(pictures[1]));
        Assert.That(pictures[0], Is.Not.EqualTo(pictures[1]));
        float[] few = new LatentEvaluator(packed.Session, new EvaluationSettings()).DrawSamples(7).Values[1];
        Assert.That(few, Is.EqualTo(pictures[1][..few.Length]), "the first draws are the same however many there are");
    }

    private static LatentCell CellOf(LatentDevice device, params int[] seeds)
    {
        LatentCell cell = new(device, new LatentCase
        {
            Widths = [1, 1], Likelihood = LikelihoodKind.Gaussian, Network = new NetworkSettings { Depth = 0 }, PointDimension = 2, Seeds = seeds,
        });
        for (int position = 0; position < seeds.Length; position++)
        {
            cell.Set("decoder0.output.weight", [0.05, -0.03, 0, 0], position);
            cell.Set("decoder0.output.bias", [0.5, 0.4, 0, 0], position);
            cell.Set("decoder1.output.weight", [0.9, 0], position);
            cell.Set("decoder1.output.bias", [-0.4, Math.Log(0.6)], position);
        }
        return cell;
    }

    /// <summary>Five standard errors of the mean and of the variance of normal numbers.</summary>
    private static void AssertMoments(float[] values, double mean, double variance)
    {
        Assert.That(values, Has.Length.EqualTo(Count));
        Assert.That(values.Average(x => (double)x), Is.EqualTo(mean).Within(5 * Math.Sqrt(variance / Count)));
        Assert.That(values.Average(x => (x - mean) * (x - mean)), Is.EqualTo(variance).Within(5 * variance * Math.Sqrt(2.0 / Count)));
    }
}
