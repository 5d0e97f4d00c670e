using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>What holds for every sample set.</summary>
[TestFixtureSource(typeof(SampleLab), nameof(SampleLab.Names))]
public sealed class SampleSetTests(string name) : IDisposable
{
    private const int Batch = 1000;

    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Test]
    public void Training_and_test_data_share_no_point()
    {
        using IDataset data = SampleLab.Create(name, _lab.Accelerator);
        AssertDisjoint(
            SampleLab.Draw(_lab, data, [7], Batch),
            SampleLab.Draw(_lab, data, [7], Batch, purpose: RandomPurpose.TestData));
    }

    [Test]
    public void A_seed_draws_the_same_bits_alone_and_packed_in_any_order()
    {
        using IDataset data = SampleLab.Create(name, _lab.Accelerator);
        float[] alone = SampleLab.Draw(_lab, data, [7], Batch, 3);
        int[][] packs = [[3, 7, 11], [7, 3], [11, 12, 13, 7]];
        foreach (int[] seeds in packs)
        {
            int at = Array.IndexOf(seeds, 7) * 2 * Batch;
            Assert.That(SampleLab.Draw(_lab, data, seeds, Batch, 3)[at..(at + 2 * Batch)], Is.EqualTo(alone));
        }
    }

    [Test]
    public void A_smaller_batch_is_the_beginning_of_a_larger_one()
    {
        using IDataset data = SampleLab.Create(name, _lab.Accelerator);
        float[] small = SampleLab.Draw(_lab, data, [7], 10);
        float[] large = SampleLab.Draw(_lab, data, [7], Batch);
        Assert.That(large[..10], Is.EqualTo(small[..10]));
        Assert.That(large[Batch..(Batch + 10)], Is.EqualTo(small[10..]));
    }

    [Test]
    public void One_thread_and_several_draw_the_same_bits()
    {
        using var sequential = new CpuLab(threads: 1);
        using IDataset data = SampleLab.Create(name, _lab.Accelerator);
        using IDataset sequentialData = SampleLab.Create(name, sequential.Accelerator);
        Assert.That(
            SampleLab.Draw(sequential, sequentialData, [1, 2], 5000), Is.EqualTo(SampleLab.Draw(_lab, data, [1, 2], 5000)));
    }

    [Test]
    public void The_figure_shows_nearly_all_points()
    {
        using IDataset data = SampleLab.Create(name, _lab.Accelerator);
        EnergyGrid grid = data.FigureGrid!;
        Assert.That(data.Dimension, Is.EqualTo(2));
        Assert.That(grid, Is.EqualTo(new EnergyGrid(-4, 4, 200)));
        int outside = SampleLab.Points(_lab, data, 100_000).Count(p => Math.Max(Math.Abs(p.X), Math.Abs(p.Y)) > grid.Maximum);
        Assert.That(outside, Is.LessThan(150));
    }

    [Test]
    public void Only_data_is_drawn()
    {
        using IDataset data = SampleLab.Create(name, _lab.Accelerator);
        Assert.That(
            () => SampleLab.Draw(_lab, data, [7], 10, purpose: RandomPurpose.TrainingNoise),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("TrainingData or TestData only"));
    }

    private static void AssertDisjoint(float[] first, float[] second)
    {
        HashSet<(float, float)> points = [.. Enumerable.Range(0, Batch).Select(i => (first[i], first[Batch + i]))];
        Assert.That(points, Has.Count.GreaterThan(Batch - 2));
        Assert.That(Enumerable.Range(0, Batch).Select(i => (second[i], second[Batch + i])), Has.None.Matches<(float, float)>(points.Contains));
    }
}
