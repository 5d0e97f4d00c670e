using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace FlowLab.Abstractions.Tests.Kernels;

/// <summary>Addressing, on a buffer whose every element holds its own position.</summary>
[TestFixture]
public sealed class ViewTests : IDisposable
{
    private const int Seeds = 3;
    private const int Stride = 7;
    private const int Tiles = 5;
    private const int First = 2;

    private readonly Context _context;
    private readonly Accelerator _accelerator;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _positions;

    public ViewTests()
    {
        _context = Context.Create(builder => builder.CPU());
        _accelerator = _context.CreateCPUAccelerator(0);
        _positions = _accelerator.Allocate1D(Enumerable.Range(0, Seeds * Stride * Tiles).Select(i => (float)i).ToArray());
    }

    public void Dispose()
    {
        _positions.Dispose();
        _accelerator.Dispose();
        _context.Dispose();
    }

    [Test]
    public void Global_parameters_are_seed_by_seed_and_the_same_for_all_tiles()
    {
        ParameterView view = ParameterView.Global(_positions.View, Stride, First);
        ForAll((seed, tile, parameter) => Assert.That(view.At(seed, tile, parameter), Is.EqualTo(seed * Stride + First + parameter)));
    }

    [Test]
    public void Parameters_per_tile_have_the_tiles_innermost()
    {
        ParameterView view = ParameterView.PerTile(_positions.View, Stride, First, Tiles);
        ForAll((seed, tile, parameter) =>
            Assert.That(view.At(seed, tile, parameter), Is.EqualTo((seed * Stride + First + parameter) * Tiles + tile)));
    }

    [Test]
    public void Skipping_parameters_begins_later()
    {
        ParameterView global = ParameterView.Global(_positions.View, Stride, First);
        ParameterView perTile = ParameterView.PerTile(_positions.View, Stride, First, Tiles);
        ForAll((seed, tile, parameter) =>
        {
            Assert.That(global.Skip(1).Skip(1).At(seed, tile, parameter), Is.EqualTo(global.At(seed, tile, parameter + 2)));
            Assert.That(perTile.Skip(2).At(seed, tile, parameter), Is.EqualTo(perTile.At(seed, tile, parameter + 2)));
        });
    }

    [Test]
    public void Parameters_can_be_written()
    {
        using MemoryBuffer1D<float, Stride1D.Dense> values = _accelerator.Allocate1D(new float[Seeds * Stride * Tiles]);
        ParameterView.PerTile(values.View, Stride, First, Tiles).At(1, 4, 3) = 8;
        float[] written = values.View.GetAsArray1D();
        Assert.That(written[(Stride + First + 3) * Tiles + 4], Is.EqualTo(8));
        Assert.That(written.Sum(), Is.EqualTo(8));
    }

    [Test]
    public void A_row_is_one_feature_of_all_samples_of_a_seed()
    {
        var view = new SampleView(_positions.View, Stride, Tiles);
        ArrayView<float> row = view.Row(2, 3);
        Assert.That(row.Length, Is.EqualTo(Tiles));
        for (int sample = 0; sample < Tiles; sample++)
            Assert.That(row[sample], Is.EqualTo((2 * Stride + 3) * Tiles + sample));
    }

    private static void ForAll(Action<int, int, int> check)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            for (int tile = 0; tile < Tiles; tile++)
            {
                for (int parameter = 0; parameter < Stride - First - 2; parameter++)
                    check(seed, tile, parameter);
            }
        }
    }
}
