using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Plugins.RealNvp;

/// <summary>The parts of a real NVP flow as its kernels see them.</summary>
/// <param name="shape">Sizes.</param>
/// <param name="order">[R, pairs, D]: the components of a pair's first part, then those of its second, see <see cref="RealNvpMasks"/>.</param>
/// <param name="even">The network of even layers, which keep the first part.</param>
/// <param name="odd">The network of odd layers, which keep the second part.</param>
public readonly struct RealNvpLayers<TNetwork>(RealNvpShape shape, ArrayView<int> order, TNetwork even, TNetwork odd)
    where TNetwork : unmanaged, IConditionerKernel
{
    /// <summary>Sizes.</summary>
    public readonly RealNvpShape Shape = shape;

    private readonly ArrayView<int> _order = order;
    private readonly TNetwork _even = even;
    private readonly TNetwork _odd = odd;

    /// <summary>The row of the moved component <paramref name="index"/> of a layer.</summary>
    public ArrayView<float> MovedRow(Index2D at, int layer, SampleView rows, int index) =>
        rows.Row(at.Y, Component(at, layer, Shape.FirstMoved(layer) + index));

    /// <summary>s and t of a layer, one row per moved component each.</summary>
    public SampleRows Outputs(int layer, SampleView scratch) => new(scratch, 2 * Shape.Larger, 2 * Shape.Moved(layer));

    /// <summary>dL/draw and dL/dt of a layer.</summary>
    public SampleRows OutputGradients(int layer, SampleView scratch) => new(scratch, 4 * Shape.Larger, 2 * Shape.Moved(layer));

    /// <summary>Evaluates the network of the kept components: s = alpha tanh(raw / alpha), and t.</summary>
    public void Evaluate(Index2D at, int layer, FlowBatch batch, SampleView state, SampleView scratch)
    {
        SampleRows inputs = Inputs(layer, scratch), outputs = Outputs(layer, scratch);
        for (int i = 0; i < inputs.Count; i++)
            RealNvpRows.Copy(at, batch.Tiles, KeptRow(at, layer, state, i), inputs.Row(at.Y, i));
        for (int o = 0; o < outputs.Count; o++)
            RealNvpRows.Clear(at, batch.Tiles, outputs.Row(at.Y, o));
        TNetwork network = NetworkOf(layer);
        network.AddOutput(TileOf(at, layer, batch, scratch), inputs, outputs, 1f);
        for (int o = 0; o < Shape.Moved(layer); o++)
            RealNvpRows.Bound(at, batch.Tiles, outputs.Row(at.Y, o), Shape.ScaleBound);
    }

    /// <summary>Gradients of the network from <see cref="OutputGradients"/>: adds those of the kept components, assigns those of the parameters.</summary>
    public void NetworkBackward(
        Index2D at, int layer, FlowBatch batch, SampleView gradient, SampleView scratch, ParameterView parameterGradient, ParameterView contextGradient)
    {
        SampleRows inputs = Inputs(layer, scratch);
        var inputGradients = new SampleRows(scratch, Shape.Larger, inputs.Count);
        for (int i = 0; i < inputs.Count; i++)
            RealNvpRows.Clear(at, batch.Tiles, inputGradients.Row(at.Y, i));
        TNetwork network = NetworkOf(layer);
        network.Backward(
            TileOf(at, layer, batch, scratch), inputs, OutputGradients(layer, scratch), inputGradients, 1f,
            parameterGradient.Skip(Shape.Offset(layer)), contextGradient.Skip(Shape.ContextOffset(layer)));
        for (int i = 0; i < inputs.Count; i++)
            RealNvpRows.Add(at, batch.Tiles, inputGradients.Row(at.Y, i), KeptRow(at, layer, gradient, i));
    }

    private SampleRows Inputs(int layer, SampleView scratch) => new(scratch, 0, Shape.Dimension - Shape.Moved(layer));

    private ArrayView<float> KeptRow(Index2D at, int layer, SampleView rows, int index) =>
        rows.Row(at.Y, Component(at, layer, Shape.FirstKept(layer) + index));

    private int Component(Index2D at, int layer, int position) => _order[(at.Y * Shape.Pairs + layer / 2) * Shape.Dimension + position];

    private TNetwork NetworkOf(int layer) => layer % 2 == 0 ? _even : _odd;

    private ConditionerTile TileOf(Index2D at, int layer, FlowBatch batch, SampleView scratch) => new(
        at.Y, at.X, batch.Tiles, batch.Parameters.Skip(Shape.Offset(layer)), batch.Context.Skip(Shape.ContextOffset(layer)), scratch, Shape.NetworkRow);
}
