using FlowLab.Kernels;
using FsCheck;
using FsCheck.NUnit;

namespace FlowLab.Abstractions.Tests.Kernels;

[TestFixture]
public sealed class SampleTilesTests
{
    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Contiguous_tiles_hold_every_sample_once(PositiveInt batch, PositiveInt samplesPerTile) =>
        HoldsEverySampleOnce(SampleTiles.Contiguous(batch.Get, samplesPerTile.Get), batch.Get);

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Interleaved_tiles_hold_every_sample_once(PositiveInt batch, PositiveInt tiles) =>
        HoldsEverySampleOnce(SampleTiles.Interleaved(batch.Get, tiles.Get), batch.Get);

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Blocked_tiles_hold_every_sample_once(PositiveInt batch, PositiveInt tiles) =>
        HoldsEverySampleOnce(SampleTiles.Blocked(batch.Get, tiles.Get), batch.Get);

    [Test]
    public void Blocked_tiles_hold_every_sample_once_where_the_last_block_is_short([Range(481, 560)] int batch) =>
        Assert.That(HoldsEverySampleOnce(SampleTiles.Blocked(batch, 32), batch) && HoldsEverySampleOnce(SampleTiles.Blocked(20 * batch, 320), 20 * batch), Is.True);

    [Test]
    public void Sixteen_tiles_share_a_block_of_neighbors()
    {
        SampleTiles tiles = SampleTiles.Blocked(1000, 32);
        Assert.That((tiles.Tiles, tiles.Step), Is.EqualTo((32, 16)));
        Assert.That(Samples(tiles, 1).Take(3), Is.EqualTo([1, 17, 33]));
        Assert.That(Enumerable.Range(0, 16).SelectMany(tile => Samples(tiles, tile)).Order(), Is.EqualTo(Enumerable.Range(0, 512)));
        Assert.That(Enumerable.Range(16, 16).SelectMany(tile => Samples(tiles, tile)).Order(), Is.EqualTo(Enumerable.Range(512, 488)));
    }

    [FsCheck.NUnit.Property]
    public bool One_tile_per_sample_holds_that_sample(PositiveInt batch)
    {
        SampleTiles tiles = SampleTiles.PerSample(batch.Get);
        return tiles.Tiles == batch.Get
            && Enumerable.Range(0, batch.Get).All(sample => Samples(tiles, sample).SequenceEqual([sample]));
    }

    [Test]
    public void Contiguous_tiles_hold_neighbors()
    {
        SampleTiles tiles = SampleTiles.Contiguous(10, 4);
        Assert.That(tiles.Tiles, Is.EqualTo(3));
        Assert.That(Samples(tiles, 1), Is.EqualTo([4, 5, 6, 7]));
        Assert.That(Samples(tiles, 2), Is.EqualTo([8, 9]));
    }

    [Test]
    public void Interleaved_tiles_hold_samples_of_one_remainder()
    {
        SampleTiles tiles = SampleTiles.Interleaved(10, 4);
        Assert.That(tiles.Tiles, Is.EqualTo(4));
        Assert.That(Samples(tiles, 1), Is.EqualTo([1, 5, 9]));
        Assert.That(Samples(tiles, 3), Is.EqualTo([3, 7]));
    }

    [Test]
    public void There_are_never_more_interleaved_tiles_than_samples() =>
        Assert.That(SampleTiles.Interleaved(3, 8).Tiles, Is.EqualTo(3));

    private static bool HoldsEverySampleOnce(SampleTiles tiles, int batch)
    {
        int[] samples = [.. Enumerable.Range(0, tiles.Tiles).SelectMany(tile => Samples(tiles, tile))];
        return tiles.Batch == batch
            && samples.Order().SequenceEqual(Enumerable.Range(0, batch))
            && Enumerable.Range(0, tiles.Tiles).All(tile => Samples(tiles, tile).Any());
    }

    private static IEnumerable<int> Samples(SampleTiles tiles, int tile)
    {
        for (int sample = tiles.First(tile); sample < tiles.End(tile); sample += tiles.Step)
            yield return sample;
    }
}
