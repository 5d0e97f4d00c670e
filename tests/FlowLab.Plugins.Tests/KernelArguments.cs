using System.Reflection;
using System.Runtime.InteropServices;
using FlowLab.Engine.Networks;
using FlowLab.Kernels;
using FlowLab.Tests;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests;

/// <summary>Small arguments for any kernel, made from its parameter types; every buffer is large enough for every index that they lead to.</summary>
internal sealed class KernelArguments : IDisposable
{
    private const int Length = 8192;
    private const int Batch = 5;
    private const int Tiles = 3;
    private const int Dimension = 16;
    private const int ScratchDimension = 256;
    private const int ParametersPerSeed = 256;

    // The processor is always there.
    private readonly KernelLab _lab = KernelLab.OpenIfThere(KernelDevice.Simd)!;
    private readonly System.Random _random = new(7);
    private readonly List<ArrayView<byte>> _buffers = [];
    private readonly List<byte[]> _initial = [];
    private readonly List<Func<Array>> _readers = [];

    /// <summary>Where the buffers are.</summary>
    internal Accelerator Accelerator => _lab.Accelerator;

    internal object[] Of(MethodInfo kernel) => [.. kernel.GetParameters().Skip(1).Select(New)];

    /// <summary>The buffers as they were made.</summary>
    internal void Restore()
    {
        for (var i = 0; i < _buffers.Count; i++)
            _buffers[i].CopyFromCPU(_initial[i]);
    }

    /// <summary>The buffers as they are, as arrays of their type.</summary>
    internal IReadOnlyList<Array> Snapshot() => [.. _readers.Select(read => read())];

    public void Dispose() => _lab.Dispose();

    /// <summary>Scratch has rows enough that no two instances share one.</summary>
    private object New(ParameterInfo parameter)
    {
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        return type == typeof(SampleView) && string.Equals(parameter.Name, "Scratch", StringComparison.OrdinalIgnoreCase)
            ? new SampleView((ArrayView<float>)New(typeof(ArrayView<float>)), ScratchDimension, Batch)
            : New(type);
    }

    private object New(Type type)
    {
        if (type == typeof(int) || type.IsEnum)
            return type.IsEnum ? Enum.ToObject(type, 3) : 3;
        if (type == typeof(long))
            return 3L;
        if (type == typeof(float))
            return 0.75f;
        if (type == typeof(ArrayView<float>))
            return Buffer(_ => (float)(_random.NextDouble() - 0.5));
        if (type == typeof(ArrayView<int>))
            return Buffer(_ => 0);
        if (type == typeof(ArrayView<long>))
            return Buffer(_ => 0L);
        if (type == typeof(ArrayView<uint>))
            return Buffer(_ => (uint)_random.NextInt64(1L << 32));
        if (type == typeof(ArrayView<byte>))
            return Buffer(_ => (byte)_random.Next(256));
        if (type == typeof(SampleView))
            return new SampleView((ArrayView<float>)New(typeof(ArrayView<float>)), Dimension, Batch);
        if (type == typeof(SampleTiles))
            return SampleTiles.Interleaved(Batch, Tiles);
        if (type == typeof(ParameterView))
            return ParameterView.PerTile((ArrayView<float>)New(typeof(ArrayView<float>)), ParametersPerSeed, 0, Tiles);
        if (type == typeof(MlpShape))
            return new MlpShape(2, 2, 3, 2, 4);
        if (type == typeof(MaskedShape))
            return new MaskedShape(3, 2, 4, 2, 1, false);
        if (type == typeof(bool))
            return true;
        return type.IsClass ? Activator.CreateInstance(type)! : NewStruct(type);
    }

    private object NewStruct(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .OrderBy(candidate => candidate.GetParameters().Length).LastOrDefault();
        return constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(New)]);
    }

    private ArrayView<T> Buffer<T>(Func<int, T> value)
        where T : unmanaged
    {
        T[] data = [.. Enumerable.Range(0, Length).Select(value)];
        var view = Accelerator.Allocate1D(data).View.BaseView;
        _buffers.Add(view.Cast<byte>());
        _readers.Add(() => view.GetAsArray());
        _initial.Add(MemoryMarshal.AsBytes<T>(data).ToArray());
        return view;
    }
}
