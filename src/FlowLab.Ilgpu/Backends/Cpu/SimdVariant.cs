namespace ILGPU.Backends.Cpu;

/// <summary>A kernel compiled for one case of its strides. The form for parts of vectors is emitted when a row first needs it.</summary>
internal sealed class SimdVariant<TArguments>(SimdAnalysis analysis, VectorTable vectors)
    where TArguments : struct
{
    private readonly SimdBody<TArguments> _whole = SimdEmitter.Emit<TArguments>(analysis, vectors, isPartial: false);
    private readonly Lazy<SimdBody<TArguments>> _part = new(() => SimdEmitter.Emit<TArguments>(analysis, vectors, isPartial: true));

    internal int Lanes { get; } = vectors.Lanes;

    /// <summary>Runs the instances x up to end of the row (y, z).</summary>
    internal void Run(in TArguments arguments, long x, long end, int y, int z)
    {
        var part = (end - x) % Lanes;
        if (end - x > part)
            _whole(in arguments, x, end - part, y, z);
        if (part > 0)
            _part.Value(in arguments, end - part, end, y, z);
    }
}
