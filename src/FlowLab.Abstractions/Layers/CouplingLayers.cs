using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Layers;

/// <summary>
/// Coupling layers: each keeps one part of z and moves the components of the other by a map whose numbers come from a network of the kept part. The two layers
/// of a pair move opposite parts. The kept part stays in place, so a layer can be undone, and its gradients taken, at its output as well as its input.
/// Scratch rows, C being the larger part: what the network reads [C] and dL/d(that) [C], its outputs [n C] and dL/d(those) [n C], then the network's own.
/// </summary>
/// <param name="map">What happens to a moved component.</param>
/// <param name="order">The first D / 2 components of a pair's order are its first part, which even layers keep and odd layers move.</param>
/// <param name="offsets">Where the parameters lie.</param>
/// <param name="even">The network of even layers, D / 2 inputs.</param>
/// <param name="odd">The network of odd layers.</param>
public readonly struct CouplingLayers<TMap, TNetwork>(TMap map, ComponentOrderView order, LayerOffsets offsets, TNetwork even, TNetwork odd) : ILayerKernel
    where TMap : struct, IComponentMap
    where TNetwork : unmanaged, IConditionerKernel
{
    private readonly TMap _map = map;
    private readonly ComponentOrderView _order = order;
    private readonly LayerOffsets _offsets = offsets;
    private readonly TNetwork _even = even;
    private readonly TNetwork _odd = odd;

    /// <inheritdoc/>
    public int Length => _offsets.Length;

    private int Half => _order.Dimension / 2;

    private int Larger => _order.Dimension - Half;

    /// <inheritdoc/>
    public int Offset(int layer) => _offsets.Layer(layer);

    /// <inheritdoc/>
    public int ContextOffset(int layer) => _offsets.Context(layer);

    /// <inheritdoc/>
    public void Push(Index2D at, int layer, FlowBatch batch, SampleView state, ArrayView<float> logDet, SampleView scratch) =>
        Move(at, layer, true, batch, state, logDet, scratch);

    /// <inheritdoc/>
    public void Pull(Index2D at, int layer, FlowBatch batch, SampleView state, ArrayView<float> logDet, SampleView scratch) =>
        Move(at, layer, false, batch, state, logDet, scratch);

    /// <inheritdoc/>
    public void PushBackward(Index2D at, int layer, LayerAdjoint pass)
    {
        Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch, true);
        for (int i = 0; i < Moved(layer); i++)
        {
            ComponentRows.Move(at, pass.Batch.Tiles, _map, false, NumbersOf(i, pass.Scratch), MovedRow(at, layer, pass.State, i));
            MapBackward(at, layer, i, true, pass);
        }
        NetworkBackward(at, layer, pass);
    }

    /// <inheritdoc/>
    public void PullBackward(Index2D at, int layer, LayerAdjoint pass)
    {
        Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch, true);
        for (int i = 0; i < Moved(layer); i++)
        {
            MapBackward(at, layer, i, false, pass);
            ComponentRows.Move(at, pass.Batch.Tiles, _map, true, NumbersOf(i, pass.Scratch), MovedRow(at, layer, pass.State, i));
        }
        NetworkBackward(at, layer, pass);
    }

    private void Move(Index2D at, int layer, bool isPush, FlowBatch batch, SampleView state, ArrayView<float> logDet, SampleView scratch)
    {
        Evaluate(at, layer, batch, state, scratch, false);
        for (int i = 0; i < Moved(layer); i++)
            ComponentRows.Move(at, batch.Tiles, _map, isPush, NumbersOf(i, scratch), MovedRow(at, layer, state, i), logDet);
    }

    private void MapBackward(Index2D at, int layer, int index, bool isPush, LayerAdjoint pass) => ComponentRows.Backward(
        at, pass.Batch.Tiles, _map, isPush, NumbersOf(index, pass.Scratch), NumberGradients(pass.Scratch).Slice(index * _map.Numbers, _map.Numbers),
        MovedRow(at, layer, pass.State, index), MovedRow(at, layer, pass.Gradient, index), pass.LogDetGradients(at.Y));

    /// <summary>Evaluates the network of the kept components, on the way back for <see cref="NetworkBackward"/> as well.</summary>
    private void Evaluate(Index2D at, int layer, FlowBatch batch, SampleView state, SampleView scratch, bool isForBackward)
    {
        SampleRows inputs = Inputs(layer, scratch), outputs = Numbers(scratch).Slice(0, Moved(layer) * _map.Numbers);
        for (int i = 0; i < inputs.Count; i++)
            TileRows.Copy(at, batch.Tiles, KeptRow(at, layer, state, i), inputs.Row(at.Y, i));
        for (int o = 0; o < outputs.Count; o++)
            TileRows.Clear(at, batch.Tiles, outputs.Row(at.Y, o));
        TNetwork network = NetworkOf(layer);
        if (isForBackward)
            network.AddOutputForBackward(TileOf(at, layer, batch, scratch), inputs, outputs, 1f);
        else
            network.AddOutput(TileOf(at, layer, batch, scratch), inputs, outputs, 1f);
    }

    /// <summary>Gradients of the network that was just evaluated: adds those of the kept components, assigns those of the parameters.</summary>
    private void NetworkBackward(Index2D at, int layer, LayerAdjoint pass)
    {
        SampleRows inputs = Inputs(layer, pass.Scratch), inputGradients = new(pass.Scratch, Larger, inputs.Count);
        for (int i = 0; i < inputs.Count; i++)
            TileRows.Clear(at, pass.Batch.Tiles, inputGradients.Row(at.Y, i));
        TNetwork network = NetworkOf(layer);
        network.BackwardAfterOutput(
            TileOf(at, layer, pass.Batch, pass.Scratch), inputs, NumberGradients(pass.Scratch).Slice(0, Moved(layer) * _map.Numbers), inputGradients, 1f,
            pass.ParameterGradient.Skip(_offsets.Network(layer)), pass.ContextGradient.Skip(_offsets.Context(layer)));
        for (int i = 0; i < inputs.Count; i++)
            TileRows.Add(at, pass.Batch.Tiles, inputGradients.Row(at.Y, i), KeptRow(at, layer, pass.Gradient, i));
    }

    private int Moved(int layer) => layer % 2 == 0 ? Larger : Half;

    private ArrayView<float> KeptRow(Index2D at, int layer, SampleView rows, int index) =>
        rows.Row(at.Y, _order.At(at.Y, layer, index + (layer % 2 == 0 ? 0 : Half)));

    private ArrayView<float> MovedRow(Index2D at, int layer, SampleView rows, int index) =>
        rows.Row(at.Y, _order.At(at.Y, layer, index + (layer % 2 == 0 ? Half : 0)));

    private SampleRows Inputs(int layer, SampleView scratch) => new(scratch, 0, _order.Dimension - Moved(layer));

    private SampleRows Numbers(SampleView scratch) => new(scratch, 2 * Larger, _map.Numbers * Larger);

    private SampleRows NumbersOf(int index, SampleView scratch) => Numbers(scratch).Slice(index * _map.Numbers, _map.Numbers);

    private SampleRows NumberGradients(SampleView scratch) => new(scratch, (2 + _map.Numbers) * Larger, _map.Numbers * Larger);

    private TNetwork NetworkOf(int layer) => layer % 2 == 0 ? _even : _odd;

    private ConditionerTile TileOf(Index2D at, int layer, FlowBatch batch, SampleView scratch) => new(
        at.Y, at.X, batch.Tiles, batch.Parameters.Skip(_offsets.Network(layer)), batch.Context.Skip(_offsets.Context(layer)), scratch,
        2 * (1 + _map.Numbers) * Larger);
}
