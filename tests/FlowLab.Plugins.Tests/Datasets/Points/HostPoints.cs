using FlowLab.Data;
using FlowLab.Plugins.Datasets.Images;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Datasets.Points;

/// <summary>What a finite dataset has to draw, computed plainly on the host from the rules in docs/data.md.</summary>
internal sealed class HostPoints(DataSplit split, BinarizationKind kind, int noiseSeed)
{
    private int Dimension => split.Training.Images.Dimension;

    public float[] Train(int[] seeds, long step, int batch) => Fill(seeds.Length, batch, (r, s) =>
    {
        int count = split.Training.Images.Count;
        long place = step * batch + s;
        int point = new KeyedPermutation(count).At(seeds[r], (int)RandomPurpose.Shuffling, place / count, (int)(place % count));
        return kind == BinarizationKind.Dynamic ? Point(split.Training, point, seeds[r], place / count) : Point(split.Training, point, noiseSeed, Binarization.Static);
    });

    public float[] Test(int seeds, long step, int batch) => Fill(seeds, batch, (_, s) =>
        Point(split.Test, (int)((step * batch + s) % split.Test.Images.Count), noiseSeed, Binarization.Static));

    public float[] Gather(DataSubset subset, int first, int seeds, int batch) => Fill(seeds, batch, (_, s) =>
    {
        DataPart part = split.Parts[(int)subset];
        return Point(part, Math.Min(first + s, part.Images.Count - 1), noiseSeed, Binarization.Static);
    });

    private float[] Fill(int seeds, int batch, Func<int, int, float[]> point)
    {
        var samples = new float[seeds * Dimension * batch];
        for (int r = 0; r < seeds; r++)
            for (int s = 0; s < batch; s++)
            {
                float[] values = point(r, s);
                for (int d = 0; d < Dimension; d++)
                    samples[(r * Dimension + d) * batch + s] = values[d];
            }
        return samples;
    }

    private float[] Point(DataPart part, int point, int seed, long epoch)
    {
        ImageTable images = part.Images;
        int number = part.Numbers[point];
        return [.. Enumerable.Range(0, Dimension).Select(d => Value(images, point * Dimension + d, seed, epoch, number, d))];
    }

    private float Value(ImageTable images, int at, int seed, long epoch, int number, int pixel)
    {
        if (kind == BinarizationKind.None)
            return images.Bytes is null ? images.Floats![at] : images.Bytes[at] / 255f;
        if (images.Bytes is not null)
            return Binarization.IsInk(seed, epoch, number, pixel, images.Bytes[at]) ? 1 : 0;
        PhiloxBlock bits = Philox4x32.Generate(
            new PhiloxBlock((uint)number, (uint)(pixel / 4), (uint)(ulong)epoch, (uint)((ulong)epoch >> 32)), (uint)seed, (uint)RandomPurpose.Binarization);
        uint mine = new[] { bits.X, bits.Y, bits.Z, bits.W }[pixel % 4];
        return (2.0 * (mine >> 9) + 1) / (1 << 24) < images.Floats![at] ? 1 : 0;
    }
}
