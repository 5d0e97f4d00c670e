namespace ILGPU.Runtime;

/// <summary>Compiles a kernel for each set of specialised values that it is launched with.</summary>
internal sealed class SpecializingLauncher<TArguments> : KernelLauncher<TArguments>
    where TArguments : struct
{
    private const int LargestCount = 64;

    private readonly Lock _lock = new();
    private readonly KernelEntry _entry;
    private readonly ScalarReader<TArguments> _read;
    private readonly int _count;
    private (SpecializedArguments Values, KernelLauncher<TArguments> Launcher)[] _versions = [];

    internal SpecializingLauncher(Accelerator accelerator, KernelEntry entry)
        : base(accelerator)
    {
        _entry = entry;
        var parameters = SpecializedParameters.Of(entry);
        _count = parameters.Count;
        if (_count > LargestCount)
            throw new NotSupportedException($"A kernel has {LargestCount} specialised numbers at most, but {entry.Method.Name} has {_count}.");
        _read = ScalarReaderEmitter.Emit<TArguments>(entry.Method, parameters);
    }

    protected override void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, in TArguments arguments)
    {
        Span<long> bits = stackalloc long[LargestCount];
        bits = bits[.._count];
        _read(in arguments, bits);
        (Find(bits) ?? Load(bits)).Launch(stream, in dimensions, in arguments);
    }

    private KernelLauncher<TArguments>? Find(ReadOnlySpan<long> bits)
    {
        foreach (var (values, launcher) in Volatile.Read(ref _versions))
        {
            if (values.Are(bits))
                return launcher;
        }

        return null;
    }

    private KernelLauncher<TArguments> Load(ReadOnlySpan<long> bits)
    {
        lock (_lock)
        {
            if (Find(bits) is { } known)
                return known;
            var values = new SpecializedArguments(bits);
            var launcher = Accelerator.Load<TArguments>(_entry with { Values = values });
            Volatile.Write(ref _versions, [.. _versions, (values, launcher)]);
            return launcher;
        }
    }
}
