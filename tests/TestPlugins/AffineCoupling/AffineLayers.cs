using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;
using ILGPU.Algorithms;

namespace AffineCoupling;

/// <summary>The layers as kernels see them. The first rows of scratch are s and t, the next their gradients, the rest is the network's.</summary>
public readonly struct AffineLayers<TNetwork>(TNetwork even, TNetwork odd, int evenParameters, int oddParameters, int half, int dimension, int length)
    where TNetwork : unmanaged, IConditionerKernel
{
    /// <summary>Layers, K.</summary>
    public readonly int Length = length;

    private readonly TNetwork _even = even;
    private readonly TNetwork _odd = odd;
    private readonly int _evenParameters = evenParameters;
    private readonly int _oddParameters = oddParameters;
    private readonly int _half = half;
    private readonly int _dimension = dimension;

    /// <summary>The first parameter of a layer.</summary>
    public int Offset(int layer) => layer / 2 * (_evenParameters + _oddParameters) + layer % 2 * _evenParameters;

    /// <summary>Components that a layer moves.</summary>
    public int Moved(int layer) => layer % 2 == 0 ? _dimension - _half : _half;

    /// <summary>The rows that a layer moves.</summary>
    public SampleRows Target(int layer, SampleView state) => layer % 2 == 0 ? new SampleRows(state, _half, _dimension - _half) : new SampleRows(state, 0, _half);

    /// <summary>s and t of a layer.</summary>
    public SampleRows Outputs(int layer, SampleView scratch) => new(scratch, 0, 2 * Moved(layer));

    /// <summary>dL/ds and dL/dt of a layer.</summary>
    public SampleRows OutputGradients(int layer, SampleView scratch) => new(scratch, 2 * (_dimension - _half), 2 * Moved(layer));

    /// <summary>Evaluates the network; s is then c = tanh(s).</summary>
    public void Evaluate(Index2D at, int layer, FlowBatch batch, SampleView state, SampleView scratch)
    {
        SampleTiles tiles = batch.Tiles;
        SampleRows outputs = Outputs(layer, scratch);
        for (int o = 0; o < outputs.Count; o++)
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                outputs.Row(at.Y, o)[s] = 0f;
        TNetwork network = NetworkOf(layer);
        network.AddOutput(TileOf(at, layer, batch, scratch), Inputs(layer, state), outputs, 1f);
        for (int o = 0; o < Moved(layer); o++)
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                outputs.Row(at.Y, o)[s] = XMath.Tanh(outputs.Row(at.Y, o)[s]);
    }

    /// <summary>Gradients of the network, from those of s and t.</summary>
    public void NetworkBackward(Index2D at, int layer, FlowBatch batch, SampleView state, SampleView gradient, SampleView scratch, ParameterView parameterGradient)
    {
        TNetwork network = NetworkOf(layer);
        ParameterView target = parameterGradient.Skip(Offset(layer));
        network.Backward(TileOf(at, layer, batch, scratch), Inputs(layer, state), OutputGradients(layer, scratch), Inputs(layer, gradient), 1f, target, target);
    }

    private SampleRows Inputs(int layer, SampleView state) => Target(layer + 1, state);

    private TNetwork NetworkOf(int layer) => layer % 2 == 0 ? _even : _odd;

    private ConditionerTile TileOf(Index2D at, int layer, FlowBatch batch, SampleView scratch)
    {
        ParameterView parameters = batch.Parameters.Skip(Offset(layer));
        return new ConditionerTile(at.Y, at.X, batch.Tiles, parameters, parameters, scratch, 4 * (_dimension - _half));
    }
}
