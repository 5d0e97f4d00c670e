using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Plugins;
using ILGPU;
using ILGPU.Runtime;

namespace MyDataset;

/// <summary>Points on a spiral of one and a half turns, r from 0.5 to 3.5, with normal noise; new ones in every update.</summary>
[Dataset("my-dataset", Summary = "A noisy spiral.")]
public sealed class MyDatasetPoints(MyDatasetSettings settings, Accelerator accelerator) : IDataset
{
    private readonly Action<Index2D, ArrayView<int>, int, long, SampleView, float> _draw =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, int, long, SampleView, float>(MyDatasetKernels.Draw);

    public int Dimension => 2;

    public EnergyGrid? FigureGrid { get; } = new(-4, 4, 200);

    public void Draw(in DataDraw draw) => _draw(
        new Index2D(draw.Samples.Batch, (int)draw.Seeds.Length), draw.Seeds, (int)draw.Purpose, draw.Step, draw.Samples, (float)settings.Noise);

    public void Dispose()
    {
        // Kernels live as long as their accelerator.
    }
}
