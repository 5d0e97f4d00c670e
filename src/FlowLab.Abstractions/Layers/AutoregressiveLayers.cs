using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Layers;

/// <summary>
/// Autoregressive layers: each moves every component by a map whose numbers come from a masked network of the components before it, in the layer's order;
/// the second layer of a pair has the order of the first backwards. The network reads z (then z' comes of it at once, and z of z' component by component) or
/// z' (the other way round). Component by component the network is evaluated once in all, see <see cref="IMaskedConditionerKernel"/>.
/// Scratch rows: what the network reads [D] and dL/d(that) [D], its outputs [n D] and dL/d(those) [n D], then the network's own.
/// </summary>
/// <param name="map">What happens to a component.</param>
/// <param name="order">The order of the components.</param>
/// <param name="offsets">Where the parameters lie.</param>
/// <param name="readsOutput">Whether the network reads z' rather than z.</param>
/// <param name="network">The network of all layers.</param>
public readonly struct AutoregressiveLayers<TMap, TNetwork>(TMap map, ComponentOrderView order, LayerOffsets offsets, bool readsOutput, TNetwork network)
    : ILayerKernel
    where TMap : struct, IComponentMap
    where TNetwork : unmanaged, IMaskedConditionerKernel
{
    private readonly TMap _map = map;
    private readonly ComponentOrderView _order = order;
    private readonly LayerOffsets _offsets = offsets;
    private readonly int _readsOutput = readsOutput ? 1 : 0;
    private readonly TNetwork _network = network;

    /// <inheritdoc/>
    public int Length => _offsets.Length;

    private int Dimension => _order.Dimension;

    private bool ReadsOutput => _readsOutput != 0;

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
        if (ReadsOutput)
        {
            Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            for (int i = 0; i < Dimension; i++)
                MoveComponent(at, layer, i, false, pass);
            BackwardInTurn(at, layer, true, pass);
        }
        else
        {
            MoveInTurn(at, layer, false, pass);
            for (int i = 0; i < Dimension; i++)
                MapBackward(at, layer, i, true, pass);
            BackwardAtOnce(at, layer, pass);
        }
    }

    /// <inheritdoc/>
    public void PullBackward(Index2D at, int layer, LayerAdjoint pass)
    {
        if (ReadsOutput)
        {
            MoveInTurn(at, layer, true, pass);
            BackwardAtOnce(at, layer, pass);
        }
        else
        {
            Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            BackwardInTurn(at, layer, false, pass);
            for (int i = 0; i < Dimension; i++)
                MoveComponent(at, layer, i, true, pass);
        }
    }

    private void Move(Index2D at, int layer, bool isPush, FlowBatch batch, SampleView state, ArrayView<float> logDet, SampleView scratch)
    {
        bool isInTurn = isPush == ReadsOutput;
        if (!isInTurn)
            Evaluate(at, layer, batch, state, scratch);
        for (int i = 0; i < Dimension; i++)
        {
            if (isInTurn)
                EvaluateComponent(at, layer, i, batch, scratch);
            ArrayView<float> z = Row(at, layer, state, i);
            ComponentRows.Move(at, batch.Tiles, _map, isPush, NumbersOf(i, scratch), z, logDet);
            if (isInTurn)
                TileRows.Copy(at, batch.Tiles, z, Inputs(scratch).Row(at.Y, i));
        }
    }

    /// <summary>
    /// Moves component by component. Where the network reads z', a component's gradients are taken before it moves: they need z.
    /// </summary>
    private void MoveInTurn(Index2D at, int layer, bool isPush, LayerAdjoint pass)
    {
        for (int i = 0; i < Dimension; i++)
        {
            EvaluateComponent(at, layer, i, pass.Batch, pass.Scratch);
            if (isPush)
                MapBackward(at, layer, i, false, pass);
            MoveComponent(at, layer, i, isPush, pass);
            TileRows.Copy(at, pass.Batch.Tiles, Row(at, layer, pass.State, i), Inputs(pass.Scratch).Row(at.Y, i));
        }
    }

    /// <summary>Gradients where what the network reads is what the gradients are of: from the last component to the first, each complete when its turn comes.</summary>
    private void BackwardInTurn(Index2D at, int layer, bool isPush, LayerAdjoint pass)
    {
        ClearInputGradients(at, pass);
        ConditionerTile tile = TileOf(at, layer, pass.Batch, pass.Scratch);
        ParameterView parameterGradient = pass.ParameterGradient.Skip(_offsets.Network(layer)), contextGradient = pass.ContextGradient.Skip(_offsets.Context(layer));
        TNetwork masked = _network;
        masked.BeginBackward(tile, Inputs(pass.Scratch));
        for (int i = Dimension - 1; i >= 0; i--)
        {
            TileRows.Add(at, pass.Batch.Tiles, InputGradients(pass.Scratch).Row(at.Y, i), Row(at, layer, pass.Gradient, i));
            MapBackward(at, layer, i, isPush, pass);
            masked.ComponentBackward(
                tile, Inputs(pass.Scratch), NumberGradientsOf(i, pass.Scratch), InputGradients(pass.Scratch), 1f, i, parameterGradient, contextGradient);
        }
    }

    /// <summary>Gradients of the network where those of its outputs are all there: adds those of what it reads.</summary>
    private void BackwardAtOnce(Index2D at, int layer, LayerAdjoint pass)
    {
        ClearInputGradients(at, pass);
        TNetwork masked = _network;
        masked.Backward(
            TileOf(at, layer, pass.Batch, pass.Scratch), Inputs(pass.Scratch), new SampleRows(pass.Scratch, (2 + _map.Numbers) * Dimension, _map.Numbers * Dimension),
            InputGradients(pass.Scratch), 1f, pass.ParameterGradient.Skip(_offsets.Network(layer)), pass.ContextGradient.Skip(_offsets.Context(layer)));
        for (int i = 0; i < Dimension; i++)
            TileRows.Add(at, pass.Batch.Tiles, InputGradients(pass.Scratch).Row(at.Y, i), Row(at, layer, pass.Gradient, i));
    }

    private void ClearInputGradients(Index2D at, LayerAdjoint pass)
    {
        for (int i = 0; i < Dimension; i++)
            TileRows.Clear(at, pass.Batch.Tiles, InputGradients(pass.Scratch).Row(at.Y, i));
    }

    /// <summary>The numbers of all components, of a state that is all there.</summary>
    private void Evaluate(Index2D at, int layer, FlowBatch batch, SampleView state, SampleView scratch)
    {
        for (int i = 0; i < Dimension; i++)
            TileRows.Copy(at, batch.Tiles, Row(at, layer, state, i), Inputs(scratch).Row(at.Y, i));
        for (int i = 0; i < Dimension; i++)
            EvaluateComponent(at, layer, i, batch, scratch);
    }

    private void EvaluateComponent(Index2D at, int layer, int index, FlowBatch batch, SampleView scratch)
    {
        SampleRows numbers = NumbersOf(index, scratch);
        for (int o = 0; o < numbers.Count; o++)
            TileRows.Clear(at, batch.Tiles, numbers.Row(at.Y, o));
        TNetwork masked = _network;
        masked.AddComponent(TileOf(at, layer, batch, scratch), Inputs(scratch), numbers, 1f, index);
    }

    private void MoveComponent(Index2D at, int layer, int index, bool isPush, LayerAdjoint pass) =>
        ComponentRows.Move(at, pass.Batch.Tiles, _map, isPush, NumbersOf(index, pass.Scratch), Row(at, layer, pass.State, index));

    private void MapBackward(Index2D at, int layer, int index, bool isPush, LayerAdjoint pass) => ComponentRows.Backward(
        at, pass.Batch.Tiles, _map, isPush, NumbersOf(index, pass.Scratch), NumberGradientsOf(index, pass.Scratch), Row(at, layer, pass.State, index),
        Row(at, layer, pass.Gradient, index), pass.LogDetGradients(at.Y));

    private ArrayView<float> Row(Index2D at, int layer, SampleView rows, int index) =>
        rows.Row(at.Y, _order.At(at.Y, layer, layer % 2 == 0 ? index : Dimension - 1 - index));

    private SampleRows Inputs(SampleView scratch) => new(scratch, 0, Dimension);

    private SampleRows InputGradients(SampleView scratch) => new(scratch, Dimension, Dimension);

    private SampleRows NumbersOf(int index, SampleView scratch) => new(scratch, 2 * Dimension + index * _map.Numbers, _map.Numbers);

    private SampleRows NumberGradientsOf(int index, SampleView scratch) =>
        new(scratch, (2 + _map.Numbers) * Dimension + index * _map.Numbers, _map.Numbers);

    private ConditionerTile TileOf(Index2D at, int layer, FlowBatch batch, SampleView scratch) => new(
        at.Y, at.X, batch.Tiles, batch.Parameters.Skip(_offsets.Network(layer)), batch.Context.Skip(_offsets.Context(layer)), scratch,
        2 * (1 + _map.Numbers) * Dimension);
}
