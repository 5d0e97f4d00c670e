using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.Simd;

/// <summary>The programs of a loaded kernel: one, or one per set of specialised values that it is launched with.</summary>
internal sealed unsafe class SimdSpecializations
{
    private readonly Lock _lock = new();
    private readonly KernelEntry _entry;
    private readonly VectorTable _vectors;
    private readonly SpecializedSlots _slots;
    private (SpecializedArguments Values, SimdProgram Program)[] _known = [];
    private readonly SimdProgram? _only;

    internal SimdSpecializations(KernelEntry entry, VectorTable vectors)
    {
        (_entry, _vectors, _slots) = (entry, vectors, new(entry));
        if (!entry.IsProvisional)
            _only = SimdPrograms.Of(entry, vectors);
    }

    internal SimdProgram For(long* arguments) => _only ?? Find(arguments) ?? Add(arguments);

    private SimdProgram? Find(long* arguments)
    {
        foreach (var (values, program) in Volatile.Read(ref _known))
        {
            if (_slots.Are(values, arguments))
                return program;
        }

        return null;
    }

    private SimdProgram Add(long* arguments)
    {
        lock (_lock)
        {
            if (Find(arguments) is { } known)
                return known;
            var values = _slots.Read(arguments);
            var program = SimdPrograms.Of(_entry with { Values = values }, _vectors);
            Volatile.Write(ref _known, [.. _known, (values, program)]);
            return program;
        }
    }
}
