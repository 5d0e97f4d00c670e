using FlowLab.Data;
using FlowLab.Kernels;
using FlowLab.Plugins;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace PlantedParts;

/// <summary>Normal points in the plane, right or with one mistake.</summary>
[Dataset("planted-dataset", Summary = "Normal points with a mistake of your choice.")]
public sealed class PlantedDataset(PlantedDatasetSettings settings, Accelerator accelerator) : IDataset
{
    private readonly Action<Index2D, ArrayView<int>, int, long, SampleView, int> _draw =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, int, long, SampleView, int>(Draw);
    private int _draws;

    public int Dimension => settings.Mistake == PlantedDatasetMistake.NoDimension ? 0 : 2;

    public static void Draw(Index2D at, ArrayView<int> seeds, int purpose, long step, SampleView samples, int mistake)
    {
        int seed = mistake == (int)PlantedDatasetMistake.SeedIgnored ? 1 : seeds[at.Y];
        PhiloxBlock bits = KernelRandom.Bits(seed, purpose, mistake == (int)PlantedDatasetMistake.StepIgnored ? 0 : step, at.X, 0);
        NormalPair point = KernelRandom.Normal(bits.X, bits.Y);
        samples.Row(at.Y, 0)[at.X] = point.First;
        if (mistake == (int)PlantedDatasetMistake.NeverWritten)
            return;
        samples.Row(at.Y, 1)[at.X] = point.Second;
        if (mistake == (int)PlantedDatasetMistake.PastTheEnd && at.X == samples.Batch - 1 && at.Y == (int)seeds.Length - 1)
            samples.Values[(at.Y + 1) * 2 * samples.Batch] = 0f;
    }

    void IDataset.Draw(in DataDraw draw)
    {
        long turn = settings.Mistake == PlantedDatasetMistake.DrawsInTurn ? _draws++ : 0;
        _draw(new Index2D(draw.Samples.Batch, (int)draw.Seeds.Length), draw.Seeds, (int)draw.Purpose, draw.Step + turn, draw.Samples, (int)settings.Mistake);
    }

    public void Dispose()
    {
    }
}
