using System.Globalization;
using System.Runtime.InteropServices;
using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Testing.Bench;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Testing.Flows;

/// <summary>The buffers of one pass, by name.</summary>
internal sealed class PassBuffers : IDisposable
{
    private readonly Accelerator _accelerator;
    private readonly FlowInputs _inputs;
    private readonly IFlow _flow;
    private readonly Dictionary<string, GuardedBuffer> _buffers = [];
    private readonly Dictionary<string, float[]> _readOnly = [];

    public PassBuffers(Accelerator accelerator, FlowInputs inputs, IFlow flow)
    {
        _accelerator = accelerator;
        _inputs = inputs;
        _flow = flow;
        ArrayView<float> parameters = TakeReadOnly("parameters", inputs.Parameters);
        ParameterView view = inputs.IsAmortized
            ? ParameterView.PerTile(parameters, flow.ParameterCount, 0, inputs.Tiles.Tiles)
            : ParameterView.Global(parameters, flow.ParameterCount, 0);
        Batch = new FlowBatch(inputs.Seeds, inputs.Tiles, inputs.Layers, view)
        {
            Context = flow.ContextLength == 0 ? view : ParameterView.PerTile(TakeReadOnly("context", inputs.Context), flow.ContextLength, 0, inputs.Tiles.Tiles),
        };
    }

    /// <summary>What every pass has in common.</summary>
    public FlowBatch Batch { get; }

    /// <summary>Where the sums over tiles go.</summary>
    public ParameterView ParameterGradient => Sums("gradient of the parameters", _flow.ParameterCount);

    /// <summary>Where the sums over tiles go.</summary>
    public ParameterView ContextGradient => _flow.ContextLength == 0 ? ParameterGradient : Sums("gradient of the context", _flow.ContextLength);

    /// <summary>A buffer that the pass reads and writes.</summary>
    public SampleView Take(string name, float[] values, int features) => new(Add(name, values), features, _inputs.Batch);

    /// <summary>Points [R, D + A, B] in two buffers, z and what the flow has of auxiliary variables; gives that of z.</summary>
    public SampleView TakePoints(string name, string auxiliaryName, float[] points, int dimension)
    {
        int auxiliary = _flow.AuxiliaryLength;
        if (auxiliary > 0)
            Take(auxiliaryName, Rows(points, dimension + auxiliary, dimension, auxiliary), auxiliary);
        return Take(name, auxiliary > 0 ? Rows(points, dimension + auxiliary, 0, dimension) : points, dimension);
    }

    /// <summary>A buffer as passes see it.</summary>
    public SampleView View(string name, int features) => new(_buffers[name].View, features, _inputs.Batch);

    /// <summary>A buffer that the pass must leave as it is.</summary>
    public ArrayView<float> TakeReadOnly(string name, float[] values)
    {
        _readOnly.Add(name, values);
        return Add(name, values);
    }

    /// <summary>A buffer that holds nothing of use.</summary>
    public SampleView Unset(string name, int features) => new(AddUnset(name, features * _inputs.Seeds * _inputs.Batch), features, _inputs.Batch);

    /// <summary>What is in a buffer.</summary>
    public float[] Read(string name) => _buffers[name].Read(out _);

    /// <summary>The points of <see cref="TakePoints"/>.</summary>
    public float[] ReadPoints(string name, string auxiliaryName, int dimension)
    {
        int auxiliary = _flow.AuxiliaryLength;
        if (auxiliary == 0)
            return Read(name);
        float[] z = Read(name), omega = Read(auxiliaryName);
        return
        [
            .. Enumerable.Range(0, _inputs.Seeds).SelectMany(seed =>
                z.Skip(seed * dimension * _inputs.Batch).Take(dimension * _inputs.Batch)
                    .Concat(omega.Skip(seed * auxiliary * _inputs.Batch).Take(auxiliary * _inputs.Batch))),
        ];
    }

    /// <summary>What a backward pass left.</summary>
    public PassResult ReadGradients(int dimension) => new()
    {
        State = ReadPoints("state", "omega", dimension),
        Gradient = ReadPoints("gradient", "omega's gradient", dimension),
        ParameterGradient = _flow.ParameterCount == 0 ? [] : Read("gradient of the parameters"),
        ContextGradient = _flow.ContextLength == 0 ? [] : Read("gradient of the context"),
        Damage = FindDamage(),
    };

    /// <summary>Where something was written that must not be; empty if nowhere.</summary>
    public string FindDamage()
    {
        if (!_inputs.IsWatched)
            return "";
        foreach ((string name, GuardedBuffer buffer) in _buffers)
            if (buffer.Look((values, touched) => FindDamage(name, values, touched)) is { Length: > 0 } damage)
                return damage;
        return "";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (GuardedBuffer buffer in _buffers.Values)
            buffer.Dispose();
    }

    private string FindDamage(string name, ReadOnlySpan<float> values, int? touched)
    {
        if (touched is { } place)
            return string.Create(CultureInfo.InvariantCulture, $"the pass wrote outside of the buffer \"{name}\", which has {values.Length} numbers, at [{place}]");
        if (!_readOnly.TryGetValue(name, out float[]? before))
            return "";
        int same = MemoryMarshal.Cast<float, int>(values).CommonPrefixLength(MemoryMarshal.Cast<float, int>(before));
        return same == before.Length ? "" : string.Create(CultureInfo.InvariantCulture, $"the pass wrote {values[same]} into the buffer \"{name}\", which it may only read, at [{same}]");
    }

    /// <summary>Some of the rows of [R, rows, B].</summary>
    private float[] Rows(float[] values, int rows, int first, int count)
    {
        float[] some = new float[_inputs.Seeds * count * _inputs.Batch];
        for (int seed = 0; seed < _inputs.Seeds; seed++)
            values.AsSpan((seed * rows + first) * _inputs.Batch, count * _inputs.Batch).CopyTo(some.AsSpan(seed * count * _inputs.Batch));
        return some;
    }

    private ParameterView Sums(string name, int length) => ParameterView.PerTile(
        _buffers.TryGetValue(name, out GuardedBuffer? there) ? there.View : AddUnset(name, length * _inputs.Seeds * _inputs.Tiles.Tiles), length, 0, _inputs.Tiles.Tiles);

    private ArrayView<float> AddUnset(string name, int length)
    {
        var buffer = GuardedBuffer.Filled(_accelerator, length, _inputs.Unset, _inputs.Zone);
        _buffers.Add(name, buffer);
        return buffer.View;
    }

    private ArrayView<float> Add(string name, float[] values)
    {
        var buffer = new GuardedBuffer(_accelerator, values.Length > 0 ? values : [_inputs.Unset], _inputs.Zone);
        _buffers.Add(name, buffer);
        return buffer.View;
    }
}
